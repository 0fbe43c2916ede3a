"""Digests become deliveries; every change falls in exactly one range of each subscription."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.change import Change, ChangeKind
from domain.delivery import Delivery, DeliveryState, Lease, LeaseLost, Payload
from domain.language import Language
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.deliveries import (
    QUIET_AGAIN_AFTER,
    SKIPPED_ROWS_MAX,
    Materialised,
    deliver_now,
    digest_of,
    give_up,
    materialise,
    scope_of,
    stretch_of,
)
from domain.usecases.digests import CHUNK
from domain.usecases.subscriptions import Subscribe, pause, resume, stop, subscribe
from tests.fakes.scene import CHANNEL, FOUNDED_AT, LEAD, MEMBER, MONDAYS_AT_NINE, WORKSPACE, Hand, found
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.stage import profile

MONDAY_NINE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""Monday 23 November, 09:00 in Mexico City."""

DAILY = Schedule(frozenset(range(7)), time(9), "UTC")
LEASE = Lease("owner")
WEEK = timedelta(days=7)


@pytest.fixture
def uow() -> FakeUnitOfWork:
    return FakeUnitOfWork()


@pytest.fixture
def hand(uow: FakeUnitOfWork) -> Hand:
    return Hand(uow, found(uow))


def current(hand: Hand, number: int = 1) -> Subscription:
    subscription = hand.record.subscriptions.get(number)
    assert subscription is not None
    return subscription


def deliveries(uow: FakeUnitOfWork) -> list[Delivery]:
    return list(uow.outbox.deliveries.values())


def settle(uow: FakeUnitOfWork, now: datetime, state: DeliveryState = DeliveryState.SENT) -> None:
    """Everything in flight reaches this state; parts are frozen and, unless it failed, arrive."""
    for held in uow.outbox.claim(LEASE, now, 100):
        uow.outbox.freeze(held.id, LEASE, [Payload({"text": "rich"}, {"text": "plain"})])
        if state is DeliveryState.FAILED:
            give_up(uow, uow.outbox.deliveries[held.id], LEASE, "is_archived")
        else:
            uow.outbox.begin(held.id, LEASE, 0, now)
            uow.outbox.arrived(held.id, LEASE, 0, "1.0")
            uow.outbox.settle(held.id, LEASE, state, None)


def test_a_due_slot_becomes_a_delivery_over_everything_since_the_last(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    subscription = hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    assert materialise(uow, MONDAY_NINE - timedelta(seconds=1), 10) == Materialised(0, 0)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)
    (delivery,) = deliveries(uow)
    assert delivery.key == "digest:T0001/1/D-1:2026-11-23"
    assert (delivery.state, delivery.channel) == (DeliveryState.PENDING, CHANNEL)
    assert delivery.due_at == MONDAY_NINE
    assert delivery.facts["slot"] == "2026-11-23"
    stretch = stretch_of(delivery.facts)
    assert (stretch.after, stretch.through) == (subscription.told_through, hand.record.changes.last_number)
    assert (stretch.since, stretch.until) == (FOUNDED_AT, MONDAY_NINE)
    told = current(hand)
    assert told.told_through == stretch.through
    assert told.last_date == date(2026, 11, 23)
    assert told.next_slot is not None
    assert told.next_slot.due_at == MONDAY_NINE + WEEK


