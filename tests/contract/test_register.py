"""Reading the register: filters, pages, twins, references."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.item import WITHDRAWN, Item
from domain.note import NoteStatus
from domain.reference import RecordKind, Series
from domain.register import Filter, Page
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import CHAIR, LEAD, MEMBER, NOW, add_note, add_obstacle, add_recommendation, entry


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


def recorded_in(page: Page) -> list[int]:
    return [item.recorded_in for item in page.items]


async def test_a_page_holds_the_newest_and_says_where_the_next_begins(desk: Desk) -> None:
    await desk.write(fill)
    first = await desk.read(lambda record: record.register.page(Filter(), before=None, limit=5))
    assert recorded_in(first) == [12, 11, 10, 9, 8]
    assert first.next_before == 8
    second = await desk.read(lambda record: record.register.page(Filter(), before=8, limit=5))
    assert recorded_in(second) == [7, 6, 5, 4, 3]
    last = await desk.read(lambda record: record.register.page(Filter(), before=3, limit=5))
    assert (recorded_in(last), last.next_before) == ([2, 1], None)


async def test_a_page_that_is_just_full_is_the_last(desk: Desk) -> None:
    await desk.write(fill)
    page = await desk.read(lambda record: record.register.page(Filter(), before=None, limit=12))
    assert (len(page.items), page.next_before) == (12, None)


async def test_an_empty_register_has_one_empty_page(desk: Desk) -> None:
    page = await desk.read(lambda record: record.register.page(Filter(), before=None, limit=5))
    assert page == Page((), None)


async def test_a_new_item_does_not_shift_the_pages_that_follow(desk: Desk) -> None:
    await desk.write(fill)
    first = await desk.read(lambda record: record.register.page(Filter(), before=None, limit=3))
    await desk.write(add_note)
    second = await desk.read(lambda record: record.register.page(Filter(), before=first.next_before, limit=3))
    assert recorded_in(second) == [9, 8, 7]


async def test_items_of_a_page_carry_what_all_kinds_have_in_common(durable_desk: Desk) -> None:
    await durable_desk.write(fill)
    page = await durable_desk.read(lambda record: record.register.page(Filter(), before=None, limit=4))
    assert {type(item) for item in page.items} == {Item}
    note = await durable_desk.read(lambda record: record.notes.get(6))
    assert note is not None
    assert {name: getattr(note, name) for name in Item.__dataclass_fields__} == {
        name: getattr(page.items[0], name) for name in Item.__dataclass_fields__
    }


FILTERS = st.builds(
    Filter,
    kinds=st.frozensets(st.sampled_from(RecordKind)),
    theme=st.sampled_from([None, "charging", "talent", "unknown"]),
    statuses=st.frozensets(st.sampled_from(["recorded", "withdrawn", "proposed", "identified"])),
    author=st.sampled_from([None, LEAD, MEMBER, "U0NOBODY"]),
    concerns=st.sampled_from([None, MEMBER, CHAIR, "U0NOBODY"]),
)


def matches(item: Item, wanted: Filter) -> bool:
    return (
        (not wanted.kinds or item.kind in wanted.kinds)
        and wanted.theme in {None, item.theme}
        and (not wanted.statuses or item.status in wanted.statuses)
        and wanted.author in {None, item.author}
        and wanted.concerns in {None, item.author, item.owner}
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filter_=FILTERS, limit=st.integers(1, 5))
async def test_the_pages_of_any_filter_are_what_matches_it(desk: Desk, filter_: Filter, limit: int) -> None:
    if await desk.read(lambda record: record.changes.last_number) == 0:
        await desk.write(fill)
    whole = await desk.read(lambda record: record.register.page(Filter(), before=None, limit=99))
    expected = [item.recorded_in for item in whole.items if matches(item, filter_)]
    found: list[int] = []
    before: int | None = None
    while True:
        page = await desk.read(
            lambda record, before=before: record.register.page(filter_, before=before, limit=limit)
        )
        found += recorded_in(page)
        before = page.next_before
        if before is None:
            break
    assert found == expected


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
