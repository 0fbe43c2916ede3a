"""Many lines in one message: each is recorded or answered, and what is too much is refused in words."""

from __future__ import annotations

import pytest

from domain.delivery import DeliveryKind
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.scribbling import Misread
from domain.usecases.scribe_answers import refuse
from domain.usecases.scribing import LINES_MAX
from tests.unit.domain.usecases.gathering import deliveries
from tests.unit.domain.usecases.stage import NEWCOMER, NOW, Stage
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


def test_a_message_with_more_lines_is_refused_whole_and_says_how_many(open_meeting: Stage) -> None:
    written = message(*(line(f"line {number}") for number in range(LINES_MAX + 1)))
    with pytest.raises(Refusal) as caught:
        read(open_meeting, written)
    assert caught.value.code is RefusalCode.SCRIBED_LINES
    assert caught.value.facts == {"count": LINES_MAX + 1, "most": LINES_MAX}
    refuse(written, 1, caught.value, open_meeting.uow, NOW)
    (reply,) = deliveries(open_meeting, DeliveryKind.SCRIBE)
    assert [problem["code"] for problem in reply.facts["problems"]] == ["scribed-lines"]
    assert texts(open_meeting) == {}


def test_a_message_corrected_into_too_many_lines_leaves_its_records_as_they_are(open_meeting: Stage) -> None:
    read(open_meeting, message(line("one")))
    longer = message(*(line(f"line {number}") for number in range(LINES_MAX + 1)), edited="300.000001")
    with pytest.raises(Refusal, match="scribed-lines"):
        read(open_meeting, longer)
    assert texts(open_meeting) == {"N-1": ("one", "recorded")}
    read(open_meeting, message(line("one, shorter"), edited="400.000001"))
    assert texts(open_meeting) == {"N-1": ("one, shorter", "recorded")}


def test_who_may_not_record_hears_that_first(open_meeting: Stage) -> None:
    many = [line(f"line {number}") for number in range(LINES_MAX + 1)]
    with pytest.raises(Refusal, match="members-only"):
        read(open_meeting, message(*many, user=NEWCOMER))
