"""What a changed line names besides its text: the record follows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.change import ChangeKind
from domain.delivery import DeliveryKind
from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import LEAD, MEMBER
from tests.unit.domain.usecases.gathering import deliveries
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.thread import line, message, opened, read

RECOMMENDED, ACTION = RecordKind.RECOMMENDATION, RecordKind.ACTION


@pytest.fixture
def open_meeting() -> Stage:
    return opened()


def problems(stage: Stage) -> list[str]:
    return [
        each["code"] for reply in deliveries(stage, DeliveryKind.SCRIBE) for each in reply.facts["problems"]
    ]


def test_a_correction_follows_the_obstacles_owner_and_day_that_it_names(open_meeting: Stage) -> None:
    first, second, third = (open_meeting.obstacle().reference for _ in range(3))
    due = NOW.date() + timedelta(days=30)
    read(
        open_meeting,
        message(line("map", RECOMMENDED, answers=(first, second)), line("send", ACTION)),
    )
    corrected = message(
        line("map", RECOMMENDED, answers=(second, third)),
        line("send", ACTION, owner=LEAD, due_on=due),
        edited="300.000001",
    )
    corrected = replace(
        corrected, lines=tuple(replace(each, mark=f"new {each.mark}") for each in corrected.lines)
    )
    before = open_meeting.record.changes.last_number
    read(open_meeting, corrected)
    assert open_meeting.record.recommendations.by_number[1].links == (second, third)
    action = open_meeting.record.actions.by_number[1]
    assert (action.owner, action.due_on) == (LEAD, due)
    assert problems(open_meeting) == []
    linked = [
        (each.before, each.after) for each in open_meeting.told(before) if each.kind is ChangeKind.LINKED
    ]
    assert linked == [(str(first), None), (None, str(third))]


def test_a_correction_for_an_obstacle_that_is_none_is_answered_and_changes_nothing(
    open_meeting: Stage,
) -> None:
    first = open_meeting.obstacle().reference
    read(open_meeting, message(line("map", RECOMMENDED, answers=(first,))))
    unknown = Reference(Series.OBSTACLE, 99)
    read(open_meeting, message(line("bigger map", RECOMMENDED, answers=(unknown,)), edited="300.000001"))
    found = open_meeting.record.recommendations.by_number[1]
    assert (found.text.original, found.links) == ("map", (first,))
    assert problems(open_meeting) == [RefusalCode.REFERENCE_UNKNOWN.value]


def test_other_obstacles_are_taken_back_by_undo(open_meeting: Stage) -> None:
    first, second = (open_meeting.obstacle().reference for _ in range(2))
    read(open_meeting, message(line("map", RECOMMENDED, answers=(first,))))
    wanted = replace(line("map", RECOMMENDED, answers=(second,)), mark="another")
    read(open_meeting, message(wanted, edited="300.000001"))
    reference = open_meeting.record.recommendations.by_number[1].reference
    undo(Undo(origin=open_meeting.origin(MEMBER), group=1, reference=reference), open_meeting.uow, NOW)
    assert open_meeting.record.recommendations.by_number[1].links == (first,)
