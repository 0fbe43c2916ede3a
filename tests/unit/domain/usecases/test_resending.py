"""Deliveries in doubt or that failed: who decides about them, and that nothing is told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from domain.change import ChangeKind, NewChange
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Payload
from domain.refusal import Refusal, RefusalCode
from domain.usecases.deliveries import materialise
from domain.usecases.giving_up import give_up
from domain.usecases.resending import INSTALLER, Decide, confirm, leave_uncertain, log_of, resend, retry
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD, MEMBER, Hand, found
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import LEASE, MONDAY_NINE, WEEK, current, digests

UNCERTAIN, FAILED, SENT = DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.SENT


@pytest.fixture
def hand(uow: FakeUnitOfWork) -> Hand:
    hand = Hand(uow, found(uow))
    hand.subscribe(FOUNDED_AT)
    return hand


def ended(uow: FakeUnitOfWork, state: DeliveryState, now: datetime = MONDAY_NINE) -> Delivery:
    """The Monday's digest as it came out."""
    materialise(uow, now, 10)
    (held,) = (one for one in uow.outbox.claim(LEASE, now, 9) if one.kind is DeliveryKind.DIGEST)
    uow.outbox.freeze(held.id, LEASE, [Payload({"text": "rich"}, {"text": "plain"})])
    if state is not FAILED:
        uow.outbox.begin(held.id, LEASE, 0, now)
    held = uow.outbox.deliveries[held.id]
    if state is FAILED:
        give_up(uow, held, LEASE, "is_archived")
    elif state is UNCERTAIN:
        leave_uncertain(uow, held, LEASE, "missing_scope")
    else:
        uow.outbox.arrived(held.id, LEASE, 0, "1.0")
        uow.outbox.settle(held.id, LEASE, state, None)
    return uow.outbox.deliveries[held.id]


def decision(hand: Hand, seen: Delivery, who: str = CHAIR, **more: int | str) -> Decide:
    asked = {"channel": CHANNEL, "delivery": seen.id, "attempts": seen.attempts} | more
    return Decide(origin=hand.origin(who), group=1, **asked)  # type: ignore[arg-type]  # of the fields' own types


def record_something(hand: Hand) -> None:
    change = NewChange(kind=ChangeKind.PHASE_CHANGED, before="diagnosis", after="diagnosis")
    hand.record.changes.append([change], CHAIR, MONDAY_NINE)


def told(hand: Hand) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.actor) for change in hand.record.changes.between(0, 100, 100)]


