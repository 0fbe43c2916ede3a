"""Lists, gaps, one's own and the roadmap: what each of them holds. Nothing here writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.action import ActionStatus
from domain.group import Driver, Sector
from domain.item import Item
from domain.language import Language, Names
from domain.position import Position, Stance
from domain.recommendation import RecommendationStatus as Status
from domain.reference import RecordKind
from domain.refusal import RefusalCode
from domain.register import Arrangement, Filter, Order, Trait
from domain.roadmap import Stage as Part
from domain.roadmap import horizon, roadmap
from domain.usecases.listing import Sheet, arrangement, list_items
from domain.usecases.reading import PAGE_SIZE, status
from domain.usecases.roadmap import plan
from domain.usecases.waiting import Duty, gaps, mine
from tests.fakes.scene import CHAIR, CHARTER, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NEWCOMER, NOW, OBSERVER, UNBOUND, Stage

TODAY = date(2026, 11, 20)


def listed(stage: Stage, filter_: Filter, order: Order = Order.NEWEST) -> list[Item]:
    sheet = Sheet(filter=filter_, order=order, size=99)
    return list(list_items(stage.origin(), 1, sheet, NOW, stage.uow).page.items)


def speak(stage: Stage, item: Item, user: str, edition: int = 1) -> None:
    said = Position(user=user, stance=Stance.SUPPORT, comment=None, edition=edition, at=NOW)
    stage.record.positions.put(item.number, said)


def test_the_register_is_read_page_by_page_newest_first(stage: Stage) -> None:
    notes = [stage.note() for _ in range(PAGE_SIZE + 2)]
    first = list_items(stage.origin(), 1, Sheet(filter=Filter()), NOW, stage.uow)
    rest = list_items(stage.origin(), 1, Sheet(filter=Filter(), after=first.page.following), NOW, stage.uow)
    assert [*first.page.items, *rest.page.items] == notes[::-1]
    assert (len(first.page.items), first.page.count, rest.page.following) == (PAGE_SIZE, PAGE_SIZE + 2, None)
    assert first.names == {MEMBER: MEMBER}


def test_a_list_knows_the_filter_that_made_it_and_who_and_what_is_in_it(stage: Stage) -> None:
    stage.note()
    made = stage.recommendation(stage.entry(theme="talent"), owner=LEAD, priority=True)
    wanted = Filter(theme="talent", owner=LEAD)
    listing = list_items(stage.origin(OBSERVER), 1, Sheet(filter=wanted), NOW, stage.uow)
    assert (listing.filter.owner, listing.filter.today, listing.page.items) == (LEAD, TODAY, (made,))
    assert (listing.names, listing.first) == ({LEAD: LEAD, MEMBER: MEMBER}, frozenset({made.reference}))


def test_a_theme_that_there_is_not_is_refused_in_every_list(stage: Stage) -> None:
    asked = (
        lambda: list_items(stage.origin(), 1, Sheet(filter=Filter(theme="gone")), NOW, stage.uow),
        lambda: gaps(stage.origin(), 1, "gone", NOW, stage.uow),
        lambda: plan(stage.origin(), 1, "gone", NOW, stage.uow),
    )
    assert [stage.refused(ask).code for ask in asked] == [RefusalCode.THEME_UNKNOWN] * 3


def test_who_does_not_belong_to_the_group_reads_nothing_from_elsewhere(stage: Stage) -> None:
    origin = replace(stage.origin(NEWCOMER), channel=UNBOUND)
    asked = (
        lambda: list_items(origin, 1, Sheet(filter=Filter()), NOW, stage.uow),
        lambda: gaps(origin, 1, None, NOW, stage.uow),
        lambda: mine(origin, 1, NOW, stage.uow),
        lambda: plan(origin, 1, None, NOW, stage.uow),
    )
    assert [stage.refused(ask).code for ask in asked] == [RefusalCode.MEMBERS_ONLY] * 4


def test_statuses_and_themes_are_sorted_as_the_group_has_them(stage: Stage) -> None:
    group = stage.record.group
    assert arrangement(Order.THEME, group) == Arrangement(Order.THEME, ("charging", "talent", ""))
    assert arrangement(Order.STATUS, group).keys[:3] == ("proposed", "under_review", "agreed")
    assert arrangement(Order.NEWEST, group) == Arrangement()
    talent, charging = stage.note(stage.entry(theme="talent")), stage.note()
    assert listed(stage, Filter(), Order.THEME) == [charging, talent]


def test_gaps_are_the_lists_that_their_names_say(stage: Stage) -> None:
    stage.obstacle()
    answered = stage.obstacle()
    bare = stage.recommendation(answers=(answered.number,))
    stage.recommendation(
        stage.entry(theme="talent"), owner=LEAD, due_on=date(2027, 3, 31), status=Status.AGREED
    )
    stage.recommendation(status=Status.WITHDRAWN)
    found = gaps(stage.origin(OBSERVER), 1, None, NOW, stage.uow)
    for trait, heap in found.heaps.items():
        items = listed(stage, Filter(traits=frozenset({trait})))
        assert (list(heap.items), heap.count) == (items, len(items)), trait
    assert [heap.count for heap in found.heaps.values()] == [1, 1, 1, 1, 4]
    assert found.heaps[Trait.UNVOICED].items == (bare,)
    assert len(found.silent[bare.reference]) == len(CHARTER.countries) * len(CHARTER.sectors)
    talent = gaps(stage.origin(), 1, "talent", NOW, stage.uow)
    assert [heap.count for heap in talent.heaps.values()] == [0, 0, 0, 0, 1]


def test_a_group_of_one_language_misses_no_translations(stage: Stage) -> None:
    stage.obstacle()
    stage.record.save_group(replace(stage.record.group, languages=(Language.ENGLISH,)))
    assert Trait.UNTRANSLATED not in gaps(stage.origin(), 1, None, NOW, stage.uow).heaps


def test_only_who_counts_gives_a_recommendation_a_voice(stage: Stage) -> None:
    stage.record.save_group(replace(stage.record.group, countries=("MX",), sectors=(Sector.INDUSTRY,)))
    made = stage.recommendation()
    unvoiced = Filter(traits=frozenset({Trait.UNVOICED}))
    speak(stage, made, OBSERVER)
    speak(stage, made, "U0GONE")
    speak(stage, made, MEMBER, edition=2)
    assert listed(stage, unvoiced) == [made]
    speak(stage, made, LEAD)
    assert listed(stage, unvoiced) == []


def test_figures_are_those_of_the_lists(stage: Stage) -> None:
    stage.obstacle()
    stage.recommendation(due_on=date(2026, 9, 30))
    stage.action(due_on=date(2026, 11, 19))
    stage.action(due_on=date(2026, 11, 20))
    figures = status(stage.origin(), 1, None, NOW, stage.uow).standing
    late = listed(stage, Filter(traits=frozenset({Trait.OVERDUE})))
    assert len(late) == figures.overdue + figures.overdue_actions == 2
    assert len(listed(stage, Filter(traits=frozenset({Trait.UNANSWERED})))) == figures.unanswered == 1


def test_what_waits_for_somebody_is_theirs_alone_and_the_oldest_debt_comes_first(stage: Stage) -> None:
    later = stage.action(owner=MEMBER, due_on=date(2026, 12, 24))
    late = stage.action(owner=MEMBER, due_on=date(2026, 11, 1))
    stage.action(owner=MEMBER, status=ActionStatus.DONE)
    stage.action(owner=LEAD)
    first, second, spoken, edited = (stage.recommendation(status=Status.UNDER_REVIEW) for _ in range(4))
    edited = replace(edited, edition=2)
    stage.record.recommendations.save(edited)
    speak(stage, spoken, MEMBER)
    speak(stage, edited, MEMBER)
    own = stage.recommendation(stage.entry(author=LEAD), owner=MEMBER, due_on=date(2027, 1, 1))
    obstacle = stage.obstacle()
    found = mine(stage.origin(), 1, NOW, stage.uow)
    assert found.heaps[Duty.ACTIONS].items == (late, later)
    assert found.heaps[Duty.POSITIONS].items == (first, second, edited)
    assert found.heaps[Duty.RECOMMENDATIONS].items == (own, first, second, spoken, edited)
    assert found.heaps[Duty.OBSTACLES].items == (obstacle,)
    assert not any(mine(stage.origin(OBSERVER), 1, NOW, stage.uow).heaps.values())
    assert Duty.POSITIONS not in mine(stage.origin(OBSERVER), 1, NOW, stage.uow).heaps


def test_the_roadmap_parts_what_is_late_from_what_is_planned(stage: Stage) -> None:
    days = (date(2026, 10, 31), date(2026, 12, 31), date(2027, 2, 1), date(2031, 1, 1), None)
    late, soon, next_year, far, undated = (
        stage.recommendation(due_on=day, owner=CHAIR, drivers=("jobs",)) for day in days
    )
    done = stage.recommendation(due_on=days[0], status=Status.IMPLEMENTED, progress=100)
    for gone in (Status.WITHDRAWN, Status.SUPERSEDED, Status.NOT_IMPLEMENTED):
        stage.recommendation(due_on=days[1], status=gone)
    found = plan(stage.origin(OBSERVER), 1, None, NOW, stage.uow)
    parts = {(part.stage, part.quarter): part.items for part in found.roadmap.parts if part.items}
    assert parts == {
        (Part.OVERDUE, None): (late,),
        (Part.QUARTER, "2026-Q4"): (soon, done),
        (Part.QUARTER, "2027-Q1"): (next_year,),
        (Part.LATER, "2031-Q1"): (far,),
        (Part.UNDATED, None): (undated,),
    }
    assert (found.roadmap.count, found.names, found.cut) == (6, {CHAIR: CHAIR}, False)
    assert found.roadmap.empty == ("2027-Q2", "2027-Q3", "2027-Q4")


def test_the_roadmap_of_a_theme_holds_that_theme_alone(stage: Stage) -> None:
    stage.recommendation()
    talent = stage.recommendation(stage.entry(theme="talent"))
    found = plan(stage.origin(), 1, "talent", NOW, stage.uow).roadmap
    assert [item for part in found.parts for item in part.items] == [talent]


def test_the_horizon_is_counted_in_whole_quarters() -> None:
    assert horizon(CHARTER) == ("2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4")
    assert horizon(replace(CHARTER, starts_on=date(2026, 1, 1), horizon_months=3)) == ("2026-Q1",)
    assert horizon(replace(CHARTER, horizon_months=0)) == ("2026-Q4",)


def test_within_a_quarter_the_themes_come_in_the_group_s_order(stage: Stage) -> None:
    none, talent, charging = (
        stage.recommendation(stage.entry(theme=theme), due_on=date(2027, 1, 2))
        for theme in (None, "talent", "charging")
    )
    made = roadmap([none, talent, charging], CHARTER, TODAY)
    quarter = next(part for part in made.parts if part.items)
    assert quarter.items == (charging, talent, none)
    marks = [made.mark(quarter, item) for item in quarter.items]
    assert marks == sorted(marks)


def test_parts_keep_their_places_whatever_else_is_planned_meanwhile(stage: Stage) -> None:
    days = (date(2026, 10, 31), date(2026, 12, 31), date(2031, 1, 1), None)
    items = [stage.recommendation(due_on=day) for day in days]
    more = [
        *items,
        stage.recommendation(due_on=date(2030, 1, 1)),
        stage.recommendation(due_on=date(2026, 6, 1)),
    ]
    places = [
        {item.number: made.mark(part, item) for part in made.parts for item in part.items}
        for made in (roadmap(items, CHARTER, TODAY), roadmap(more, CHARTER, TODAY))
    ]
    assert places[0].items() <= places[1].items()
    assert [part.place for part in roadmap(more, CHARTER, TODAY).parts] == sorted(
        part.place for part in roadmap(more, CHARTER, TODAY).parts
    )


def test_a_driver_is_asked_for_by_its_key(stage: Stage) -> None:
    drivers = (Driver("jobs", Names({Language.ENGLISH: "Jobs"})),)
    stage.record.save_group(replace(stage.record.group, drivers=drivers))
    made = stage.recommendation(drivers=("jobs",))
    stage.recommendation()
    assert listed(stage, Filter(driver="jobs")) == [made]


def test_a_country_is_that_of_the_item_else_of_its_author(stage: Stage) -> None:
    stage.record.members.save(replace(stage.member(LEAD), country="US"))
    note = stage.note(stage.entry(author=LEAD))
    named = stage.recommendation(countries=("US",))
    silent = stage.recommendation(stage.entry(author=LEAD))
    stage.recommendation(stage.entry(author=LEAD), countries=("MX",))
    assert listed(stage, Filter(country="US"), Order.OLDEST) == [note, named, silent]
    kinds = frozenset({RecordKind.NOTE})
    assert listed(stage, Filter(kinds=kinds, since=NOW + timedelta(days=1))) == []
