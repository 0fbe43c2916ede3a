"""Whoever ended a meeting is told when its minutes did not arrive, or nobody knows whether they did."""

from __future__ import annotations

import pytest

from domain.delivery import Delivery, DeliveryKind, Payload
from domain.language import Language
from domain.notice import About, MinutesNotice
from domain.usecases.giving_up import give_up
from domain.usecases.notices import notice_of
from domain.usecases.resending import leave_uncertain
from tests.fakes.scene import LEAD, MEMBER
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


def test_nobody_is_told_of_minutes_whose_meeting_was_ended_by_somebody_who_left(charging: Stage) -> None:
    held = minutes(charging)
    charging.record.members.remove(LEAD)
    give_up(charging.uow, held, LEASE, "is_archived")
    assert told(charging) == []
    assert MEMBER not in {one.channel for one in deliveries(charging, DeliveryKind.NOTICE)}
