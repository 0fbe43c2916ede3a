"""Many lines in one message: each is recorded or answered, and what is too much is refused in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.delivery import DeliveryKind
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal
from domain.usecases.scribbling import Line, Misread
from domain.usecases.scribe_deeds import LINES_MAX
from tests.unit.domain.usecases.gathering import deliveries
from tests.unit.domain.usecases.stage import NEWCOMER, NOW, Stage, everything
from tests.unit.domain.usecases.thread import line, message, opened, read, texts

UNKNOWN = (Reference(Series.OBSTACLE, 99),)


@pytest.fixture
def open_meeting() -> Stage:
    return opened()


def test_every_line_is_recorded_or_answered_however_many_are_refused(open_meeting: Stage) -> None:
    lines = [
        line(f"line {number}")
        if number % 3 == 0
        else line(f"for nothing {number}", RecordKind.RECOMMENDATION, answers=UNKNOWN)
        if number % 3 == 1
        else Misread(mark=str(number), kind=RecordKind.NOTE, code="theme-unknown", word="enrgy")
        for number in range(LINES_MAX)
    ]
    recorded = read(open_meeting, message(*lines))
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    assert len(recorded) + len(reply.facts["problems"]) == LINES_MAX
    assert len(texts(open_meeting)) == len(recorded) == (LINES_MAX + 2) // 3


def test_a_message_in_which_every_line_is_refused_is_answered_about_each(open_meeting: Stage) -> None:
    lines = [
        line(f"for nothing {each}", RecordKind.RECOMMENDATION, answers=UNKNOWN) for each in range(LINES_MAX)
    ]
    assert read(open_meeting, message(*lines)) == ()
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    assert len(reply.facts["problems"]) == LINES_MAX


def test_of_a_message_with_more_lines_the_first_are_taken_and_the_answer_names_the_others(
    open_meeting: Stage,
) -> None:
    written = message(*(line("" if number == 3 else f"line {number}") for number in range(300)))
    assert len(read(open_meeting, written)) == LINES_MAX - 1
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    assert reply.facts["problems"] == [
        {"code": "scribed-lines", "facts": {"count": 250, "lines": "51\N{EN DASH}300", "most": LINES_MAX}},
        {"kind": "note", "code": "text-empty", "facts": {}},
    ]


def test_lines_in_front_of_a_full_message_are_not_taken_and_take_nothing_away(open_meeting: Stage) -> None:
    full = [line(f"line {number}") for number in range(LINES_MAX)]
    read(open_meeting, message(*full))
    before = texts(open_meeting)
    longer = message(line("a"), *full[:9], line("b"), line("c"), *full[9:], edited="300.000001")
    assert read(open_meeting, longer) == ()
    assert texts(open_meeting) == before
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    (problem,) = reply.facts["problems"]
    assert problem["facts"] == {"count": 3, "lines": "1, 11\N{EN DASH}12", "most": LINES_MAX}


def test_a_full_message_is_still_corrected_and_a_line_taken_out_makes_room(open_meeting: Stage) -> None:
    full = [line(f"line {number}") for number in range(LINES_MAX)]
    read(open_meeting, message(*full))
    read(open_meeting, message(line("other"), *full[1:], edited="300.000001"))
    assert texts(open_meeting)["N-1"] == ("other", "recorded")
    read(open_meeting, message(*full[1:], line("a decision", RecordKind.DECISION), edited="400.000001"))
    assert texts(open_meeting)["N-1"] == ("other", "withdrawn")
    assert texts(open_meeting)[f"N-{LINES_MAX + 1}"] == ("a decision", "recorded")
    assert deliveries(open_meeting, DeliveryKind.SCRIBE) == []


REFUSED = {
    "empty": line(""),
    "long": line("x" * 3001),
    "theme": line("said", theme="nothing"),
    "unknown": line("for nothing", RecordKind.RECOMMENDATION, answers=UNKNOWN),
    "stranger": line("send", RecordKind.ACTION, owner=NEWCOMER),
    "past": line("send", RecordKind.ACTION, due_on=NOW.date() - timedelta(days=9)),
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_a_refused_line_leaves_no_trace_beside_its_answer(open_meeting: Stage, refused: Line) -> None:
    alone = opened()
    read(open_meeting, message(line("one"), refused, line("two"), refused))
    read(alone, message(line("one"), line("two")))
    assert len(deliveries(open_meeting, DeliveryKind.SCRIBE)) == 1
    open_meeting.uow.outbox.deliveries.clear()
    alone.uow.outbox.deliveries.clear()
    assert everything(open_meeting.uow) == everything(alone.uow)


CORRECTED = {
    "unknown": line("else", RecordKind.RECOMMENDATION, answers=UNKNOWN),
    "stranger": line("else", RecordKind.ACTION, owner=NEWCOMER),
    "past": line("else", RecordKind.ACTION, due_on=NOW.date() - timedelta(days=9)),
    "theme": line("else", theme="nothing"),
    "long": line("x" * 3001, RecordKind.OBSTACLE),
}


@pytest.mark.parametrize("refused", CORRECTED.values(), ids=CORRECTED)
def test_a_correction_is_made_whole_or_not_at_all(open_meeting: Stage, refused: Line) -> None:
    read(open_meeting, message(line("one", refused.kind)))
    before = open_meeting.record.changes.last_number
    assert read(open_meeting, message(refused, edited="300.000001")) == ()
    assert open_meeting.record.changes.last_number == before
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    (problem,) = reply.facts["problems"]
    assert Reference.parse(problem["kept"]).series is refused.kind.series


def test_who_may_not_record_hears_that_first(open_meeting: Stage) -> None:
    many = [line(f"line {number}") for number in range(LINES_MAX + 1)]
    with pytest.raises(Refusal, match="members-only"):
        read(open_meeting, message(*many, user=NEWCOMER))