def test_nothing_is_made_while_a_delivery_is_in_flight(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(0, 0)
    settle(uow, MONDAY_NINE + WEEK)
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(1, 0)


def test_after_downtime_one_digest_covers_the_gap_and_the_other_slots_are_rows_too(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    for week in range(4):
        hand.change(FOUNDED_AT + week * WEEK)
    assert materialise(uow, MONDAY_NINE + 3 * WEEK, 10) == Materialised(1, 3)
    *skipped, last = deliveries(uow)
    assert {row.state for row in skipped} == {DeliveryState.SKIPPED}
    assert [row.key[-10:] for row in skipped] == ["2026-11-23", "2026-11-30", "2026-12-07"]
    assert all(row.facts["after"] == row.facts["through"] for row in skipped)
    assert last.key.endswith("2026-12-14")
    assert last.facts["missed"] == 3
    assert last.facts["through"] - last.facts["after"] == 4


def test_years_of_downtime_leave_a_bounded_number_of_rows(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, DAILY)
    now = FOUNDED_AT + timedelta(days=3650)
    assert materialise(uow, now, 10) == Materialised(1, SKIPPED_ROWS_MAX)
    assert deliveries(uow)[-1].facts["missed"] == 3649
    next_slot = current(hand).next_slot
    assert next_slot is not None
    assert next_slot.due_at > now


def test_the_period_begins_where_the_last_digest_ended(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    late = MONDAY_NINE + timedelta(hours=5)
    materialise(uow, late, 10)
    settle(uow, late)
    materialise(uow, MONDAY_NINE + WEEK, 10)
    assert stretch_of(deliveries(uow)[-1].facts).since == late


def test_a_quiet_slot_is_skipped_where_so_set(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, skip_quiet=True, themes=("talent",))
    hand.change(FOUNDED_AT, theme="charging")
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(0, 1)
    (row,) = deliveries(uow)
    assert row.state is DeliveryState.SKIPPED
    assert current(hand).told_through == row.facts["through"] == hand.record.changes.last_number
    hand.change(MONDAY_NINE, theme="talent")
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(1, 0)


def test_news_are_looked_for_no_further_than_the_first_of_them(
    uow: FakeUnitOfWork, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group's row is locked meanwhile."""
    hand.subscribe(FOUNDED_AT, skip_quiet=True)
    for _ in range(CHUNK + 1):
        hand.change(FOUNDED_AT, theme="charging")
    changes, asked = hand.record.changes, []
    between = changes.between

    def counted(after: int, through: int, limit: int) -> tuple[Change, ...]:
        asked.append(after)
        return between(after, through, limit)

    monkeypatch.setattr(changes, "between", counted)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)
    assert len(asked) == 1


def test_a_quiet_slot_is_told_where_not_set(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)


def test_at_most_the_limit_is_made_at_once(uow: FakeUnitOfWork, hand: Hand) -> None:
    for themes in ((), ("charging",), ("talent",)):
        hand.subscribe(FOUNDED_AT, themes=themes)
    assert materialise(uow, MONDAY_NINE, 2) == Materialised(2, 0)
    assert materialise(uow, MONDAY_NINE, 2) == Materialised(1, 0)
    assert materialise(uow, MONDAY_NINE, 2) == Materialised(0, 0)


def test_the_same_number_in_two_workspaces_makes_two_keys(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    Hand(uow, found(uow, "T0002")).subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    assert {row.key for row in deliveries(uow)} == {
        "digest:T0001/1/D-1:2026-11-23",
        "digest:T0002/1/D-1:2026-11-23",
    }


def test_a_slot_whose_key_exists_is_passed_without_telling_anything(uow: FakeUnitOfWork, hand: Hand) -> None:
    subscription = hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    settle(uow, MONDAY_NINE)
    hand.record.subscriptions.save(subscription)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(0, 0)
    assert current(hand).told_through == subscription.told_through
    assert current(hand).next_slot != subscription.next_slot


def test_now_tells_everything_and_the_slot_keeps_its_time(uow: FakeUnitOfWork, hand: Hand) -> None:
    before = hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    queued = deliver_now(hand.steer(1, key="trigger-now"), uow, FOUNDED_AT)
    (delivery,) = deliveries(uow)
    assert queued.key == delivery.key == "now:trigger-now"
    assert (delivery.facts["after"], delivery.facts["through"]) == (
        before.told_through,
        hand.record.changes.last_number,
    )
    assert current(hand).told_through == hand.record.changes.last_number
    assert current(hand).next_slot == before.next_slot


def test_a_replay_of_now_gets_the_first_answer(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    command = hand.steer(1)
    first = deliver_now(command, uow, FOUNDED_AT)
    assert deliver_now(command, uow, FOUNDED_AT).key == first.key
    assert len(deliveries(uow)) == 1


def test_now_is_refused_while_a_digest_is_on_its_way(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1), uow, FOUNDED_AT)
    assert refused.value.code is RefusalCode.DIGEST_IN_FLIGHT


def test_now_is_refused_again_for_ten_minutes_while_nothing_new_happened(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    settle(uow, FOUNDED_AT)
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1), uow, FOUNDED_AT + QUIET_AGAIN_AFTER - timedelta(seconds=1))
    assert (refused.value.code, refused.value.facts) == (RefusalCode.NOTHING_NEW, {"number": 1})
    assert len(deliveries(uow)) == 1
    deliver_now(hand.steer(1), uow, FOUNDED_AT + QUIET_AGAIN_AFTER)
    assert len(deliveries(uow)) == 2


def test_now_is_taken_again_once_something_happened(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    settle(uow, FOUNDED_AT)
    hand.change(FOUNDED_AT)
    assert deliver_now(hand.steer(1), uow, FOUNDED_AT).subscription.number == 1


def test_now_is_taken_again_after_a_quiet_digest_that_failed(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    settle(uow, FOUNDED_AT, DeliveryState.FAILED)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    assert len(deliveries(uow)) == 2


@pytest.mark.parametrize("lost", ["membership", "is_guest", "is_stranger"])
def test_a_personal_digest_of_somebody_who_left_is_stopped_instead_of_delivered(
    uow: FakeUnitOfWork, hand: Hand, lost: str
) -> None:
    personal(uow, hand)
    if lost == "membership":
        del uow.workspace(WORKSPACE).group(1).members.by_user[MEMBER]
    else:
        uow.workspace(WORKSPACE).people.save(profile(MEMBER, **{lost: True}))
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(0, 1)
    (row,) = deliveries(uow)
    assert row.state is DeliveryState.SKIPPED
    assert row.facts["after"] == row.facts["through"]
    assert (current(hand).state, current(hand).next_slot) == (SubscriptionState.STOPPED, None)
    (told,) = hand.record.changes.between(row.facts["through"], hand.record.changes.last_number, 10)
    assert (told.kind, told.after) == (ChangeKind.DIGEST_STOPPED, MEMBER)
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(0, 0)


def test_a_personal_digest_of_a_member_is_delivered(uow: FakeUnitOfWork, hand: Hand) -> None:
    personal(uow, hand)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)


def personal(uow: FakeUnitOfWork, hand: Hand) -> None:
    """MEMBER's own digest, on Mondays."""
    command = Subscribe(
        origin=hand.origin(MEMBER),
        group=1,
        channel=MEMBER,
        reader=MEMBER,
        schedule=MONDAYS_AT_NINE,
        themes=(),
        languages=(Language.ENGLISH,),
    )
    subscribe(command, uow, FOUNDED_AT)


def test_now_is_for_those_who_may_schedule(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, themes=("charging",))
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1, MEMBER), uow, FOUNDED_AT)
    assert refused.value.code is RefusalCode.LEAD_ONLY
    assert deliver_now(hand.steer(1, LEAD), uow, FOUNDED_AT).subscription.number == 1


def test_now_is_refused_once_the_digest_has_ended(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    stop(hand.steer(1), uow, FOUNDED_AT)
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1), uow, FOUNDED_AT)
    assert refused.value.code is RefusalCode.SUBSCRIPTION_ENDED


def test_what_never_arrived_is_told_by_the_next_digest(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    settle(uow, MONDAY_NINE, DeliveryState.FAILED)
    hand.change(MONDAY_NINE)
    materialise(uow, MONDAY_NINE + WEEK, 10)
    failed, following = deliveries(uow)
    assert failed.state is DeliveryState.FAILED
    assert failed.error == "is_archived"
    assert following.facts["after"] == failed.facts["after"]
    assert following.facts["through"] == hand.record.changes.last_number
    assert following.facts["since"] == failed.facts["since"]


def test_what_arrived_in_part_counts_as_told(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    (held,) = uow.outbox.claim(LEASE, MONDAY_NINE, 1)
    uow.outbox.freeze(held.id, LEASE, [Payload({}, {}), Payload({}, {})])
    uow.outbox.begin(held.id, LEASE, 0, MONDAY_NINE)
    uow.outbox.arrived(held.id, LEASE, 0, "1.0")
    give_up(uow, uow.outbox.deliveries[held.id], LEASE, "is_archived")
    assert current(hand).told_through == held.facts["through"]


def test_giving_up_needs_the_lease(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    (held,) = uow.outbox.claim(LEASE, MONDAY_NINE, 1)
    with pytest.raises(LeaseLost):
        give_up(uow, held, Lease("another"), "is_archived")
    assert current(hand).told_through == held.facts["through"]


def test_a_delivery_knows_its_digest(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, themes=("charging",))
    hand.change(FOUNDED_AT)
    hand.change(FOUNDED_AT, theme="talent")
    materialise(uow, MONDAY_NINE, 10)
    digest = digest_of(deliveries(uow)[0], uow)
    assert (digest.since, digest.until) == (FOUNDED_AT, MONDAY_NINE)
    assert digest.themes == scope_of(deliveries(uow)[0].facts).themes == ("charging",)
    assert digest.changes == 2
    assert len(digest.effects.recorded) == 1


def test_resuming_what_was_never_paused_does_not_pass_over_a_slot_that_is_due(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    resume(hand.steer(1), uow, MONDAY_NINE)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)


@dataclass(slots=True)
class World:
    """Two subscriptions of one group, through whatever happens."""

    uow: FakeUnitOfWork = field(default_factory=FakeUnitOfWork)
    now: datetime = FOUNDED_AT
    hand: Hand = field(init=False)
    first_told: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hand = Hand(self.uow, found(self.uow))
        for schedule, quiet in ((DAILY, False), (Schedule(frozenset({0, 3}), time(2, 30), "UTC"), True)):
            stored = self.hand.subscribe(self.now, schedule, skip_quiet=quiet)
            self.first_told[stored.number] = stored.told_through

    def attempt(self, action: Callable[[], object], *allowed: RefusalCode) -> None:
        try:
            action()
        except Refusal as refusal:
            assert refusal.code in allowed  # noqa: PT017 - a refusal may come, or not

    def do(self, move: tuple[str, int]) -> None:
        what, how = move
        steer = self.hand.steer(1 + how % 2)
        if what == "change":
            self.hand.change(self.now, ("charging", "talent", None)[how % 3])
        elif what == "pass":
            self.now += timedelta(hours=how)
        elif what == "tick":
            materialise(self.uow, self.now, 1 + how % 2)
        elif what == "settle":
            states = (DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.FAILED)
            settle(self.uow, self.now, states[how % 3])
        elif what == "now":
            self.attempt(lambda: deliver_now(steer, self.uow, self.now), *REFUSED_NOW)
        elif what == "pause":
            pause(steer, self.uow, self.now)
        else:
            resume(steer, self.uow, self.now)

    def check(self) -> None:
        for number, first_told in self.first_told.items():
            rows = [row for row in deliveries(self.uow) if row.subscription == number]
            assert sum(not row.state.is_final for row in rows) <= 1
            told = [row for row in rows if row.state is not DeliveryState.FAILED]
            ranges = [(row.facts["after"], row.facts["through"]) for row in told]
            ends = [(first_told, first_told), *ranges]
            assert all(before[1] == after[0] for before, after in pairwise(ends)), "a gap or an overlap"
            assert ends[-1][1] == current(self.hand, number).told_through
        keys = [row.key for row in deliveries(self.uow)]
        assert len(keys) == len(set(keys))

    def finish(self) -> None:
        """Everything settles well, everybody resumes, and two weeks go by."""
        for _ in range(2):
            settle(self.uow, self.now)
            for number in self.first_told:
                resume(self.hand.steer(number), self.uow, self.now)
            self.now += WEEK
            materialise(self.uow, self.now, 10)
        settle(self.uow, self.now)


REFUSED_NOW = (RefusalCode.DIGEST_IN_FLIGHT, RefusalCode.NOTHING_NEW)
MOVES = st.tuples(
    st.sampled_from(["change", "pass", "tick", "settle", "now", "pause", "resume", "tick", "change", "pass"]),
    st.integers(0, 400),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(MOVES, max_size=40))
def test_every_change_falls_in_exactly_one_range_of_each_subscription(moves: list[tuple[str, int]]) -> None:
    world = World()
    for move in moves:
        world.do(move)
        world.check()
    world.finish()
    world.check()
    last = world.hand.record.changes.last_number
    for number, first_told in world.first_told.items():
        assert current(world.hand, number).told_through == last
        told = [
            change
            for row in deliveries(world.uow)
            if row.subscription == number and row.state is not DeliveryState.FAILED
            for change in range(row.facts["after"] + 1, row.facts["through"] + 1)
        ]
        assert told == list(range(first_told + 1, last + 1))
    assert WORKSPACE in world.uow.workspaces
