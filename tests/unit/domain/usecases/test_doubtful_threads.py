"""Which threads may be an open meeting's, and what becomes of what is typed in them meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Payload
from domain.people import Person
from domain.refusal import RefusalCode
from domain.usecases.announcing import arrived
from domain.usecases.doubtful_threads import (
    ASKED_AGAIN,
    DoubtfulThread,
    ThreadInDoubt,
    doubtful_thread,
    wait_or_decline,
)
from domain.usecases.scribbling import ScribedMessage
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import M1, deliveries, ended, started
from tests.unit.domain.usecases.outbox import LEASE
from tests.unit.domain.usecases.stage import NOW, UNBOUND, Stage

MINUTE = timedelta(minutes=1)
THREAD = f"{NOW.timestamp():.6f}"


def sent(stage: Stage) -> Delivery:
    """The line of a meeting that was just opened is on its way."""
    started(stage)
    (line,) = deliveries(stage, DeliveryKind.MEETING)
    stage.uow.outbox.claim(LEASE, NOW, 10)
    stage.uow.outbox.freeze(line.id, LEASE, [Payload({}, {})])
    stage.uow.outbox.begin(line.id, LEASE, 0, NOW)
    return stage.uow.outbox.deliveries[line.id]


def found(stage: Stage, thread: str = THREAD, channel: str = CHANNEL) -> DoubtfulThread | None:
    return doubtful_thread(WORKSPACE, channel, thread, stage.uow)


def written(ts: str = THREAD) -> ScribedMessage:
    person = Person(WORKSPACE, MEMBER)
    return ScribedMessage(person=person, channel=CHANNEL, thread=THREAD, ts=ts, edited="", lines=())


def test_a_thread_that_began_as_the_line_of_the_meeting_was_sent_is_doubtful(charging: Stage) -> None:
    sent(charging)
    assert found(charging) == DoubtfulThread(group=1, meeting=M1, settled=False)
    assert found(charging, channel=UNBOUND) is None


@pytest.mark.parametrize("away", [-10 * MINUTE, 10 * MINUTE])
def test_a_thread_of_another_time_is_not(charging: Stage, away: timedelta) -> None:
    sent(charging)
    assert found(charging, f"{(NOW + away).timestamp():.6f}") is None


def test_a_thread_of_before_the_line_was_sent_is_not_however_long_the_line_had_waited(
    charging: Stage,
) -> None:
    line = sent(charging)
    long_due = replace(line, due_at=NOW - timedelta(hours=20))
    charging.uow.outbox.deliveries[line.id] = long_due
    assert found(charging) is not None
    assert found(charging, f"{(NOW - timedelta(hours=10)).timestamp():.6f}") is None


def test_nothing_is_doubtful_before_the_line_was_sent_once_it_stands_or_came_to_nothing(
    charging: Stage,
) -> None:
    assert found(charging) is None
    line = sent(charging)
    charging.uow.outbox.settle(line.id, LEASE, DeliveryState.FAILED, "is_archived")
    assert found(charging) is None
    arrived(line, 0, THREAD, charging.uow)
    assert found(charging) is None
    ended(charging)
    assert found(charging) is None


def test_a_thread_stays_doubtful_when_the_meeting_is_over_and_another_one_has_begun(charging: Stage) -> None:
    line = sent(charging)
    ended(charging)
    assert found(charging) == DoubtfulThread(group=1, meeting=M1, settled=False)
    started(charging, key="another")
    assert found(charging) == DoubtfulThread(group=1, meeting=M1, settled=False)
    charging.uow.outbox.settle(line.id, LEASE, DeliveryState.UNCERTAIN, "missing_scope")
    assert found(charging) == DoubtfulThread(group=1, meeting=M1, settled=True)


def test_a_message_in_a_doubtful_thread_is_asked_for_again_while_slack_sends_it_again(
    charging: Stage,
) -> None:
    sent(charging)
    doubtful = found(charging)
    assert doubtful is not None
    with pytest.raises(ThreadInDoubt):
        wait_or_decline(written(), doubtful, charging.uow, NOW + MINUTE)
    assert deliveries(charging, DeliveryKind.SCRIBE) == []
    wait_or_decline(written(), doubtful, charging.uow, NOW + ASKED_AGAIN)
    wait_or_decline(written(), doubtful, charging.uow, NOW + ASKED_AGAIN + MINUTE)
    (reply,) = deliveries(charging, DeliveryKind.SCRIBE)
    assert [each["code"] for each in reply.facts["problems"]] == [RefusalCode.SCRIBED_IN_DOUBT]


def test_a_message_under_a_line_that_nobody_looks_for_any_more_is_declined_at_once(charging: Stage) -> None:
    line = sent(charging)
    charging.uow.outbox.settle(line.id, LEASE, DeliveryState.UNCERTAIN, "missing_scope")
    doubtful = found(charging)
    assert doubtful == DoubtfulThread(group=1, meeting=M1, settled=True)
    wait_or_decline(written(), doubtful, charging.uow, NOW)
    (reply,) = deliveries(charging, DeliveryKind.SCRIBE)
    assert (reply.channel, reply.facts["thread"], reply.facts["user"]) == (CHANNEL, THREAD, MEMBER)
