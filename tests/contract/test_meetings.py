"""Meetings as every store keeps them: their own fields, who was there, their order, and their stretch."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.group import Sector
from domain.item import Item
from domain.meeting import Arrangement, Attendance, Meeting, MeetingStatus
from domain.reference import RecordKind, Reference, Series
from domain.repositories import GroupRecord
from domain.scribed import Scribed
from tests.contract.counting import counting
from tests.contract.desk import Desk
from tests.contract.samples import (
    CHAIR,
    CHANNEL,
    LATER,
    LEAD,
    MEMBER,
    NOW,
    WORKSPACE,
    add_meeting,
    add_note,
    add_obstacle,
    entry,
)
from tests.jobs import over

MANY = 12


def present(user: str, country: str = "MX") -> Attendance:
    return Attendance(user=user, sector=Sector.INDUSTRY, country=country, marked_by=CHAIR, at=NOW)


def opened(record: GroupRecord, number: int, **facts: object) -> Meeting:
    """The meeting, open from the next change on."""
    found = record.meetings.get(number)
    assert found is not None
    change = record.changes.last_number + 1
    known = {"status": MeetingStatus.OPEN, "opener": MEMBER, "opened_at": NOW, "opened_in": change}
    made = replace(found, **known | facts)  # type: ignore[arg-type]  # any of its fields
    record.meetings.save(made)
    record.changes.append([told(number, ChangeKind.MEETING_STARTED)], MEMBER, NOW)
    return made


def closed(record: GroupRecord, number: int) -> Meeting:
    found = record.meetings.get(number)
    assert found is not None
    change = record.changes.last_number + 1
    made = replace(found, status=MeetingStatus.CLOSED, closed_at=LATER, closed_in=change)
    record.meetings.save(made)
    record.changes.append([told(number, ChangeKind.MEETING_ENDED)], MEMBER, LATER)
    return made


def told(number: int, kind: ChangeKind, theme: str | None = "charging") -> NewChange:
    return NewChange(kind=kind, subject=Reference(Series.MEETING, number), theme=theme)


async def test_a_meeting_comes_back_as_it_was_stored(desk: Desk) -> None:
    made = await desk.write(add_meeting)
    assert await desk.read(lambda record: record.meetings.get(1)) == made
    assert await desk.read(lambda record: record.meetings.get(2)) is None
    whole = await desk.write(
        lambda record: opened(
            record, 1, thread="1.2", minutes="3.4", present=(present(LEAD), present(CHAIR, "US")), closed_in=9
        )
    )
    assert await desk.read(lambda record: record.meetings.get(1)) == whole
    outline = await desk.read(lambda record: record.meetings.outline(1))
    common = [field.name for field in fields(Item)]
    assert [getattr(outline, name) for name in common] == [getattr(whole, name) for name in common]
    assert await desk.read(lambda record: record.meetings.outline(2)) is None


async def test_who_was_there_comes_and_goes_in_the_order_they_came(desk: Desk) -> None:
    await desk.write(add_meeting)
    await desk.write(lambda record: opened(record, 1, present=(present(LEAD), present(CHAIR))))

    def come_and_go(record: GroupRecord) -> Meeting:
        found = record.meetings.get(1)
        assert found is not None
        made = replace(found, present=(found.present[1], present(MEMBER)))
        record.meetings.save(made)
        return made

    made = await desk.write(come_and_go)
    assert await desk.read(lambda record: record.meetings.get(1)) == made


async def test_open_meetings_are_found_by_their_thread_and_all_together(desk: Desk) -> None:
    for number in (1, 2, 3):
        await desk.write(add_meeting)
        await desk.write(over(number, lambda record, number: opened(record, number, thread=f"{number}.0")))
    await desk.write(lambda record: closed(record, 2))

    def found(record: GroupRecord) -> tuple[list[int], int | None, object]:
        open_ = [each.number for each in record.meetings.all_open(9)]
        thread = record.meetings.in_thread(CHANNEL, "2.0")
        return open_, None if thread is None else thread.number, record.meetings.in_thread("C0OTHER", "2.0")

    assert await desk.read(found) == ([1, 3], 2, None)
    assert [each.number for each in await desk.read(lambda record: record.meetings.all_open(1))] == [1]


async def test_meetings_to_come_are_paged_by_their_time_and_past_ones_by_their_opening(desk: Desk) -> None:
    hours = (3, 1, 2, 1)

    def plan(record: GroupRecord) -> None:
        for hour in hours:
            at = Arrangement(starts_at=NOW + timedelta(hours=hour), zone="UTC")
            add_meeting(record, arrangement=at)
        late = Arrangement(starts_at=NOW + timedelta(hours=9), zone="UTC")
        add_meeting(record, entry(theme="talent"), arrangement=late)
        for number in (6, 7, 8):
            add_meeting(record)
            opened(record, number)
            closed(record, number)

    await desk.write(plan)

    def ahead(behind: int | None, *themes: str) -> object:
        return lambda record: _numbers(record.meetings.upcoming(themes, since=NOW, behind=behind, limit=2))

    def before(behind: int | None, *themes: str) -> object:
        return lambda record: _numbers(record.meetings.past(themes, behind=behind, limit=2))

    assert await desk.read(ahead(None, "charging")) == ([2, 4], 4)  # type: ignore[arg-type]  # a query
    assert await desk.read(ahead(4, "charging")) == ([3, 1], None)  # type: ignore[arg-type]  # a query
    assert await desk.read(ahead(1)) == ([5], None)  # type: ignore[arg-type]  # a query
    assert await desk.read(before(None)) == ([8, 7], 7)  # type: ignore[arg-type]  # a query
    assert await desk.read(before(7, "charging")) == ([6], None)  # type: ignore[arg-type]  # a query
    assert await desk.read(before(None, "talent")) == ([], None)  # type: ignore[arg-type]  # a query


def _numbers(page: object) -> tuple[list[int], int | None]:
    return [each.number for each in page.meetings], page.following  # type: ignore[attr-defined]  # a timetable


async def test_many_meetings_are_read_by_the_statements_of_one(
    durable_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plan(record: GroupRecord) -> None:
        for number in range(1, MANY + 1):
            add_meeting(record)
            opened(record, number, present=(present(LEAD), present(CHAIR, "US")))

    async def read(limit: int) -> tuple[Meeting, ...]:
        return (
            await durable_desk.read(lambda record: record.meetings.past((), behind=None, limit=limit))
        ).meetings

    await durable_desk.write(plan)
    for _ in range(2):
        # A statement goes to the driver from its second execution on.
        await read(1)
        await read(2)
    with counting(monkeypatch) as one:
        await read(1)
    with counting(monkeypatch) as many:
        found = await read(MANY)
    assert [len(each.present) for each in found] == [2] * MANY
    assert many.asked == one.asked


async def test_meetings_that_began_before_a_time_do_not_come_after_it(desk: Desk) -> None:
    def plan(record: GroupRecord) -> None:
        for hour, theme in ((1, "charging"), (2, None), (3, "talent"), (3, "charging"), (4, None)):
            at = Arrangement(starts_at=NOW + timedelta(hours=hour), zone="UTC")
            add_meeting(record, entry(theme=theme), arrangement=at)
        add_meeting(record, arrangement=Arrangement(starts_at=None, zone="UTC"))

    await desk.write(plan)

    def ahead(record: GroupRecord) -> list[tuple[list[int], int | None]]:
        pages = []
        for hour, behind in ((1, None), (2, None), (3, 2), (3, 3), (5, None)):
            since = NOW + timedelta(hours=hour)
            pages.append(_numbers(record.meetings.upcoming((), since=since, behind=behind, limit=2)))
        return pages

    pages = [([1, 2], 2), ([2, 3], 3), ([3, 4], 4), ([4, 5], None), ([], None)]
    assert await desk.read(ahead) == pages

    def next_ones(record: GroupRecord) -> list[int | None]:
        asked: list[tuple[str | None, int]] = [
            ("charging", 1),
            ("charging", 2),
            (None, 2),
            (None, 3),
            ("x", 1),
        ]
        found = [record.meetings.next_one(theme, NOW + timedelta(hours=hour)) for theme, hour in asked]
        return [None if each is None else each.number for each in found]

    assert await desk.read(next_ones) == [1, 4, 2, 5, None]


async def test_the_last_meeting_of_a_theme_is_the_one_that_was_closed_last(desk: Desk) -> None:
    def hold(record: GroupRecord) -> list[int | None]:
        for number, theme in enumerate(("charging", "charging", "charging", "talent", None), start=1):
            add_meeting(record, entry(theme=theme))
            opened(record, number)
        for number in (2, 1, 3, 4, 5):
            closed(record, number)
        third = record.meetings.get(3)
        assert third is not None
        found = [
            record.meetings.last_closed("charging"),
            record.meetings.last_closed("charging", before=third.opened_in),
            record.meetings.last_closed(None),
            record.meetings.last_closed("nothing"),
        ]
        return [None if each is None else each.number for each in found]

    assert await desk.write(hold) == [3, 1, 5, None]


async def test_what_was_recorded_in_a_meeting_comes_in_its_order(desk: Desk) -> None:
    def hold(record: GroupRecord) -> list[str]:
        add_meeting(record)
        add_note(record, replace(entry(), meeting=1))
        add_note(record)
        add_obstacle(record, replace(entry(), meeting=1))
        add_note(record, replace(entry(), meeting=2))
        return [str(item.reference) for item in record.meetings.items_of(1)]

    assert await desk.write(hold) == ["N-1", "O-1"]
    found = await desk.read(lambda record: record.meetings.items_of(1))
    assert [item.kind for item in found] == [RecordKind.NOTE, RecordKind.OBSTACLE]


async def test_an_item_was_discussed_in_the_meetings_of_its_theme_during_which_it_changed(desk: Desk) -> None:
    def hold(record: GroupRecord) -> tuple[int, ...]:
        obstacle = add_obstacle(record).reference
        for number, theme in enumerate(("charging", "talent", None, "charging"), start=1):
            add_meeting(record, entry(theme=theme))
            opened(record, number)
            if number < 4:
                moved = NewChange(kind=ChangeKind.MOVED, subject=obstacle, theme="charging", after="x")
                record.changes.append([moved], MEMBER, NOW)
            if number != 3:
                closed(record, number)
        record.changes.append(
            [NewChange(kind=ChangeKind.MOVED, subject=obstacle, theme="charging", after="y")], MEMBER, NOW
        )
        return record.meetings.during(obstacle)

    assert await desk.write(hold) == (1, 3)
    recorded = Reference(Series.OBSTACLE, 1)
    assert await desk.read(lambda record: record.meetings.during(recorded)) == (1, 3)


async def test_a_meeting_that_is_not_there_is_not_saved(desk: Desk) -> None:
    made = await desk.write(add_meeting)
    with pytest.raises((LookupError, AssertionError)):
        await desk.write(lambda record: record.meetings.save(replace(made, number=9)))


async def test_a_channel_remembers_its_open_meeting(desk: Desk) -> None:
    for meeting in (4, None):
        bound = Binding(CHANNEL, desk.group, "charging", meeting)
        await desk.store.write(over(bound, lambda uow, bound: uow.workspace(WORKSPACE).channels.bind(bound)))
        assert await desk.store.read(lambda uow: uow.workspace(WORKSPACE).channels.get(CHANNEL)) == bound


async def test_entries_of_messages_are_kept_by_message_and_follow_their_channel(desk: Desk) -> None:
    first = Scribed(
        channel=CHANNEL, ts="1.1", entry=0, reference=Reference(Series.NOTE, 1), mark="a", edited=""
    )
    second = replace(first, entry=1, reference=Reference(Series.OBSTACLE, 2), mark="b")
    other = replace(first, ts="1.2")
    changed = replace(first, mark="c", edited="2.0", gone=True)

    def write(record: GroupRecord) -> None:
        for each in (second, first, other, changed):
            record.scribed.put(each)

    await desk.write(write)
    assert await desk.read(lambda record: record.scribed.of_message(CHANNEL, "1.1")) == (changed, second)
    assert await desk.read(lambda record: record.scribed.of_message(CHANNEL, "9.9")) == ()
    await desk.write(lambda record: record.move_channel(CHANNEL, "C0NEW"))
    moved = await desk.read(lambda record: record.scribed.of_message("C0NEW", "1.2"))
    assert moved == (replace(other, channel="C0NEW"),)
