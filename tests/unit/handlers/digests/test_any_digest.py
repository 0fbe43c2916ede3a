"""Whatever is in a digest, in one language or in two, Slack takes every message of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.digest import Digest, NetEffects, Shift
from domain.figures import Figures, ThemeFigures, Trend
from domain.group import THEMES_MAX, Group, Seat, Sector
from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language
from domain.outlook import Heap, Missed, Outlook
from domain.recommendation import StatusGroup
from domain.reference import RecordKind
from domain.silence import Silence
from handlers.digests.subscription_views import previewed
from handlers.digests.views import parts, preview
from tests.unit.handlers.accepted import message_violations, posted_violations, unreadable_buttons
from tests.unit.handlers.anything import PROFILE, TEN_COUNTRIES, groups, items, named, numbered, texts
from tests.unit.handlers.digests.made import digest, standing, subscription
from tests.unit.handlers.digests.weeks import ahead
from tests.unit.handlers.material import WORDS, ZONE, action, by_reference, obstacle, recommendation

ORDERS = ((Language.ENGLISH,), tuple(Language), tuple(reversed(Language)))
COUNTS = st.sampled_from([0, 1, 12, 10**6])


@st.composite
def digests(draw: st.DrawFn, group: Group) -> Digest:
    """Few or many items of every kind, everything waiting, forty themes, ten countries."""
    size = draw(st.sampled_from([1, 12]))
    text = draw(texts())
    kinds = [replace(draw(items(group)), kind=kind, status=_first(kind)) for kind in RecordKind]
    told: list[Item] = [item for one in kinds for item in numbered(one, size)]
    moved = numbered(replace(recommendation(), text=text), size)
    heap = Heap(numbered(replace(action(), text=text), min(size, 8)), draw(st.none() | COUNTS))
    figures = Figures(dict.fromkeys(StatusGroup, draw(COUNTS)), draw(st.none() | st.integers(0, 100)))
    before = draw(st.none() | st.just(Figures(dict.fromkeys(StatusGroup, 3), 50)))
    users = tuple(f"U{number}" for number in range(size))
    made = digest(
        NetEffects(
            recorded=tuple(item.reference for item in told),
            moved=tuple(Shift(one.reference, "in_progress", "not_implemented") for one in moved),
            progressed=tuple(Shift(one.reference, "0", "100") for one in moved),
            joined=users,
        ),
        by_reference(*told, *moved),
        unanswered=numbered(replace(obstacle(), text=text), min(size, 10)),
        figures=standing(),
        themes=tuple(theme.key for theme in group.themes[: draw(st.sampled_from([0, 1, THEMES_MAX]))]),
    )
    return replace(
        made,
        languages=draw(st.sampled_from(ORDERS)),
        names=dict.fromkeys(users, draw(named())),
        upcoming=(replace(ahead(), text=text),),
        outlook=Outlook(overdue=heap, soon=heap, stalled=heap, soon_by=date(2027, 3, 31)),
        silence=Silence(
            (Sector.INDUSTRY,), TEN_COUNTRIES[:2], tuple(Seat(Sector.ACADEMIA, one) for one in TEN_COUNTRIES)
        ),
        trend=Trend(now=figures, before=before, new=draw(COUNTS), agreed=1, implemented=1),
        by_theme=tuple(ThemeFigures(theme.key, figures) for theme in group.themes),
        missed=Missed(draw(COUNTS), (date(2027, 3, 1),)),
    )


def _first(kind: RecordKind) -> str:
    return str(NATURES[kind.series].first)


@given(st.data(), groups())
@settings(PROFILE, max_examples=10)
def test_every_message_is_taken(data: st.DataObject, group: Group) -> None:
    shown = data.draw(digests(group))
    made = parts(WORDS, group, ZONE, shown)
    for part in made:
        rich, plain = part.message(rich=True), part.message(rich=False)
        assert rich.text == plain.text
        assert [posted_violations(message) for message in (rich, plain)] == [[], []]
        assert unreadable_buttons(plain) == []
    t = WORDS.for_language(shown.languages[0])
    told = previewed(t, subscription(10**6), preview(WORDS, t, group, ZONE, shown), quiet=True)
    assert message_violations(told) == []
