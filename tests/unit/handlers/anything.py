"""Whatever people may write: texts, names, groups and items of any content."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from domain.group import THEMES_MAX, Group, Theme
from domain.item import Item
from domain.language import Language, Names, Text
from domain.reference import RecordKind
from domain.text import NAME_MAX, TEXT_MAX
from tests.unit.handlers.material import (
    GROUP,
    action,
    evidence,
    note,
    obstacle,
    recommendation,
)

PROFILE = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
TEN_COUNTRIES = ("MX", "US", "CA", "BR", "CO", "CL", "PE", "GT", "CR", "PA")
PIECES = ["&", "<", ">", "<!channel>", "<@U1>", "*", "`", "_", "|", "\n", "\t", "ñ", "“"]
PIECES += ["👩\u200d🔧", "مرحبا", "e\u0301"]
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"])
LANGUAGES = st.sampled_from(Language)


@st.composite
def written(draw: st.DrawFn, limit: int = TEXT_MAX) -> str:
    """A text, often exactly as long as it may be: a short one over and over."""
    piece = draw(st.sampled_from(PIECES) | st.text(CHARACTERS, min_size=1, max_size=12))
    whole = (piece * (limit // len(piece) + 1))[: draw(st.sampled_from([1, limit // 2, limit]))].strip()
    return whole or "x"


def named() -> st.SearchStrategy[str]:
    return written(NAME_MAX).map(lambda text: " ".join(text.split()) or "x")


@st.composite
def texts(draw: st.DrawFn) -> Text:
    language = draw(LANGUAGES)
    versions = {other: draw(written()) for other in Language if other is not language and draw(st.booleans())}
    return Text(draw(written()), language, versions)


@st.composite
def groups(draw: st.DrawFn) -> Group:
    """Themes have keys as founding makes them: of their English names, in small letters."""
    count = draw(st.sampled_from([1, 2, THEMES_MAX]))
    name = draw(named())
    themes = [Theme(f"{'k' * 100}-{number}", Names(dict.fromkeys(Language, name))) for number in range(count)]
    return replace(GROUP, names=Names({draw(LANGUAGES): draw(named())}), themes=tuple(themes))


@st.composite
def items(draw: st.DrawFn, group: Group) -> Item:
    theme = draw(st.none() | st.sampled_from([theme.key for theme in group.themes]))
    done = replace(recommendation(), progress=100)
    kinds = [note(), note(RecordKind.DECISION), obstacle(), done, action(), evidence()]
    made: Item = draw(st.sampled_from(kinds))
    return replace(made, theme=theme, text=draw(texts()), version=draw(st.sampled_from([1, 2])))


def numbered(made: Item, count: int) -> tuple[Item, ...]:
    """The same words again and again: what a list shows at most."""
    return tuple(replace(made, number=10**6 + number) for number in range(count))
