"""What a changed message leaves as it is: later versions win, and what the group went on with stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.change import ChangeKind, NewChange
from domain.delivery import DeliveryKind
from domain.item import WITHDRAWN
from domain.people import Role
from domain.recommendation import RecommendationStatus
from domain.reference import RecordKind
from domain.refusal import RefusalCode
from domain.usecases.answering import scribe_reply
from domain.usecases.scribbling import Line, Misread
from domain.usecases.scribe_answers import refuse
from tests.fakes.scene import CHANNEL, LEAD, MEMBER
from tests.unit.domain.usecases.gathering import deliveries, ended
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.thread import line, message, opened, read, texts

RECOMMENDED, ACTION = RecordKind.RECOMMENDATION, RecordKind.ACTION


@pytest.fixture
def open_meeting() -> Stage:
    return opened()


def answers(stage: Stage) -> list[tuple[RefusalCode, str]]:
    """What was answered in the thread about records, with the record each is about."""
    told = [scribe_reply(each, stage.uow) for each in deliveries(stage, DeliveryKind.SCRIBE)]
    refusals = [each.refusal for reply in told if reply is not None for each in reply.problems]  # type: ignore[union-attr]  # none is unread here
    return [(each.code, str(each.facts["reference"])) for each in refusals]


@pytest.mark.parametrize(
    "lines", [(), (Misread(mark="x", kind=RecordKind.NOTE, code="theme-unknown", word="enrgy"),)]
)
def test_a_later_version_that_overtakes_the_first_wins_though_it_records_nothing(
    open_meeting: Stage, lines: tuple[Line, ...]
) -> None:
    assert read(open_meeting, message(*lines, edited="300.000001")) == ()
    for late in (message(line("one")), message(line("one"), edited="250.000001")):
        assert open_meeting.writes_nothing(lambda late=late: read(open_meeting, late)) == ()


def test_after_a_version_without_marks_a_later_one_is_still_recorded(open_meeting: Stage) -> None:
    read(open_meeting, message(edited="300.000001"))
    read(open_meeting, message(line("one"), line("two"), edited="300.000002"))
    read(open_meeting, message(line("one"), line("three"), edited="300.000003"))
    assert texts(open_meeting) == {"N-1": ("one", "recorded"), "N-2": ("three", "recorded")}


def test_nothing_is_remembered_of_messages_in_the_thread_of_a_meeting_that_ended(open_meeting: Stage) -> None:
    ended(open_meeting)
    gone = message(edited="300.000001")
    assert open_meeting.writes_nothing(lambda: read(open_meeting, gone)) == ()


@pytest.mark.parametrize("lines", [(), (line("else", RECOMMENDED),)])
def test_what_was_agreed_is_neither_withdrawn_nor_overwritten(
    open_meeting: Stage, lines: tuple[Line, ...]
) -> None:
    (item,) = read(open_meeting, message(line("map", RECOMMENDED)))
    record = open_meeting.record
    record.recommendations.save(replace(item, status=RecommendationStatus.AGREED))  # type: ignore[arg-type]  # it is one
    for _ in range(2):
        read(open_meeting, message(*lines, edited="300.000001"))
    assert texts(open_meeting) == {"R-1": ("map", "agreed")}
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_MOVED_ON, "R-1")]


@pytest.mark.parametrize("lines", [(), (line("one again"),)])
def test_what_somebody_else_corrected_is_neither_withdrawn_nor_overwritten(
    open_meeting: Stage, lines: tuple[Line, ...]
) -> None:
    (item,) = read(open_meeting, message(line("one")))
    edited = NewChange(
        kind=ChangeKind.EDITED, subject=item.reference, theme=item.theme, before="text=one", after="text=two"
    )
    open_meeting.record.changes.append([edited], LEAD, NOW)
    assert read(open_meeting, message(*lines, edited="300.000001")) == ()
    assert texts(open_meeting) == {"N-1": ("one", "recorded")}
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_CORRECTED, "N-1")]


@pytest.mark.parametrize("lines", [(), (line("one again"),)])
def test_who_may_record_no_more_is_told_once_what_stays(open_meeting: Stage, lines: tuple[Line, ...]) -> None:
    read(open_meeting, message(line("one"), line("two")))
    member = open_meeting.member(MEMBER)
    open_meeting.record.members.save(replace(member, role=Role.OBSERVER))
    for written in (message(*lines, edited="300.000001"), message(edited="300.000002")):
        refusal = open_meeting.refused(lambda written=written: read(open_meeting, written))
        assert (refusal.code, refusal.facts["references"]) == (RefusalCode.SCRIBED_KEPT, "N-1, N-2")
        refuse(written, 1, refusal, open_meeting.uow, NOW)
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_KEPT, "N-1")]


def test_who_may_record_no_more_is_told_nothing_of_what_is_withdrawn(open_meeting: Stage) -> None:
    (item,) = read(open_meeting, message(line("one")))
    open_meeting.record.notes.save(replace(item, status=WITHDRAWN))  # type: ignore[arg-type]  # it is one
    open_meeting.record.members.save(replace(open_meeting.member(MEMBER), role=Role.OBSERVER))
    gone = message(edited="300.000001")
    refusal = open_meeting.refused(lambda: read(open_meeting, gone))
    assert refusal.code is RefusalCode.OBSERVER_READS_ONLY
    refuse(gone, 1, refusal, open_meeting.uow, NOW)
    assert deliveries(open_meeting, DeliveryKind.SCRIBE) == []


def test_a_correction_tells_what_of_the_record_it_leaves(open_meeting: Stage) -> None:
    first = open_meeting.obstacle().reference
    due = NOW.date() + timedelta(days=30)
    read(
        open_meeting,
        message(
            line("map", RECOMMENDED, answers=(first,)),
            line("send", ACTION, owner=LEAD, due_on=due),
            line("of talent", theme="talent"),
        ),
    )
    corrected = message(
        line("bigger map", RECOMMENDED),
        line("send it", ACTION),
        line("of talents"),
        edited="300.000001",
    )
    assert len(read(open_meeting, corrected)) == 3
    assert answers(open_meeting) == [
        (RefusalCode.SCRIBED_ANSWERS, "R-1"),
        (RefusalCode.SCRIBED_OWNER, "A-1"),
        (RefusalCode.SCRIBED_DUE, "A-1"),
        (RefusalCode.SCRIBED_THEME, "N-1"),
    ]


def test_a_correction_that_leaves_nothing_behind_is_not_answered(open_meeting: Stage) -> None:
    said = (open_meeting.obstacle().reference,)
    read(
        open_meeting,
        message(line("map", RECOMMENDED, answers=said), line("send", ACTION, owner=LEAD), line("a")),
    )
    corrected = message(
        line("bigger map", RECOMMENDED, answers=said),
        line("send it", ACTION, owner=LEAD),
        line("b"),
        edited="300.000001",
    )
    assert len(read(open_meeting, corrected)) == 3
    assert deliveries(open_meeting, DeliveryKind.SCRIBE) == []
    assert open_meeting.record.scribed.of_message(CHANNEL, "200.000001")[0].edited == "300.000001"
