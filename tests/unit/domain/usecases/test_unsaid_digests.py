"""A digest that is sent again behind a later one and not to be said by then: whoever set it up is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Skipped
from domain.notice import About, DigestNotice
from domain.people import Role
from domain.usecases.deliveries import materialise
from domain.usecases.notices import notice_of
from domain.usecases.resending import Decide, resend
from domain.usecases.subscriptions import stop
from domain.usecases.timeliness import leave_unsaid, why_unsaid
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD, WORKSPACE, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import LEASE, MONDAY_NINE, WEEK, digests, settle

LATER = MONDAY_NINE + WEEK


def notices(uow: FakeUnitOfWork) -> list[Delivery]:
    return [
        each
        for each in uow.outbox.deliveries.values()
        if each.kind is DeliveryKind.NOTICE and each.facts["about"] == About.DIGEST_UNSAID
    ]


def in_doubt(uow: FakeUnitOfWork, hand: Hand) -> Delivery:
    """Monday's digest, of which nobody knows whether it arrived."""
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    (held,) = uow.outbox.claim(LEASE, MONDAY_NINE, 9)
    uow.outbox.settle(held.id, LEASE, DeliveryState.UNCERTAIN, "timeout")
    return held


def sent_again(uow: FakeUnitOfWork, hand: Hand, doubted: Delivery) -> Delivery:
    command = Decide(
        origin=hand.origin(CHAIR), group=1, channel=CHANNEL, delivery=doubted.id, attempts=doubted.attempts
    )
    resend(command, uow, LATER)
    (held,) = uow.outbox.claim(LEASE, LATER, 9)
    return held


def rebind(uow: FakeUnitOfWork) -> None:
    channels = uow.workspace(WORKSPACE).channels
    channels.release(CHANNEL)
    channels.bind(Binding(CHANNEL, 2))


@pytest.mark.parametrize("why", [Skipped.ELSEWHERE, Skipped.STOPPED])
def test_what_no_later_digest_tells_is_told_to_who_set_it_up(
    uow: FakeUnitOfWork, hand: Hand, why: Skipped
) -> None:
    doubted = in_doubt(uow, hand)
    hand.change(MONDAY_NINE)
    materialise(uow, LATER, 9)
    settle(uow, LATER)
    held = sent_again(uow, hand, doubted)
    if why is Skipped.ELSEWHERE:
        rebind(uow)
    else:
        stop(hand.steer(1), uow, LATER)
    assert why_unsaid(held, uow, LATER) is why
    leave_unsaid(uow, held, LEASE, why)

    (told,) = notices(uow)
    assert (told.channel, told.facts["error"]) == (CHAIR, why.value)
    notice = notice_of(told, uow, LATER)
    assert isinstance(notice, DigestNotice)
    assert (notice.about, notice.error, notice.due_at) == (About.DIGEST_UNSAID, why.value, MONDAY_NINE)
    assert notice.subscription.number == 1


def test_what_the_next_digest_tells_is_not_told_of(uow: FakeUnitOfWork, hand: Hand) -> None:
    held = sent_again(uow, hand, in_doubt(uow, hand))
    rebind(uow)
    leave_unsaid(uow, held, LEASE, Skipped.ELSEWHERE)
    assert notices(uow) == []


def test_the_chairs_are_told_where_who_set_it_up_left_the_group(uow: FakeUnitOfWork, hand: Hand) -> None:
    doubted = in_doubt(uow, hand)
    hand.change(MONDAY_NINE)
    materialise(uow, LATER, 9)
    settle(uow, LATER)
    held = sent_again(uow, hand, doubted)
    lead = hand.record.members.get(LEAD)
    assert lead is not None
    hand.record.members.save(replace(lead, role=Role.CHAIR))
    hand.record.members.remove(CHAIR)
    leave_unsaid(uow, held, LEASE, Skipped.ELSEWHERE)
    assert [each.channel for each in notices(uow)] == [LEAD]


def test_a_quiet_digest_has_nothing_that_is_missing(uow: FakeUnitOfWork, hand: Hand) -> None:
    doubted = in_doubt(uow, hand)
    materialise(uow, LATER, 9)
    settle(uow, LATER)
    held = sent_again(uow, hand, doubted)
    quiet = {**held.facts, "after": held.facts["through"]}
    subscription = hand.record.subscriptions.get(1)
    assert subscription is not None
    hand.record.subscriptions.save(replace(subscription, told_through=subscription.told_through + 1))
    leave_unsaid(uow, replace(held, facts=quiet), LEASE, Skipped.ELSEWHERE)
    assert notices(uow) == []
    assert digests(uow)