def test_an_uncertain_digest_is_told_to_the_chairs_and_to_whoever_set_it_up(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    doubtful = ended(uow, UNCERTAIN)
    notices = [one for one in uow.outbox.deliveries.values() if one.kind is DeliveryKind.NOTICE]
    setter = current(hand).created_by
    assert {one.channel for one in notices} == {CHAIR, setter}
    assert {one.facts["about"] for one in notices} == {"digest-uncertain"}
    assert doubtful.state is UNCERTAIN


def test_it_arrived_says_a_chair_and_nothing_more_is_done(uow: FakeUnitOfWork, hand: Hand) -> None:
    doubtful = ended(uow, UNCERTAIN)
    decided = confirm(decision(hand, doubtful), uow, MONDAY_NINE)
    assert (decided.state, decided.error) == (SENT, None)
    assert (ChangeKind.DIGEST_CONFIRMED, CHAIR) in told(hand)


def test_send_it_again_says_a_chair_and_it_is_not_looked_for(uow: FakeUnitOfWork, hand: Hand) -> None:
    doubtful = ended(uow, UNCERTAIN)
    decided = resend(decision(hand, doubtful), uow, MONDAY_NINE)
    assert decided.state is DeliveryState.PENDING
    assert decided.parts[0].begun_at is None
    assert current(hand).told_through == doubtful.facts["through"]


@pytest.mark.parametrize(("who", "code"), [(LEAD, RefusalCode.CHAIR_ONLY), (MEMBER, RefusalCode.CHAIR_ONLY)])
def test_only_a_chair_decides_about_a_channels_digest(
    uow: FakeUnitOfWork, hand: Hand, who: str, code: RefusalCode
) -> None:
    doubtful = ended(uow, UNCERTAIN)
    for act in (confirm, resend):
        with pytest.raises(Refusal) as refused:
            act(decision(hand, doubtful, who), uow, MONDAY_NINE)
        assert refused.value.code is code
    assert uow.outbox.deliveries[doubtful.id] == doubtful


def test_a_second_press_gets_the_first_ones_answer(uow: FakeUnitOfWork, hand: Hand) -> None:
    command = decision(hand, ended(uow, UNCERTAIN))
    first = resend(command, uow, MONDAY_NINE)
    assert resend(command, uow, MONDAY_NINE) == first
    assert [kind for kind, _ in told(hand)].count(ChangeKind.DIGEST_RESENT) == 1


def test_of_two_chairs_who_decide_differently_the_first_is_heard(uow: FakeUnitOfWork, hand: Hand) -> None:
    doubtful = ended(uow, UNCERTAIN)
    confirm(decision(hand, doubtful), uow, MONDAY_NINE)
    with pytest.raises(Refusal) as refused:
        resend(decision(hand, doubtful), uow, MONDAY_NINE)
    assert refused.value.code is RefusalCode.DELIVERY_ARRIVED


def test_an_old_button_does_not_decide_about_a_later_sending(uow: FakeUnitOfWork, hand: Hand) -> None:
    doubtful = ended(uow, UNCERTAIN)
    with pytest.raises(Refusal) as refused:
        confirm(decision(hand, doubtful, attempts=doubtful.attempts - 1), uow, MONDAY_NINE)
    assert refused.value.code is RefusalCode.DELIVERY_CHANGED


@pytest.mark.parametrize("where", [{"channel": "C0999"}, {"delivery": 404}])
def test_nobody_decides_about_digests_elsewhere(
    uow: FakeUnitOfWork, hand: Hand, where: dict[str, Any]
) -> None:
    doubtful = ended(uow, UNCERTAIN)
    with pytest.raises(Refusal) as refused:
        confirm(decision(hand, doubtful, **where), uow, MONDAY_NINE)
    assert refused.value.code is RefusalCode.DELIVERY_UNKNOWN


def test_a_digest_that_failed_takes_its_changes_back_when_it_is_sent_again(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    failed = ended(uow, FAILED)
    assert current(hand).told_through == failed.facts["after"]
    resend(decision(hand, failed), uow, MONDAY_NINE)
    assert current(hand).told_through == failed.facts["through"]


def test_what_a_later_digest_told_is_not_told_again(uow: FakeUnitOfWork, hand: Hand) -> None:
    failed = ended(uow, FAILED)
    record_something(hand)
    ended(uow, SENT, MONDAY_NINE + WEEK)
    with pytest.raises(Refusal) as refused:
        retry(uow, failed.id, MONDAY_NINE, afresh=False)
    assert refused.value.code is RefusalCode.DELIVERY_TOLD_SINCE


def test_what_fails_when_it_is_sent_again_behind_a_later_one_keeps_its_changes(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    doubtful = ended(uow, UNCERTAIN)
    record_something(hand)
    later = ended(uow, SENT, MONDAY_NINE + WEEK)
    resend(decision(hand, doubtful), uow, MONDAY_NINE + WEEK)
    (again,) = (one for one in uow.outbox.claim(LEASE, MONDAY_NINE + WEEK, 9) if one.id == doubtful.id)
    give_up(uow, again, LEASE, "restricted_action")
    assert uow.outbox.deliveries[again.id].state is UNCERTAIN
    assert current(hand).told_through == later.facts["through"]
    seen = uow.outbox.deliveries[again.id]
    resend(decision(hand, seen), uow, MONDAY_NINE + WEEK)
    assert uow.outbox.deliveries[again.id].state is DeliveryState.PENDING


@pytest.mark.usefixtures("hand")
def test_while_a_later_digest_is_on_its_way_nothing_is_sent_again(uow: FakeUnitOfWork) -> None:
    doubtful = ended(uow, UNCERTAIN)
    materialise(uow, MONDAY_NINE + WEEK, 10)
    with pytest.raises(Refusal) as refused:
        retry(uow, doubtful.id, MONDAY_NINE, afresh=True)
    assert refused.value.code is RefusalCode.DIGEST_IN_FLIGHT


def test_a_retry_looks_before_it_sends_what_is_in_doubt(uow: FakeUnitOfWork, hand: Hand) -> None:
    doubtful = ended(uow, UNCERTAIN)
    again = retry(uow, doubtful.id, MONDAY_NINE, afresh=False)
    assert (again.state, again.looks, again.error) == (DeliveryState.SENDING, 0, None)
    assert again.parts[0].begun_at is not None
    assert (ChangeKind.DIGEST_RESENT, INSTALLER) in told(hand)


@pytest.mark.parametrize("state", [SENT, DeliveryState.SKIPPED])
@pytest.mark.usefixtures("hand")
def test_what_arrived_or_was_skipped_is_left_alone(uow: FakeUnitOfWork, state: DeliveryState) -> None:
    over = ended(uow, state)
    with pytest.raises(Refusal) as refused:
        retry(uow, over.id, MONDAY_NINE, afresh=True)
    expected = {SENT: RefusalCode.DELIVERY_ARRIVED, DeliveryState.SKIPPED: RefusalCode.DELIVERY_SKIPPED}
    assert refused.value.code is expected[state]


def test_what_is_on_its_way_and_what_there_is_not_is_left_alone(uow: FakeUnitOfWork, hand: Hand) -> None:
    materialise(uow, MONDAY_NINE, 10)
    (waiting,) = digests(uow)
    for number, code in ((waiting.id, RefusalCode.DELIVERY_UNDER_WAY), (404, RefusalCode.DELIVERY_UNKNOWN)):
        with pytest.raises(Refusal) as refused:
            retry(uow, number, MONDAY_NINE, afresh=False)
        assert refused.value.code is code
    assert hand.record.group.id == 1


def test_the_log_shows_what_waits_for_a_word_first_and_to_whom_it_is_given(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    doubtful = ended(uow, UNCERTAIN)
    first = ended(uow, SENT, MONDAY_NINE + WEEK)
    ended(uow, SENT, MONDAY_NINE + 2 * WEEK)
    later = first.due_at + 3 * WEEK
    uow.outbox.deliveries[first.id] = replace(first, due_at=later)
    shown = log_of(hand.origin(CHAIR), 1, CHANNEL, uow)
    assert [one.state for one in shown.deliveries] == [UNCERTAIN, SENT, SENT]
    assert shown.deliveries[1].due_at == later
    assert shown.deliveries[0].id == doubtful.id
    assert shown.decides
    assert not log_of(hand.origin(LEAD), 1, CHANNEL, uow).decides
    assert log_of(hand.origin(MEMBER), 1, MEMBER, uow).deliveries == ()
