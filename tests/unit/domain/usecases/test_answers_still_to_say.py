"""What was answered is not said any more once it is old, put right, or said otherwise by what came since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind, Part, Payload, Skipped
from domain.language import Language
from domain.reference import RecordKind
from domain.usecases.replying import Place, answer, tell
from domain.usecases.scribbling import Misread
from domain.usecases.timeliness import ANSWERED_WITHIN, why_unsaid
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import ELSEWHERE, M1, deliveries, scheduled, started
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.thread import line, message, opened, read

PLACE = Place(
    workspace=WORKSPACE, channel=CHANNEL, user=MEMBER, language=Language.ENGLISH, key="k", signed=True
)
WORDS = Payload({"text": "rich"}, {"text": "plain"})
WRONG = Misread(mark="wrong", kind=RecordKind.OBSTACLE, code="severity", word="enormous", suggestions=())


def misread(stage: Stage, **facts: str) -> None:
    read(stage, message(WRONG, **facts))


def the(stage: Stage, kind: DeliveryKind) -> Delivery:
    return deliveries(stage, kind)[0]


def why(stage: Stage, delivery: Delivery, *, after: timedelta = timedelta()) -> Skipped | None:
    return why_unsaid(delivery, stage.uow, NOW + after)


def test_of_a_line_that_was_put_right_nobody_is_told_any_more_that_it_was_wrong() -> None:
    stage = opened()
    misread(stage)
    wrong = the(stage, DeliveryKind.SCRIBE)
    assert why(stage, wrong) is None
    read(stage, message(line("No sockets", RecordKind.OBSTACLE), edited="200.5"))
    assert why(stage, wrong) is Skipped.NOTHING_LEFT


def test_of_a_line_that_is_still_wrong_the_later_answer_is_told() -> None:
    stage = opened()
    misread(stage)
    misread(stage, edited="200.5")
    earlier, later = deliveries(stage, DeliveryKind.SCRIBE)
    assert why(stage, earlier) is Skipped.NOTHING_LEFT
    assert why(stage, later) is None


def test_an_answer_of_an_earlier_release_that_names_no_version_is_told() -> None:
    stage = opened()
    misread(stage)
    read(stage, message(line("No sockets", RecordKind.OBSTACLE), edited="200.5"))
    wrong = the(stage, DeliveryKind.SCRIBE)
    facts = {name: fact for name, fact in wrong.facts.items() if name != "answered"}
    assert why(stage, replace(wrong, facts=facts)) is None


@pytest.mark.parametrize("everybody", [False, True])
def test_what_somebody_read_is_not_said_later_than_an_answer_to_one_alone(
    charging: Stage,
    everybody: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    place = PLACE if everybody else replace(PLACE, channel="D0001")
    answer(1, place, {"text": "O-1 is open"}, charging.uow, NOW, everybody=everybody)
    told = the(charging, DeliveryKind.REPLY)
    assert why(charging, told, after=ANSWERED_WITHIN) is None
    assert why(charging, told, after=2 * ANSWERED_WITHIN) is Skipped.TOO_LATE
    stands = replace(told, parts=(Part(position=0, payload=WORDS, ts="1.0"),))
    assert why(charging, stands, after=2 * ANSWERED_WITHIN) is None


def told_of(stage: Stage, kind: ChangeKind, channel: str = CHANNEL) -> Delivery:
    """What the channel is told of a change of the meeting that somebody makes now."""
    change = NewChange(kind=kind, subject=M1, before="2026-11-24", after="2026-11-25")
    written = stage.record.changes.append([change], MEMBER, NOW)
    tell(1, replace(PLACE, channel=channel, key=f"{kind}:{channel}"), written, stage.uow)
    return deliveries(stage, DeliveryKind.REPLY)[-1]


def test_what_a_meeting_was_to_be_is_not_told_below_the_line_of_what_it_is(charging: Stage) -> None:
    charging.uow.workspace(WORKSPACE).channels.bind(Binding(ELSEWHERE, 1))
    scheduled(charging)
    moved, elsewhere = (told_of(charging, ChangeKind.RESCHEDULED, at) for at in (CHANNEL, ELSEWHERE))
    evidence = told_of(charging, ChangeKind.LINKED)
    assert why(charging, moved) is None
    started(charging, reference=M1)
    assert why(charging, moved) is Skipped.NOTHING_LEFT
    assert why(charging, elsewhere) is None, "no line stands there"
    assert why(charging, evidence) is None
    stands = replace(moved, parts=(Part(position=0, payload=WORDS, ts="1.0"),))
    assert why(charging, stands) is None


def test_what_is_changed_once_a_meeting_has_begun_is_told(charging: Stage) -> None:
    scheduled(charging)
    started(charging, reference=M1)
    assert why(charging, told_of(charging, ChangeKind.RESCHEDULED)) is None
