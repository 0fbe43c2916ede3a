"""Whoever ended a meeting is told when its minutes did not arrive, or nobody knows whether they did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Payload
from domain.language import Language
from domain.notice import About, MinutesNotice
from domain.refusal import Refusal, RefusalCode
from domain.usecases.corrections import tell_of_correction
from domain.usecases.giving_up import give_up
from domain.usecases.notices import notice_of
from domain.usecases.resending import leave_uncertain, retry
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.gathering import M1, deliveries, ended, started
from tests.unit.domain.usecases.outbox import LEASE
from tests.unit.domain.usecases.stage import NOW, Stage


def minutes(stage: Stage, arrived: int = 0) -> Delivery:
    """Held, of a meeting that LEAD ended and MEMBER opened; so many of their two messages stand there."""
    started(stage)
    stage.uow.outbox.withdraw(deliveries(stage, DeliveryKind.MEETING)[0].key)
    ended(stage, LEAD)
    held = next(one for one in stage.uow.outbox.claim(LEASE, NOW, 10) if one.kind is DeliveryKind.MINUTES)
    stage.uow.outbox.freeze(held.id, LEASE, [Payload({}, {})] * 2)
    for position in range(arrived):
        stage.uow.outbox.begin(held.id, LEASE, position, NOW)
        stage.uow.outbox.arrived(held.id, LEASE, position, "1.0")
    return stage.uow.outbox.deliveries[held.id]


def told(stage: Stage) -> list[tuple[str, MinutesNotice]]:
    """Who is told what."""
    found = [(one.channel, notice_of(one, stage.uow, NOW)) for one in deliveries(stage, DeliveryKind.NOTICE)]
    return [(user, notice) for user, notice in found if isinstance(notice, MinutesNotice)]


@pytest.mark.parametrize("arrived", [0, 1])
def test_whoever_ended_the_meeting_is_told_that_its_minutes_failed(charging: Stage, arrived: int) -> None:
    give_up(charging.uow, minutes(charging, arrived), LEASE, "is_archived")
    ((user, notice),) = told(charging)
    assert (user, notice.meeting.reference, notice.error) == (LEAD, M1, "is_archived")
    assert (notice.about, notice.partly) == (About.MINUTES_FAILED, bool(arrived))
    assert notice.reader.language is Language.ENGLISH


def test_whoever_ended_the_meeting_is_told_that_nobody_knows_where_its_minutes_are(charging: Stage) -> None:
    leave_uncertain(charging.uow, minutes(charging), LEASE, "missing_scope")
    ((user, notice),) = told(charging)
    assert (user, notice.about, notice.error) == (LEAD, About.MINUTES_UNCERTAIN, "missing_scope")


def test_the_chairs_are_told_of_minutes_whose_meeting_was_ended_by_somebody_who_left(charging: Stage) -> None:
    held = minutes(charging)
    charging.record.members.remove(LEAD)
    give_up(charging.uow, held, LEASE, "is_archived")
    ((user, notice),) = told(charging)
    assert (user, notice.about) == (CHAIR, About.MINUTES_FAILED)
    assert MEMBER not in {one.channel for one in deliveries(charging, DeliveryKind.NOTICE)}


def corrected(stage: Stage) -> Delivery:
    """Held: MEMBER corrected what the minutes of a meeting said that LEAD ended."""
    stage.uow.outbox.settle(minutes(stage).id, LEASE, DeliveryState.SENT, None)
    meeting = stage.record.meetings.get(M1.number)
    assert meeting is not None
    changes = [NewChange(kind=ChangeKind.ATTENDED, subject=M1, person=MEMBER)]
    told = stage.record.changes.append(changes, MEMBER, NOW)
    tell_of_correction(stage.uow, stage.record, meeting, told)
    found = stage.uow.outbox.claim(LEASE, NOW, 10)
    return next(one for one in found if one.kind is DeliveryKind.CORRECTION)


def test_whoever_corrected_minutes_is_told_that_the_channel_was_not(charging: Stage) -> None:
    give_up(charging.uow, corrected(charging), LEASE, "is_archived")
    ((user, notice),) = told(charging)
    assert (user, notice.about, notice.error) == (MEMBER, About.CORRECTION_FAILED, "is_archived")


def test_of_a_correction_by_somebody_who_left_nobody_else_is_told(charging: Stage) -> None:
    held = corrected(charging)
    charging.record.members.remove(MEMBER)
    give_up(charging.uow, held, LEASE, "is_archived")
    assert told(charging) == []


@pytest.mark.parametrize("state", [DeliveryState.SENT, DeliveryState.PENDING, DeliveryState.UNCERTAIN])
def test_a_correction_is_not_sent_again_behind_a_later_one(charging: Stage, state: DeliveryState) -> None:
    first = corrected(charging)
    give_up(charging.uow, first, LEASE, "restricted_action")
    second = replace(first, id=99, key="later", state=state)
    charging.uow.outbox.deliveries[99] = second
    with pytest.raises(Refusal) as refused:
        retry(charging.uow, first.id, NOW, afresh=False)
    assert refused.value.code is RefusalCode.DELIVERY_TOLD_SINCE
    charging.uow.outbox.deliveries[99] = replace(second, state=DeliveryState.FAILED)
    assert retry(charging.uow, first.id, NOW, afresh=False).state is DeliveryState.PENDING
