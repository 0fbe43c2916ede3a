"""Whatever happens, every change falls in exactly one range of each subscription."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.delivery import Delivery, DeliveryState, Payload, Skipped
from domain.outbox import Prepared
from domain.recurrence import Weekly
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.usecases.deliveries import deliver_now, materialise
from domain.usecases.preparing import AHEAD, to_prepare, use_ahead, use_prepared
from domain.usecases.subscriptions import pause, resume
from tests.fakes.scene import FOUNDED_AT, WORKSPACE, Hand, found
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import DAILY, WEEK, current, deliveries, settle


@dataclass(slots=True)
class World:
    """Two subscriptions of one group, through whatever happens."""

    uow: FakeUnitOfWork = field(default_factory=FakeUnitOfWork)
    now: datetime = FOUNDED_AT
    hand: Hand = field(init=False)
    first_told: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hand = Hand(self.uow, found(self.uow))
        for schedule, quiet in (
            (DAILY, False),
            (Schedule(Weekly(frozenset({0, 3})), time(2, 30), "UTC"), True),
        ):
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
            if not use_prepared(self.uow, self.now, 1 + how % 2):
                materialise(self.uow, self.now, 1 + how % 2)
        elif what == "prepare":
            self.prepare()
        elif what == "settle":
            states = (DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.FAILED)
            settle(self.uow, self.now, states[how % 3])
        elif what == "now":
            self.attempt(lambda: deliver_now(steer, self.uow, self.now), *REFUSED_NOW)
        elif what == "pause":
            pause(steer, self.uow, self.now)
        else:
            resume(steer, self.uow, self.now)

    def prepare(self, between: tuple[str, int] | None = None) -> None:
        """Who is due next is prepared shortly before; something may happen while that is done."""
        slots = [current(self.hand, number).next_slot for number in self.first_told]
        ahead = [slot.due_at for slot in slots if slot is not None and slot.due_at > self.now]
        if not ahead:
            return
        self.now = max(self.now, min(ahead) - AHEAD / 2)
        taken = to_prepare(self.uow, self.now, 2)
        if between is not None:
            self.do(between)
        uses = [use_ahead(self.uow, one) for one in taken]
        every = [Prepared(use.delivery, WORDS, use.subscription) for use in uses if use is not None]
        self.uow.preparations.keep(every)

    def check(self) -> None:
        for number, first_told in self.first_told.items():
            rows = [row for row in deliveries(self.uow) if row.subscription == number]
            assert sum(not row.state.is_final for row in rows) <= 1
            told = [row for row in rows if is_told(row)]
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


def is_told(row: Delivery) -> bool:
    """Not what gave its range back: it failed, or waited when its subscription was paused."""
    return row.state is not DeliveryState.FAILED and row.skipped is not Skipped.WITHDRAWN


WORDS = (Payload({"text": "ahead"}, {"text": "ahead"}),)
REFUSED_NOW = (RefusalCode.DIGEST_IN_FLIGHT, RefusalCode.NOTHING_NEW)
MOVES = st.tuples(
    st.sampled_from(
        ["change", "pass", "tick", "settle", "now", "pause", "resume", "tick", "change", "pass", "prepare"]
    ),
    st.integers(0, 400),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(MOVES, max_size=40))
def test_every_change_falls_in_exactly_one_range_of_each_subscription(moves: list[tuple[str, int]]) -> None:
    world = World()
    for move in moves:
        world.do(move)
        world.check()
    require_everything_told(world)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.none() | MOVES, st.none() | MOVES, st.lists(MOVES, max_size=2)), max_size=12))
def test_nor_does_it_matter_what_happens_while_and_after_one_is_prepared(
    rounds: list[tuple[tuple[str, int] | None, tuple[str, int] | None, list[tuple[str, int]]]],
) -> None:
    world = World()
    for between, after, others in rounds:
        world.prepare(between)
        if after is not None:
            world.do(after)
        world.now += AHEAD / 2
        world.do(("tick", 1))
        for move in (("settle", 0), *others):
            world.do(move)
            world.check()
    require_everything_told(world)


def require_everything_told(world: World) -> None:
    world.finish()
    world.check()
    last = world.hand.record.changes.last_number
    for number, first_told in world.first_told.items():
        assert current(world.hand, number).told_through == last
        told = [
            change
            for row in deliveries(world.uow)
            if row.subscription == number and is_told(row)
            for change in range(row.facts["after"] + 1, row.facts["through"] + 1)
        ]
        assert told == list(range(first_told + 1, last + 1))
    assert WORKSPACE in world.uow.workspaces
