"""Every kind of delivery is asked, before it is sent, whether it is still to be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.channel import Binding
from domain.delivery import (
    SKIPPED_FACT,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Part,
    Payload,
    Skipped,
)
from domain.notice import STALE_AFTER
from domain.refusal import Refusal, RefusalCode
from domain.reminder import Plan
from domain.usecases.deliveries import materialise
from domain.usecases.resending import Decide, confirm, resend, retry
from domain.usecases.subscriptions import Steer, stop
from domain.usecases.timeliness import QUESTIONS, is_on_its_way, leave_unsaid, why_unsaid
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, MEMBER, WORKSPACE, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.gathering import deliveries, ended, started
from tests.unit.domain.usecases.outbox import LEASE, MONDAY_NINE, WEEK, current, digests, personal, to_tell
from tests.unit.domain.usecases.stage import Stage, profile

WORDS = Payload({"text": "rich"}, {"text": "plain"})


def taken(uow: FakeUnitOfWork, now: datetime = MONDAY_NINE) -> Delivery:
    """What is due now, made and claimed."""
    materialise(uow, now, 10)
    (held,) = uow.outbox.claim(LEASE, now, 9)
    return held


def rebind(uow: FakeUnitOfWork) -> None:
    """The channel goes to another group."""
    channels = uow.workspace(WORKSPACE).channels
    channels.release(CHANNEL)
    channels.bind(Binding(CHANNEL, 2))


def arrived_in_part(delivery: Delivery) -> Delivery:
    parts = (Part(position=0, payload=WORDS, ts="1.0"), Part(position=1, payload=WORDS))
    return replace(delivery, parts=parts)


def of_kind(uow: FakeUnitOfWork, kind: DeliveryKind, channel: str, **facts: object) -> Delivery:
    number = uow.outbox.add(to_tell(f"{kind}:{len(uow.outbox.deliveries)}", kind, channel, **facts))
    assert number is not None
    return uow.outbox.deliveries[number]


def deactivate(uow: FakeUnitOfWork, user: str) -> None:
    uow.workspace(WORKSPACE).people.save(profile(user, is_deactivated=True))


def test_every_kind_of_delivery_has_its_question() -> None:
    assert set(QUESTIONS) == set(DeliveryKind)


def test_a_digest_is_said_while_everything_is_as_it_was(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    assert why_unsaid(taken(uow), uow, MONDAY_NINE) is None


def test_a_digest_is_not_said_in_a_channel_of_another_group_not_even_the_rest_of_it(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    held = taken(uow)
    rebind(uow)
    assert why_unsaid(held, uow, MONDAY_NINE) is Skipped.ELSEWHERE
    assert why_unsaid(arrived_in_part(held), uow, MONDAY_NINE) is Skipped.ELSEWHERE


def test_a_stopped_digest_is_not_said_but_one_that_arrived_in_part_is_finished(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    held = taken(uow)
    stop(hand.steer(1), uow, MONDAY_NINE)
    assert why_unsaid(held, uow, MONDAY_NINE) is Skipped.STOPPED
    assert why_unsaid(arrived_in_part(held), uow, MONDAY_NINE) is None


@pytest.mark.parametrize("leaves", [True, False])
def test_a_personal_digest_is_not_said_to_who_left_or_was_deactivated(
    uow: FakeUnitOfWork, hand: Hand, *, leaves: bool
) -> None:
    personal(uow, hand)
    held = taken(uow)
    assert why_unsaid(held, uow, MONDAY_NINE) is None
    if leaves:
        hand.record.members.remove(MEMBER)
    else:
        deactivate(uow, MEMBER)
    assert why_unsaid(held, uow, MONDAY_NINE) is Skipped.READER_LEFT


def test_a_deactivated_reader_is_made_no_digest(uow: FakeUnitOfWork, hand: Hand) -> None:
    personal(uow, hand)
    deactivate(uow, MEMBER)
    materialise(uow, MONDAY_NINE, 10)
    (row,) = digests(uow)
    assert (row.state, row.facts[SKIPPED_FACT]) == (DeliveryState.SKIPPED, Skipped.READER_LEFT)


def test_the_range_of_a_digest_that_is_not_said_is_told_by_the_next(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    before = current(hand).told_through
    hand.change(FOUNDED_AT)
    held = taken(uow)
    leave_unsaid(uow, held, LEASE, Skipped.ELSEWHERE)
    row = uow.outbox.deliveries[held.id]
    assert (row.state, row.error) == (DeliveryState.SKIPPED, Skipped.ELSEWHERE)
    assert current(hand).told_through == before
    following = taken(uow, MONDAY_NINE + WEEK)
    assert (following.facts["after"], following.facts["since"]) == (before, held.facts["since"])


def test_what_arrived_in_part_has_told_its_range(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    held = taken(uow)
    told = current(hand).told_through
    leave_unsaid(uow, arrived_in_part(held), LEASE, Skipped.ELSEWHERE)
    assert current(hand).told_through == told == held.facts["through"]


def test_a_range_that_was_told_further_since_is_not_told_twice(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    held = taken(uow)
    subscription = replace(current(hand), told_through=held.facts["through"] + 5)
    hand.record.subscriptions.save(subscription)
    leave_unsaid(uow, held, LEASE, Skipped.ELSEWHERE)
    assert current(hand) == subscription


def test_whoever_stops_a_digest_learns_whether_one_is_on_its_way(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    steer: Steer = hand.steer(1)
    assert not is_on_its_way(steer, uow)
    held = taken(uow)
    uow.outbox.freeze(held.id, LEASE, [WORDS])
    assert not is_on_its_way(steer, uow)
    uow.outbox.begin(held.id, LEASE, 0, MONDAY_NINE)
    assert is_on_its_way(steer, uow)
    uow.outbox.arrived(held.id, LEASE, 0, "1.0")
    uow.outbox.settle(held.id, LEASE, DeliveryState.SENT, None)
    assert not is_on_its_way(steer, uow)


def test_what_is_not_to_be_said_any_more_is_not_sent_again_by_hand(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    held = taken(uow)
    uow.outbox.settle(held.id, LEASE, DeliveryState.UNCERTAIN, "missing_scope")
    stop(hand.steer(1), uow, MONDAY_NINE)
    asked = Decide(origin=hand.origin(CHAIR), group=1, channel=CHANNEL, delivery=held.id, attempts=0)
    with pytest.raises(Refusal) as refused:
        resend(asked, uow, MONDAY_NINE)
    assert refused.value.code is RefusalCode.DELIVERY_UNSAID
    for afresh in (True, False):
        with pytest.raises(Refusal) as refused:
            retry(uow, held.id, MONDAY_NINE, afresh=afresh)
        assert refused.value.code is RefusalCode.DELIVERY_UNSAID
    assert confirm(asked, uow, MONDAY_NINE).state is DeliveryState.SENT


def test_the_log_of_digests_decides_of_nothing_else(uow: FakeUnitOfWork, hand: Hand) -> None:
    other = of_kind(uow, DeliveryKind.MEETING_AHEAD, CHANNEL)
    uow.outbox.claim(LEASE, MONDAY_NINE, 9)
    uow.outbox.settle(other.id, LEASE, DeliveryState.FAILED, "restricted_action")
    asked = Decide(origin=hand.origin(CHAIR), group=1, channel=CHANNEL, delivery=other.id, attempts=0)
    for act in (confirm, resend):
        with pytest.raises(Refusal) as refused:
            act(asked, uow, MONDAY_NINE)
        assert refused.value.code is RefusalCode.DELIVERY_UNKNOWN


@pytest.mark.usefixtures("hand")
def test_a_notice_is_not_said_to_who_left_or_a_month_later(uow: FakeUnitOfWork) -> None:
    notice = of_kind(uow, DeliveryKind.NOTICE, MEMBER)
    assert why_unsaid(notice, uow, MONDAY_NINE) is None
    late = MONDAY_NINE + STALE_AFTER + timedelta(seconds=1)
    assert why_unsaid(notice, uow, late) is Skipped.TOO_LATE
    deactivate(uow, MEMBER)
    assert why_unsaid(notice, uow, MONDAY_NINE) is Skipped.READER_LEFT
    assert why_unsaid(replace(notice, channel="U0STRANGE"), uow, MONDAY_NINE) is Skipped.READER_LEFT


@pytest.mark.usefixtures("hand")
def test_a_notice_is_not_said_to_who_has_become_a_guest(uow: FakeUnitOfWork) -> None:
    notice = of_kind(uow, DeliveryKind.NOTICE, MEMBER)
    uow.workspace(WORKSPACE).people.save(profile(MEMBER, is_guest=True))
    assert why_unsaid(notice, uow, MONDAY_NINE) is Skipped.READER_LEFT


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize("kind", [DeliveryKind.MINUTES, DeliveryKind.CORRECTION, DeliveryKind.REPLY])
def test_what_belongs_into_a_channel_is_not_said_once_it_is_another_groups(
    uow: FakeUnitOfWork, kind: DeliveryKind
) -> None:
    delivery = of_kind(uow, kind, CHANNEL, meeting=1)
    assert why_unsaid(delivery, uow, MONDAY_NINE) is None
    rebind(uow)
    assert why_unsaid(delivery, uow, MONDAY_NINE) is Skipped.ELSEWHERE


@pytest.mark.usefixtures("hand")
def test_an_answer_to_one_alone_is_not_said_half_an_hour_later(uow: FakeUnitOfWork) -> None:
    answer = of_kind(uow, DeliveryKind.WHISPER, CHANNEL)
    late = answer.due_at + timedelta(minutes=30)
    assert why_unsaid(answer, uow, late) is None
    assert why_unsaid(answer, uow, late + timedelta(seconds=1)) is Skipped.TOO_LATE


def test_a_meeting_that_is_over_is_not_opened_any_more(charging: Stage) -> None:
    started(charging)
    (line,) = deliveries(charging, DeliveryKind.MEETING)
    assert why_unsaid(line, charging.uow, MONDAY_NINE) is None
    ended(charging)
    assert why_unsaid(line, charging.uow, MONDAY_NINE) is Skipped.NOTHING_LEFT
    assert why_unsaid(arrived_in_part(line), charging.uow, MONDAY_NINE) is None
    rebind(charging.uow)
    assert why_unsaid(line, charging.uow, MONDAY_NINE) is Skipped.ELSEWHERE


@pytest.mark.usefixtures("hand")
def test_an_answer_in_a_thread_stays_out_of_another_groups_channel(uow: FakeUnitOfWork) -> None:
    in_thread = of_kind(uow, DeliveryKind.SCRIBE, CHANNEL, thread="1.0")
    in_private = of_kind(uow, DeliveryKind.SCRIBE, "D0001", thread=None)
    rebind(uow)
    assert why_unsaid(in_thread, uow, MONDAY_NINE) is Skipped.ELSEWHERE
    assert why_unsaid(in_private, uow, MONDAY_NINE) is None


def reminder(uow: FakeUnitOfWork) -> Delivery:
    zone, day = "America/Mexico_City", "2026-11-23"
    return of_kind(uow, DeliveryKind.REMINDERS, MEMBER, day=day, zone=zone, since=None)


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize(
    ("now", "why"),
    [
        (MONDAY_NINE, None),
        (datetime(2026, 11, 24, 1, 59, tzinfo=UTC), None),
        (datetime(2026, 11, 24, 2, 0, tzinfo=UTC), Skipped.TOO_LATE),
        (MONDAY_NINE + timedelta(days=1), Skipped.TOO_LATE),
    ],
)
def test_a_reminder_is_said_on_its_day_and_not_in_the_evening(
    uow: FakeUnitOfWork, now: datetime, why: Skipped | None
) -> None:
    assert why_unsaid(reminder(uow), uow, now) is why


def test_a_reminder_is_not_said_to_who_turned_them_off_or_left(uow: FakeUnitOfWork, hand: Hand) -> None:
    waits = reminder(uow)
    hand.record.reminding.save(Plan(user=MEMBER, next_at=None, muted=True))
    assert why_unsaid(waits, uow, MONDAY_NINE) is Skipped.MUTED
    hand.record.reminding.save(Plan(user=MEMBER, next_at=None))
    hand.record.members.remove(MEMBER)
    assert why_unsaid(waits, uow, MONDAY_NINE) is Skipped.READER_LEFT


@pytest.mark.usefixtures("hand")
def test_a_long_meeting_that_is_over_is_asked_about_no_more(uow: FakeUnitOfWork) -> None:
    waits = of_kind(uow, DeliveryKind.REMINDER, MEMBER, meeting=1)
    assert why_unsaid(waits, uow, MONDAY_NINE) is Skipped.NOTHING_LEFT
