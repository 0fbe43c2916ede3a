"""A digest with every list full of the longest texts still fits in one message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.digest import NetEffects, Revision, Shift
from domain.editing import Difference, Field
from domain.item import Item
from domain.language import Language, Text
from domain.reference import RecordKind
from handlers.digests.views import LINE_LIMITS, message
from handlers.parts.limits import MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters
from tests.unit.handlers.accepted import posted_violations
from tests.unit.handlers.digests.made import digest
from tests.unit.handlers.material import GROUP, WORDS, ZONE, by_reference, note, obstacle, recommendation

MANY = range(1, 13)
LONG = Text("🔋 & <carga> " * 230, Language.SPANISH, {})


def long(item: Item, number: int) -> Item:
    return replace(item, number=number, text=LONG)


NEW = [
    *(
        long(note(kind, 1), 100 * place + number)
        for place, kind in enumerate(RecordKind)
        for number in MANY
        if place < 3
    ),
    *(long(obstacle(), number) for number in MANY),
    *(long(recommendation(), number) for number in MANY),
]
MOVED = [long(recommendation(), 100 + number) for number in MANY]
REVISED = (
    Difference(field=Field.TEXT, before="One", after="Two"),
    Difference(field=Field.THEME, before="k" * 120, after="n" * 120),
)
FULL = replace(
    digest(
        NetEffects(
            recorded=tuple(item.reference for item in NEW),
            moved=tuple(Shift(item.reference, "partially_implemented", "not_implemented") for item in MOVED),
            progressed=tuple(Shift(item.reference, "10", "90") for item in MOVED),
            joined=tuple(f"U{number}" for number in MANY),
            revised=tuple(Revision(item.reference, REVISED) for item in MOVED),
        )
    ),
    items=by_reference(*NEW, *MOVED),
    unanswered=tuple(long(obstacle(), number) for number in range(1, 11)),
)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("chart", [True, False])
def test_the_fullest_digest_fits(language: Language, *, chart: bool) -> None:
    made = message(WORDS.for_language(language), GROUP, ZONE, FULL, chart=chart)
    assert characters(made.blocks) <= MESSAGE_CHARACTERS_MAX
    assert posted_violations(made) == []


def test_texts_are_not_cut_shorter_than_needed() -> None:
    short = replace(FULL, effects=replace(FULL.effects, recorded=(), moved=(), progressed=(), revised=()))
    made = message(WORDS.for_language(Language.SPANISH), GROUP, ZONE, short, chart=True)
    runs = [run for block in made.blocks if block["type"] == "rich_text" for run in _texts(block)]
    assert max(map(len, runs)) > LINE_LIMITS[1]


def _texts(block: object) -> list[str]:
    if isinstance(block, dict):
        own = [block["text"]] if isinstance(block.get("text"), str) else []
        return own + [text for value in block.values() for text in _texts(value)]
    return [text for value in block for text in _texts(value)] if isinstance(block, list) else []
