"""What a changed message leaves as it is: later versions win, and what the group went on with stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from domain.change import ChangeKind, NewChange
from domain.delivery import DeliveryKind
from domain.item import WITHDRAWN
from domain.people import Role
from domain.position import Stance
from domain.recommendation import RecommendationStatus
from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.answering import scribe_reply
from domain.usecases.positions import TakePosition, take_position
from domain.usecases.scribbling import Line, Misread
from domain.usecases.scribe_answers import refuse, tell_of_kept
from domain.usecases.undoing import Undo, undo
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
        assert open_meeting.writes_nothing(partial(read, open_meeting, late)) == ()


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
        refusal = open_meeting.refused(partial(read, open_meeting, written))
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


def test_after_the_end_the_answer_says_that_a_note_stays_a_note(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    ended(open_meeting)
    read(open_meeting, message(line("else", RecordKind.DECISION), edited="300.000001"))
    assert texts(open_meeting) == {"N-1": ("else", "recorded")}
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_KIND, "N-1")]


def test_an_obstacle_that_is_answered_stays_when_its_message_is_gone_unless_the_answer_goes(
    open_meeting: Stage,
) -> None:
    (obstacle,) = read(open_meeting, message(line("no map", RecordKind.OBSTACLE)))
    answered = line("map", RECOMMENDED, answers=(obstacle.reference,))
    read(open_meeting, message(answered, user=LEAD, ts="200.000002"))
    assert read(open_meeting, message(edited="300.000001")) == ()
    assert texts(open_meeting) == {"O-1": ("no map", "identified"), "R-1": ("map", "proposed")}
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_ANSWERED, "O-1")]
    read(open_meeting, message(user=LEAD, ts="200.000002", edited="300.000002"))
    read(open_meeting, message(edited="300.000003"))
    assert {status for _, status in texts(open_meeting).values()} == {WITHDRAWN}


def test_an_answered_obstacle_is_still_corrected_by_its_message(open_meeting: Stage) -> None:
    (obstacle,) = read(open_meeting, message(line("no map", RecordKind.OBSTACLE)))
    answered = line("map", RECOMMENDED, answers=(obstacle.reference,))
    read(open_meeting, message(answered, user=LEAD, ts="200.000002"))
    read(open_meeting, message(line("no map at all", RecordKind.OBSTACLE), edited="300.000001"))
    assert texts(open_meeting)["O-1"] == ("no map at all", "identified")


def spoken_of(stage: Stage, user: str, key: str) -> None:
    wanted = TakePosition(
        origin=stage.origin(user, key=key),
        group=1,
        reference=Reference(Series.RECOMMENDATION, 1),
        stance=Stance.SUPPORT,
        comment=None,
    )
    take_position(wanted, stage.uow, NOW)


def test_what_others_took_a_position_on_stays_when_its_message_is_gone(open_meeting: Stage) -> None:
    read(open_meeting, message(line("map", RECOMMENDED)))
    spoken_of(open_meeting, LEAD, "theirs")
    assert read(open_meeting, message(edited="300.000001")) == ()
    assert texts(open_meeting) == {"R-1": ("map", "proposed")}
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_BUILT_ON, "R-1")]


def test_one_s_own_position_and_one_that_was_taken_back_hold_nothing(open_meeting: Stage) -> None:
    read(open_meeting, message(line("map", RECOMMENDED)))
    spoken_of(open_meeting, MEMBER, "own")
    spoken_of(open_meeting, LEAD, "theirs")
    undo(Undo(origin=open_meeting.origin(LEAD), group=1), open_meeting.uow, NOW)
    read(open_meeting, message(edited="300.000001"))
    assert texts(open_meeting) == {"R-1": ("map", WITHDRAWN)}


def test_the_author_of_a_message_in_a_channel_that_moved_is_told_alone_and_once_what_stays(
    open_meeting: Stage,
) -> None:
    read(open_meeting, message(line("one"), line("two")))
    written = message(edited="300.000001")
    for _ in range(2):
        tell_of_kept(written, {line("two").mark}, 1, open_meeting.uow, NOW)
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    assert (reply.channel, "thread" in reply.facts) == (MEMBER, False)
    told = scribe_reply(reply, open_meeting.uow)
    assert told is not None
    assert told.thread is None
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_ELSEWHERE, "N-1")]


def test_of_a_message_that_still_says_the_same_nobody_is_told(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    for edited, marks in (("300.000001", {line("one").mark}), ("", set[str]())):
        written = message(edited=edited)
        told = open_meeting.writes_nothing(partial(tell_of_kept, written, marks, 1, open_meeting.uow, NOW))
        assert told is False


def test_who_may_record_no_more_is_told_so_also_of_a_channel_that_moved(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    open_meeting.record.members.save(replace(open_meeting.member(MEMBER), role=Role.OBSERVER))
    assert tell_of_kept(message(edited="300.000001"), set(), 1, open_meeting.uow, NOW) is True
    assert answers(open_meeting) == [(RefusalCode.SCRIBED_KEPT, "N-1")]


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
