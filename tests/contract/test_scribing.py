"""Long messages in a meeting's thread on every store: one transaction each, without a gap in any number."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.item import Item
from domain.language import Language
from domain.people import Person
from domain.ports import Store, UnitOfWork
from domain.reference import RecordKind, Reference, Series
from domain.usecases.gathering import group_that_recorded
from domain.usecases.meetings import StartMeeting, start_meeting
from domain.usecases.origin import Origin
from domain.usecases.scribbling import Line, Scribble, ScribedMessage
from domain.usecases.scribe_deeds import LINES_MAX
from domain.usecases.scribing import scribe
from tests.fakes.scene import CHANNEL, FOUNDED_AT, MEMBER, WORKSPACE, found

NOW = FOUNDED_AT + timedelta(hours=6)
THREAD = "100.000001"
BAD = Reference(Series.OBSTACLE, 99)


@pytest.fixture
async def group(store: Store) -> int:
    """M-1 of it is open, and has its thread."""

    def job(uow: UnitOfWork) -> int:
        record = found(uow)
        origin = Origin(person=Person(WORKSPACE, MEMBER), channel=CHANNEL, key="start")
        start_meeting(StartMeeting(origin=origin, group=1, language=Language.ENGLISH), uow, NOW)
        meeting = record.meetings.get(1)
        assert meeting is not None
        record.meetings.save(replace(meeting, thread=THREAD))
        return record.group.id

    return await store.write(job)


def line(number: int) -> Scribble:
    """Every third names an obstacle that is none."""
    text = f"The census of charging points says something about line {number}"
    kind = RecordKind.RECOMMENDATION if number % 3 == 2 else RecordKind.NOTE
    answers = (BAD,) if number % 3 == 2 else ()
    return Scribble(mark=text, kind=kind, text=text, language=Language.ENGLISH, answers=answers)


def message(*lines: Line, edited: str = "") -> ScribedMessage:
    person = Person(WORKSPACE, MEMBER)
    return ScribedMessage(
        person=person, channel=CHANNEL, thread=THREAD, ts="200.000001", edited=edited, lines=lines
    )


async def read(store: Store, group: int, written: ScribedMessage) -> tuple[Item, ...]:
    return await store.write(lambda uow: scribe(written, group, uow, NOW))


async def test_refused_lines_leave_no_gap_and_those_too_many_are_named(store: Store, group: int) -> None:
    before = await store.read(lambda uow: uow.workspace(WORKSPACE).group(group).changes.last_number)
    recorded = await read(store, group, message(*map(line, range(300))))
    kept = sum(number % 3 != 2 for number in range(LINES_MAX))
    assert [item.number for item in recorded] == list(range(1, kept + 1))

    def query(uow: UnitOfWork) -> tuple[list[int], list[int]]:
        record = uow.workspace(WORKSPACE).group(group)
        changes = record.changes.between(before, record.changes.last_number, 200)
        entries = record.scribed.of_message(CHANNEL, "200.000001")
        return [each.number for each in changes], [each.entry for each in entries]

    numbers, entries = await store.read(query)
    assert numbers == list(range(before + 1, before + kept + 1))
    assert entries == list(range(kept))


async def test_a_long_message_is_corrected_and_taken_back(store: Store, group: int) -> None:
    lines = [line(number) for number in range(9)]
    await read(store, group, message(*lines))
    longer = [replace(each, text=f"{each.text}, corrected", mark=f"new {each.mark}") for each in lines]
    corrected = await read(store, group, message(*longer, edited="300.000001"))
    assert [item.text.original for item in corrected] == [each.text for each in longer if not each.answers]
    gone = await read(store, group, message(edited="300.000002"))
    assert {item.status for item in gone} == {"withdrawn"}
    assert await read(store, group, message(*lines, edited="300.000001")) == ()


async def test_the_group_that_recorded_a_message_is_found_whoever_its_channel_belongs_to(
    store: Store, group: int
) -> None:
    await read(store, group, message(line(1)))
    await store.write(lambda uow: uow.workspace(WORKSPACE).channels.release(CHANNEL))

    async def keeper(channel: str, ts: str) -> int | None:
        return await store.read(lambda uow: group_that_recorded(WORKSPACE, channel, ts, uow))

    assert await keeper(CHANNEL, "200.000001") == group
    assert await keeper(CHANNEL, "200.000002") is None
    assert await keeper("C0OTHER", "200.000001") is None
