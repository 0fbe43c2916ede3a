"""What people write in a meeting's thread: recorded once, corrected and taken back with the message."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from domain.delivery import DeliveryKind
from domain.item import WITHDRAWN
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.answering import Declined, Unread, scribe_reply
from domain.usecases.gathering import group_of_thread
from domain.usecases.scribbling import Misread
from domain.usecases.scribe_answers import refuse
from tests.fakes.scene import CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import deliveries, ended
from tests.unit.domain.usecases.stage import GUEST, NEWCOMER, NOW, OBSERVER, Stage
from tests.unit.domain.usecases.thread import THREAD, line, message, opened, read, texts

N1, N2 = Reference(Series.NOTE, 1), Reference(Series.NOTE, 2)


@pytest.fixture
def open_meeting() -> Stage:
    return opened()


def test_every_line_becomes_a_record_of_the_meeting_in_its_theme(open_meeting: Stage) -> None:
    answers = (open_meeting.obstacle().reference,)
    items = read(
        open_meeting,
        message(
            line("said"),
            line("first the census", RecordKind.DECISION),
            line("no map", RecordKind.OBSTACLE),
            line("publish a map", RecordKind.RECOMMENDATION, answers=answers),
            line("send the data", RecordKind.ACTION, owner=LEAD),
            line("of talent", RecordKind.OPPORTUNITY, theme="talent"),
        ),
    )
    assert [str(item.reference) for item in items] == ["N-1", "N-2", "O-2", "R-1", "A-1", "N-3"]
    assert {item.meeting for item in items} == {1}
    assert [item.theme for item in items] == ["charging"] * 5 + ["talent"]
    assert (items[3].links, items[4].owner) == (answers, LEAD)


def test_each_kind_is_answered_with_one_emoji(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one"), line("two"), line("three", RecordKind.DECISION)))
    given = deliveries(open_meeting, DeliveryKind.REACTION)
    assert [each.facts for each in given] == [
        {"kind": "note", "timestamp": "200.000001"},
        {"kind": "decision", "timestamp": "200.000001"},
    ]


def test_an_event_that_comes_again_records_nothing_more(open_meeting: Stage) -> None:
    written = message(line("one"), line("two"))
    read(open_meeting, written)
    assert open_meeting.writes_nothing(lambda: read(open_meeting, written)) == ()


def test_the_same_words_in_two_messages_are_two_records(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    read(open_meeting, message(line("one"), ts="200.000002"))
    assert texts(open_meeting) == {"N-1": ("one", "recorded"), "N-2": ("one", "recorded")}


def test_a_corrected_line_corrects_its_record_and_leaves_the_others_alone(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one"), line("two")))
    read(open_meeting, message(line("one"), line("two, corrected"), edited="300.000001"))
    assert texts(open_meeting) == {"N-1": ("one", "recorded"), "N-2": ("two, corrected", "recorded")}
    assert open_meeting.record.notes.by_number[1].version == 1


def test_a_note_that_becomes_a_decision_is_another_record_of_the_open_meeting(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one"), line("two")))
    read(open_meeting, message(line("one", RecordKind.DECISION), line("two"), edited="300.000001"))
    assert texts(open_meeting) == {
        "N-1": ("one", "withdrawn"),
        "N-2": ("two", "recorded"),
        "N-3": ("one", "recorded"),
    }
    assert [each.kind for each in open_meeting.record.register.all()].count(RecordKind.DECISION) == 1


def test_after_the_end_a_note_that_becomes_a_decision_is_kept(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    ended(open_meeting)
    read(open_meeting, message(line("one and all", RecordKind.DECISION), edited="300.000001"))
    assert texts(open_meeting) == {"N-1": ("one and all", "recorded")}


def test_a_line_that_is_put_in_front_is_a_new_record(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one"), line("two")))
    read(open_meeting, message(line("zero"), line("one"), line("two"), edited="300.000001"))
    assert texts(open_meeting) == {
        "N-1": ("one", "recorded"),
        "N-2": ("two", "recorded"),
        "N-3": ("zero", "recorded"),
    }


def test_a_line_that_is_taken_out_is_withdrawn_and_may_come_back_as_a_new_record(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one"), line("two")))
    read(open_meeting, message(line("two"), edited="300.000001"))
    read(open_meeting, message(line("one"), line("two"), edited="300.000002"))
    assert texts(open_meeting) == {
        "N-1": ("one", WITHDRAWN),
        "N-2": ("two", "recorded"),
        "N-3": ("one", "recorded"),
    }


def test_a_deleted_message_withdraws_all_its_records(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one"), line("no map", RecordKind.OBSTACLE)))
    read(open_meeting, message(edited="300.000001"))
    assert {status for _, status in texts(open_meeting).values()} == {WITHDRAWN}


def test_an_older_version_that_comes_late_changes_nothing(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    read(open_meeting, message(line("three"), edited="300.000003"))
    late = message(line("two"), edited="300.000002")
    assert open_meeting.writes_nothing(lambda: read(open_meeting, late)) == ()
    again = message(line("one"))
    assert open_meeting.writes_nothing(lambda: read(open_meeting, again)) == ()


def test_a_version_with_the_same_words_changes_nothing_but_is_the_latest(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    before = open_meeting.record.changes.last_number
    read(open_meeting, message(line("one"), edited="300.000001"))
    assert open_meeting.record.changes.last_number == before
    assert open_meeting.record.scribed.of_message(CHANNEL, "200.000001")[0].edited == "300.000001"


def test_a_refused_line_leaves_the_others_and_is_answered_in_the_thread_once(open_meeting: Stage) -> None:
    bad = line("send", RecordKind.ACTION, owner=NEWCOMER)
    unread = Misread(mark="x", kind=RecordKind.NOTE, code="theme-unknown", word="enrgy", suggestions=("a",))
    written = message(line("one"), bad, line(""), unread, line("two"))
    items = read(open_meeting, written)
    assert [item.reference for item in items] == [N1, N2]
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    told = scribe_reply(reply, open_meeting.uow)
    assert told is not None
    assert (told.user, told.thread) == (MEMBER, THREAD)
    declined = [each for each in told.problems if isinstance(each, Declined)]
    assert [each.refusal.code for each in declined] == [RefusalCode.OWNER_UNKNOWN, RefusalCode.TEXT_EMPTY]
    assert [each for each in told.problems if isinstance(each, Unread)] == [
        Unread(kind=RecordKind.NOTE, code="theme-unknown", word="enrgy", suggestions=("a",))
    ]


def test_a_message_of_refused_lines_alone_is_answered_once(open_meeting: Stage) -> None:
    written = message(line(""))
    for _ in range(2):
        read(open_meeting, written)
    assert len(deliveries(open_meeting, DeliveryKind.SCRIBE)) == 1


@pytest.mark.parametrize(
    ("user", "code"),
    [
        (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, RefusalCode.MEMBERS_ONLY),
    ],
)
def test_who_only_reads_is_refused_in_the_thread_once_in_a_meeting(
    open_meeting: Stage, user: str, code: RefusalCode
) -> None:
    for ts in ("200.000001", "200.000002"):
        written = message(line("one"), user=user, ts=ts)
        refusal = open_meeting.refused(partial(read, open_meeting, written))
        assert refusal.code is code
        refuse(written, 1, refusal, open_meeting.uow, NOW)
    assert texts(open_meeting) == {}
    assert len(deliveries(open_meeting, DeliveryKind.SCRIBE)) == 1


def test_after_the_end_new_lines_are_refused_and_recorded_ones_still_corrected(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    ended(open_meeting)
    refusal = open_meeting.refused(lambda: read(open_meeting, message(line("late"), ts="200.000009")))
    assert refusal.code is RefusalCode.MEETING_ENDED
    read(open_meeting, message(line("one, corrected"), line("more"), edited="300.000001"))
    assert texts(open_meeting) == {"N-1": ("one, corrected", "recorded")}
    assert len(deliveries(open_meeting, DeliveryKind.CORRECTION)) == 1
    assert len(deliveries(open_meeting, DeliveryKind.SCRIBE)) == 1


def test_a_message_that_is_gone_is_not_answered(open_meeting: Stage) -> None:
    refuse(message(), 1, Refusal(RefusalCode.MEMBERS_ONLY), open_meeting.uow, NOW)
    assert deliveries(open_meeting, DeliveryKind.SCRIBE) == []


def test_an_action_gets_the_owner_and_words_of_its_corrected_line(open_meeting: Stage) -> None:
    read(open_meeting, message(line("send", RecordKind.ACTION)))
    read(open_meeting, message(line("send it", RecordKind.ACTION, owner=LEAD), edited="300.000001"))
    found = open_meeting.record.actions.by_number[1]
    assert (found.text.original, found.owner) == ("send it", LEAD)


def test_a_thread_is_a_meeting_s_or_it_is_nobody_s(open_meeting: Stage) -> None:
    uow = open_meeting.uow
    assert group_of_thread(WORKSPACE, CHANNEL, THREAD, uow) == 1
    assert group_of_thread(WORKSPACE, CHANNEL, "100.000002", uow) is None
    assert group_of_thread(WORKSPACE, "C0NOBODY", THREAD, uow) is None
    assert (
        open_meeting.writes_nothing(lambda: read(open_meeting, replace(message(line("x")), thread="1.1")))
        == ()
    )
