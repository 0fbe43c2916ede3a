"""Reading the register: pages, twins, references."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.coverage import Coverage
from domain.group import Sector
from domain.item import WITHDRAWN, Item
from domain.reference import RecordKind, Reference, Series
from domain.register import Cursor, Filter, Page
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.furniture import fill, furnish, recorded_in, remembered
from tests.contract.samples import (
    LEAD,
    MEMBER,
    NOW,
    add_note,
    entry,
)
from tests.jobs import over


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
        await desk.write(over(said, add_note))

    async def since(minutes: int) -> int | None:
        at = NOW - timedelta(minutes=minutes)
        found = await desk.read(lambda record: record.register.same(LEAD, RecordKind.NOTE, "again", at))
        return None if found is None else found.number

    assert await since(30) == 3
    assert await since(3) == 3
    assert await since(2) is None


async def test_references_that_exist_are_found_and_others_are_not(desk: Desk) -> None:
    await desk.write(fill)
    wanted = {Reference.parse(one) for one in ("N-2", "O-3", "R-1", "N-77")}
    items = await desk.read(lambda record: record.register.having(wanted))
    assert {str(item.reference) for item in items} == {"N-2", "O-3", "R-1"}
    assert await desk.read(lambda record: record.register.having(())) == ()


async def test_more_references_than_one_statement_takes_are_found(durable_desk: Desk) -> None:
    await durable_desk.write(fill)
    wanted = [Reference(Series.NOTE, number) for number in range(1, 1300)]
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
    numbers = [Reference(series, number) for series in Series for number in range(1, limit)]
    for coverage in (
        Coverage(sectors=(Sector.INDUSTRY,), countries=("US",)),
        Coverage(concerning=LEAD, led=("talent",)),
        Coverage(mine_of=MEMBER, themes=("charging",)),
    ):
        found = await desk.read(
            over(coverage, lambda record, coverage: record.register.having(numbers, coverage))
        )
        expected = remembered().register.having(numbers, coverage)
        assert {item.reference for item in found} == {item.reference for item in expected}
        assert len(found) > 0
        waiting = await desk.read(
            over(coverage, lambda record, coverage: record.obstacles.unanswered((), 99, coverage))
        )
        assert [each.number for each in waiting] == [
            each.number for each in remembered().obstacles.unanswered((), 99, coverage)
        ]
