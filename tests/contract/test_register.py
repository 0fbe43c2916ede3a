"""Reading the register: filters, pages, twins, references."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.coverage import Coverage
from domain.group import Sector
from domain.item import WITHDRAWN, Item
from domain.language import Language
from domain.note import NoteStatus
from domain.people import Role
from domain.position import Position, Stance
from domain.reference import RecordKind, Series
from domain.register import NO_THEME, Arrangement, Cursor, Filter, Order, Page, Trait
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import (
    CHAIR,
    CHARTER,
    LEAD,
    LEADER,
    MEMBER,
    NOW,
    WORKSPACE,
    add_action,
    add_note,
    add_obstacle,
    add_recommendation,
    entry,
)
from tests.fakes.record import FakeGroupRecord
from tests.fakes.store import FakeUnitOfWork

SEATS = frozenset((sector, country) for sector in CHARTER.sectors for country in CHARTER.countries)
TODAY = date(2026, 12, 1)


def fill(record: GroupRecord) -> None:
    """Twelve items: R-1, D, O, N in turn, over two themes and none, with an owner here and there."""
    for turn, theme in enumerate((None, "charging", "talent")):
        author = (LEAD, MEMBER, CHAIR)[turn]
        said = entry(f"item {turn}", theme=theme, author=author)
        made = add_recommendation(record, said, progress=10 * turn)
        record.recommendations.save(replace(made, owner=MEMBER))
        add_note(record, said, RecordKind.DECISION)
        add_obstacle(record, said)
        note = add_note(record, said)
        if turn:
            record.notes.save(replace(note, status=NoteStatus.WITHDRAWN))


def furnish(record: GroupRecord) -> None:
    """The twelve, and thirty that differ in all that a filter asks for; their authors, and who spoke."""
    people = (
        (LEAD, Sector.ACADEMIA, "MX", Role.LEAD),
        (MEMBER, Sector.INDUSTRY, "US", Role.MEMBER),
        (CHAIR, Sector.INDUSTRY, "MX", Role.OBSERVER),
    )
    for user, sector, country, role in people:
        seated = replace(LEADER, user=user, sector=sector, country=country, role=role)
        record.members.add(seated, NOW)
    fill(record)
    for turn in range(10):
        said = entry(
            f"more {turn}",
            theme=(None, "charging", "talent")[turn % 3],
            author=(LEAD, MEMBER, CHAIR, "U0GONE")[turn % 4],
            at=NOW + timedelta(days=turn),
        )
        if turn % 5 == 0:
            said = replace(said, text=replace(said.text, versions={Language.ENGLISH: "version"}))
        obstacle = add_obstacle(record, said)
        record.obstacles.save(replace(obstacle, countries=((), ("MX",), ("US", "MX"))[turn % 3]))
        made = add_recommendation(
            record,
            said,
            answers=(obstacle.number,) if turn % 2 else (),
            owner=MEMBER if turn % 4 == 0 else None,
            due_on=date(2026, 11, 10 + turn) if turn % 3 else None,
            priority=turn % 4 == 1,
            drivers=((), ("jobs",), ("jo_s", "jobs-abroad"))[turn % 3],
            countries=("US",) if turn % 5 == 0 else (),
            status=("proposed", "under_review", "agreed", "superseded")[turn % 4],
            edition=1 + turn % 2,
            meeting=turn % 2 or None,
        )
        add_action(record, said, due_on=date(2026, 12, 20 - 3 * turn if turn < 6 else 9))
        for user in (LEAD, MEMBER, CHAIR)[: turn % 4]:
            record.positions.put(
                made.number, Position(user=user, stance=Stance.SUPPORT, comment=None, edition=1, at=NOW)
            )


def recorded_in(page: Page) -> list[int]:
    return [item.recorded_in for item in page.items]


async def test_a_page_holds_the_newest_and_says_where_the_next_begins(desk: Desk) -> None:
    await desk.write(fill)
    first = await desk.read(lambda record: record.register.page(Filter(), limit=5))
    assert recorded_in(first) == [12, 11, 10, 9, 8]
    assert first.following == Cursor(8)
    assert first.count == 12
    second = await desk.read(lambda record: record.register.page(Filter(), after=Cursor(8), limit=5))
    assert recorded_in(second) == [7, 6, 5, 4, 3]
    last = await desk.read(lambda record: record.register.page(Filter(), after=Cursor(3), limit=5))
    assert (recorded_in(last), last.following) == ([2, 1], None)


async def test_a_page_that_is_just_full_is_the_last(desk: Desk) -> None:
    await desk.write(fill)
    page = await desk.read(lambda record: record.register.page(Filter(), limit=12))
    assert (len(page.items), page.following) == (12, None)


async def test_an_empty_register_has_one_empty_page(desk: Desk) -> None:
    page = await desk.read(lambda record: record.register.page(Filter(), limit=5))
    assert page == Page((), None, 0)


async def test_a_new_item_does_not_shift_the_pages_that_follow(desk: Desk) -> None:
    await desk.write(fill)
    first = await desk.read(lambda record: record.register.page(Filter(), limit=3))
    await desk.write(add_note)
    second = await desk.read(lambda record: record.register.page(Filter(), after=first.following, limit=3))
    assert recorded_in(second) == [9, 8, 7]


async def test_items_of_a_page_carry_what_all_kinds_have_in_common(durable_desk: Desk) -> None:
    await durable_desk.write(fill)
    page = await durable_desk.read(lambda record: record.register.page(Filter(), limit=4))
    assert {type(item) for item in page.items} == {Item}
    note = await durable_desk.read(lambda record: record.notes.get(6))
    assert note is not None
    assert {name: getattr(note, name) for name in Item.__dataclass_fields__} == {
        name: getattr(page.items[0], name) for name in Item.__dataclass_fields__
    }


COVERAGES = st.builds(
    Coverage,
    themes=st.sampled_from([(), (), ("charging",), ("charging", "talent"), ("unknown",)]),
    mine_of=st.sampled_from([None, None, MEMBER, "U0NOBODY"]),
    sectors=st.sampled_from([(), (), (Sector.INDUSTRY,), (Sector.ACADEMIA, Sector.GOVERNMENT)]),
    countries=st.sampled_from([(), (), ("MX",), ("US", "MX")]),
    concerning=st.sampled_from([None, None, MEMBER, LEAD, "U0NOBODY"]),
    led=st.sampled_from([(), ("talent",)]),
)
FILTERS = st.builds(
    Filter,
    kinds=st.frozensets(st.sampled_from(RecordKind), max_size=2),
    theme=st.sampled_from([None, None, "charging", "talent", "unknown", NO_THEME]),
    statuses=st.frozensets(
        st.sampled_from(["recorded", "withdrawn", "proposed", "identified", "open"]), max_size=2
    ),
    author=st.sampled_from([None, None, LEAD, MEMBER, "U0NOBODY"]),
    owner=st.sampled_from([None, None, MEMBER, "U0NOBODY"]),
    concerns=st.sampled_from([None, None, MEMBER, CHAIR, "U0NOBODY"]),
    owing=st.sampled_from([None, None, None, LEAD, MEMBER]),
    sector=st.sampled_from([None, None, *Sector]),
    country=st.sampled_from([None, None, "MX", "US"]),
    quarter=st.sampled_from([None, None, "2026-Q4", "2027-Q1"]),
    driver=st.sampled_from([None, None, None, "jobs", "jo_s", "ñ"]),
    meeting=st.sampled_from([None, None, 1, 2]),
    since=st.sampled_from([None, None, NOW, NOW + timedelta(days=3)]),
    until=st.sampled_from([None, None, NOW + timedelta(days=7), NOW + timedelta(days=2)]),
    traits=st.frozensets(st.sampled_from(Trait), max_size=2),
    today=st.just(TODAY),
    seats=st.just(SEATS),
    languages=st.sampled_from([frozenset(Language), frozenset({Language.SPANISH})]),
    within=st.none() | COVERAGES,
    unchanged_since=st.just(NOW + timedelta(days=3)),
    due_by=st.sampled_from([None, None, TODAY + timedelta(days=10)]),
)
ARRANGEMENTS = st.sampled_from(
    [
        *map(Arrangement, (Order.NEWEST, Order.OLDEST, Order.DUE)),
        Arrangement(Order.STATUS, ("proposed", "identified", "open")),
        Arrangement(Order.THEME, ("talent", "charging")),
        Arrangement(Order.PRIORITY, ("1", "0")),
    ]
)


async def paged(desk: Desk, filter_: Filter, arrangement: Arrangement, limit: int) -> tuple[list[int], int]:
    """Everything that the pages hold, one after the other, and what each says there is in all."""
    found: list[int] = []
    after: Cursor | None = None
    while True:
        page = await desk.read(
            lambda record, after=after: record.register.page(
                filter_, arrangement=arrangement, after=after, limit=limit
            )
        )
        assert await desk.read(lambda record: record.register.count(filter_)) == page.count
        found += recorded_in(page)
        after = page.following
        if after is None:
            return found, page.count or 0


@cache
def remembered() -> FakeGroupRecord:
    """The same furniture in memory: what the engines are compared with."""
    record = FakeUnitOfWork().workspace(WORKSPACE).found_group(CHARTER)
    furnish(record)
    return record


async def expected_page(desk: Desk, filter_: Filter, arrangement: Arrangement) -> Page:
    """What passes the filter in memory; the desk is furnished the same."""
    if await desk.read(lambda record: record.changes.last_number) == 0:
        await desk.write(furnish)
    return remembered().register.page(filter_, arrangement=arrangement, limit=999)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filter_=FILTERS, arrangement=ARRANGEMENTS, limit=st.integers(2, 9))
async def test_the_pages_of_any_filter_are_what_passes_it_in_order(
    desk: Desk, filter_: Filter, arrangement: Arrangement, limit: int
) -> None:
    expected = await expected_page(desk, filter_, arrangement)
    assert await paged(desk, filter_, arrangement, limit) == (recorded_in(expected), len(expected.items))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filter_=FILTERS, arrangement=ARRANGEMENTS, limit=st.integers(2, 9))
async def test_many_items_come_in_the_same_order_as_few(
    durable_desk: Desk, filter_: Filter, arrangement: Arrangement, limit: int
) -> None:
    expected = await expected_page(durable_desk, filter_, arrangement)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.repositories.paging.COUNTED_MAX", 3)
        found, _ = await paged(durable_desk, filter_, arrangement, limit)
    assert found == recorded_in(expected)


async def test_of_very_many_only_that_they_are_many_is_told(durable_desk: Desk) -> None:
    await durable_desk.write(furnish)
    by_lead, tallied = Filter(author=LEAD), Filter(theme="talent")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.repositories.paging.COUNTED_MAX", 3)
        page = await durable_desk.read(lambda record: record.register.page(by_lead, limit=5))
        counted = await durable_desk.read(lambda record: record.register.page(tallied, limit=5))
    assert (page.count, counted.count) == (None, remembered().register.count(tallied))


async def test_the_same_item_is_of_the_same_author_kind_and_exact_text(desk: Desk) -> None:
    note = await desk.write(lambda record: add_note(record, entry("¿Cuándo?")))
    since = NOW - timedelta(minutes=10)

    async def same(author: str, kind: RecordKind, text: str) -> int | None:
        found = await desk.read(lambda record: record.register.same(author, kind, text, since))
        return None if found is None else found.number

    assert await same(LEAD, RecordKind.NOTE, "¿Cuándo?") == note.number
    assert await same(LEAD, RecordKind.NOTE, "¿cuándo?") is None
    assert await same(LEAD, RecordKind.NOTE, "¿Cuándo? ") is None
    assert await same(LEAD, RecordKind.DECISION, "¿Cuándo?") is None
    assert await same(MEMBER, RecordKind.NOTE, "¿Cuándo?") is None


async def test_the_same_item_is_the_latest_and_not_older_than_asked_for(desk: Desk) -> None:
    for minutes in (20, 5, 3):
        said = entry("again", at=NOW - timedelta(minutes=minutes))
        await desk.write(lambda record, said=said: add_note(record, said))

    async def since(minutes: int) -> int | None:
        at = NOW - timedelta(minutes=minutes)
        found = await desk.read(lambda record: record.register.same(LEAD, RecordKind.NOTE, "again", at))
        return None if found is None else found.number

    assert await since(30) == 3
    assert await since(3) == 3
    assert await since(2) is None


async def test_references_that_exist_are_found_and_others_are_not(desk: Desk) -> None:
    await desk.write(fill)
    wanted = {(Series.NOTE, 2), (Series.OBSTACLE, 3), (Series.RECOMMENDATION, 1), (Series.NOTE, 77)}
    items = await desk.read(lambda record: record.register.having(wanted))
    assert {str(item.reference) for item in items} == {"N-2", "O-3", "R-1"}
    assert await desk.read(lambda record: record.register.having(())) == ()


async def test_more_references_than_one_statement_takes_are_found(durable_desk: Desk) -> None:
    await durable_desk.write(fill)
    wanted = [(Series.NOTE, number) for number in range(1, 1300)]
    items = await durable_desk.read(lambda record: record.register.having(wanted))
    assert sorted(item.number for item in items) == [1, 2, 3, 4, 5, 6]


async def test_what_was_withdrawn_is_not_the_same_any_more(desk: Desk) -> None:
    def withdraw(record: GroupRecord) -> None:
        first, second = (add_note(record, entry("again")) for _ in range(2))
        record.notes.save(replace(second, status=WITHDRAWN))
        assert first.number == 1

    await desk.write(withdraw)
    found = await desk.read(lambda record: record.register.same(LEAD, RecordKind.NOTE, "again", NOW))
    assert found is not None
    assert found.number == 1


@pytest.mark.parametrize("limit", [3, 999])
async def test_items_are_had_by_number_as_far_as_they_are_covered(desk: Desk, limit: int) -> None:
    await desk.write(furnish)
    numbers = [(series, number) for series in Series for number in range(1, limit)]
    for coverage in (
        Coverage(sectors=(Sector.INDUSTRY,), countries=("US",)),
        Coverage(concerning=LEAD, led=("talent",)),
        Coverage(mine_of=MEMBER, themes=("charging",)),
    ):
        found = await desk.read(lambda record, coverage=coverage: record.register.having(numbers, coverage))
        expected = remembered().register.having(numbers, coverage)
        assert {item.reference for item in found} == {item.reference for item in expected}
        assert len(found) > 0
        waiting = await desk.read(
            lambda record, coverage=coverage: record.obstacles.unanswered((), 99, coverage)
        )
        assert [each.number for each in waiting] == [
            each.number for each in remembered().obstacles.unanswered((), 99, coverage)
        ]
