"""Whatever people write, Slack takes what is missing, what is one's own, and the roadmap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.group import Driver, Group, Seat, Sector
from domain.item import Item
from domain.language import Language, Names
from domain.outlook import Heap
from domain.recommendation import Recommendation
from domain.reference import RecordKind
from domain.roadmap import Mark, roadmap
from domain.usecases.answerable import ANSWERS_MAX
from domain.usecases.roadmap import Plan
from domain.usecases.waiting import GAPS, SHOWN, Duty, Gaps, Mine
from handlers.overview.gaps_views import gaps_message
from handlers.overview.mine_views import mine_message
from handlers.overview.roadmap_views import roadmap_message
from tests.unit.handlers.accepted import message_violations
from tests.unit.handlers.anything import PROFILE, TEN_COUNTRIES, groups, named, numbered, texts
from tests.unit.handlers.material import CHAIR, LEAD, MEMBER, WORDS, action, obstacle, recommendation

LANGUAGES = st.sampled_from(Language)
TODAY = date(2027, 3, 8)


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_gaps_and_what_is_one_s_own(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    t, text = WORDS.for_language(language), data.draw(texts())
    count = data.draw(st.none() | st.just(10**6))

    def heap(item: Item) -> Heap:
        return Heap(numbered(replace(item, text=text, due_on=TODAY), SHOWN), count)

    debated = heap(replace(recommendation(), status="under_review", owner=LEAD))
    seats = tuple(Seat(sector, country) for country in TEN_COUNTRIES for sector in Sector)
    silent = {item.reference: seats for item in debated.items}
    theme = data.draw(st.none() | st.sampled_from([theme.key for theme in group.themes]))
    shown = [
        gaps_message(t, group, Gaps(theme, dict.fromkeys(GAPS, debated), silent)),
        mine_message(
            t,
            group,
            Mine(
                {
                    Duty.ACTIONS: heap(replace(action(), owner=MEMBER)),
                    Duty.POSITIONS: debated,
                    Duty.RECOMMENDATIONS: debated,
                    Duty.OBSTACLES: heap(obstacle()),
                },
                dict.fromkeys((CHAIR, LEAD, MEMBER), name),
            ),
            TODAY + timedelta(days=1),
        ),
    ]
    assert [message_violations(message) for message in shown] == [[], []]


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_roadmap(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    drivers = tuple(Driver(f"d{number}", Names({language: name})) for number in range(9))
    group = replace(group, drivers=drivers, horizon_months=data.draw(st.sampled_from([0, 12, 120])))
    whole = replace(
        recommendation(),
        text=data.draw(texts()),
        answers=tuple(range(1, ANSWERS_MAX + 1)),
        drivers=tuple(driver.key for driver in drivers),
        owner=LEAD,
        kind=RecordKind.RECOMMENDATION,
    )
    items = _planned(whole, [theme.key for theme in group.themes], data.draw(st.sampled_from([0, 1, 300])))
    plan = Plan(None, roadmap(items, group, TODAY), {LEAD: name}, cut=True)
    after = data.draw(st.none() | st.builds(Mark, st.integers(0, 9), st.integers(0, 40), st.just(10**6 + 7)))
    t = WORDS.for_language(language)
    assert message_violations(roadmap_message(t, group, plan, after=after, document="xlsx")) == []


def _planned(whole: Recommendation, themes: Sequence[str], count: int) -> list[Recommendation]:
    """Many, each in another theme and quarter than the one before."""
    return [
        replace(
            whole,
            number=10**6 + number,
            theme=themes[number % len(themes)],
            due_on=TODAY + timedelta(days=31 * (number % 40) - 100),
        )
        for number in range(count)
    ]
