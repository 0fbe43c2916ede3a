"""Whatever is skipped, brought back, edited, paused or resumed: the date announced is the one that comes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.delivery import DeliveryState, Skipped
from domain.recurrence import LAST, MonthlyOnDay, MonthlyOnWeekday, Recurrence, Weekly
from domain.schedule import Schedule
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.deliveries import materialise
from domain.usecases.rescheduling import EditDigest, edit_digest
from domain.usecases.skipping import SkipDigest, left_out_in, skip_digest, unskip_digest
from domain.usecases.subscriptions import pause, resume
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, Hand, found
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import current, digests, settle

MEXICO = "America/Mexico_City"
RHYTHMS: tuple[Recurrence, ...] = (
    Weekly(frozenset({0})),
    Weekly(frozenset({1})),
    Weekly(frozenset(range(5))),
    Weekly(frozenset({4}), 2),
    Weekly(frozenset({0}), 2),
    MonthlyOnDay(LAST),
    MonthlyOnWeekday(1, 0),
)
TIMES = (time(9), time(17), time(0, 30))
ZONES = (MEXICO, "Asia/Tokyo", "Pacific/Honolulu")
MOVES = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, len(RHYTHMS) * len(TIMES) * len(ZONES) - 1)),
    st.tuples(st.sampled_from(["wait", "downtime"]), st.integers(1, 300)),
    st.tuples(st.sampled_from(["skip", "skip", "unskip", "pause", "resume", "next"]), st.integers(0, 9)),
)


@dataclass(slots=True)
class World:
    """One digest, through whatever happens to it."""

    uow: FakeUnitOfWork = field(default_factory=FakeUnitOfWork)
    now: datetime = FOUNDED_AT
    hand: Hand = field(init=False)

    def __post_init__(self) -> None:
        self.hand = Hand(self.uow, found(self.uow))
        self.hand.subscribe(self.now)

    @property
    def digest(self) -> Subscription:
        return current(self.hand)

    @property
    def ahead(self) -> tuple[date, ...]:
        found = left_out_in(self.hand.origin(CHAIR), 1, CHANNEL, self.uow, self.now)
        return found.get(1, ())

    def do(self, move: tuple[str, int]) -> None:
        what, how = move
        if what == "edit":
            self.edit(how)
        elif what == "skip" and self.digest.next_slot is not None:
            self.skip()
        elif what == "unskip":
            self.unskip(how)
        elif what == "pause":
            pause(self.hand.steer(1), self.uow, self.now)
        elif what == "resume":
            resume(self.hand.steer(1), self.uow, self.now)
        elif what == "next":
            self.come()
        elif what in {"wait", "downtime"}:
            self.wait(timedelta(hours=how), ticks=what == "wait")

    def edit(self, how: int) -> None:
        rest, rhythm = divmod(how, len(RHYTHMS))
        schedule = Schedule(RHYTHMS[rhythm], TIMES[rest % 3], ZONES[rest // 3])
        edit_digest(
            EditDigest(
                origin=self.hand.origin(CHAIR),
                group=1,
                channel=CHANNEL,
                number=1,
                revision=lambda before: replace(before, schedule=schedule),
            ),
            self.uow,
            self.now,
        )

    def skip(self) -> None:
        slot = self.digest.next_slot
        left = skip_digest(SkipDigest(steer=self.hand.steer(1)), self.uow, self.now)
        assert slot is not None
        assert left.date == slot.date
        assert slot.date in self.ahead

    def unskip(self, how: int) -> None:
        ahead = self.ahead
        on = ahead[how % len(ahead)] if ahead and how else None
        back = unskip_digest(SkipDigest(steer=self.hand.steer(1), on=on), self.uow, self.now)
        assert back.date == (on or max(ahead, default=None))
        assert back.others == tuple(each for each in ahead if each != back.date)
        assert self.ahead == back.others

    def come(self) -> None:
        """The date that was announced is the date of the next delivery."""
        slot = self.digest.next_slot
        if slot is None:
            return
        self.tick(slot.due_at - timedelta(seconds=1), None)
        self.tick(slot.due_at, slot.date)

    def wait(self, length: timedelta, *, ticks: bool) -> None:
        until = self.now + length
        while ticks and self.digest.next_slot is not None and self.digest.next_slot.due_at <= until:
            self.come()
        slot = self.digest.next_slot
        if slot is None or slot.due_at > until:
            self.tick(until, None)
            return
        before = self.made()
        self.now = until
        assert materialise(self.uow, self.now, 9).created == 1
        settle(self.uow, self.now)
        assert self.made()[:-1] == before

    def tick(self, now: datetime, expected: date | None) -> None:
        before = self.made()
        self.now = max(self.now, now)
        materialise(self.uow, self.now, 9)
        settle(self.uow, self.now)
        assert self.made() == [*before, *([expected.isoformat()] if expected else [])]

    def made(self) -> list[str]:
        return [each.facts["slot"] for each in digests(self.uow) if each.state is DeliveryState.SENT]

    def check(self) -> None:
        rows = digests(self.uow)
        assert len({each.facts["slot"] for each in rows}) == len(rows)
        assert len(set(self.made())) == len(self.made())
        slot = self.digest.next_slot
        assert (slot is None) is (self.digest.state is SubscriptionState.PAUSED)
        asked = {each.facts["slot"] for each in rows if each.skipped is Skipped.ASKED}
        assert slot is None or slot.date.isoformat() not in asked


@settings(max_examples=300, deadline=None)
@given(st.lists(MOVES, max_size=30))
@example([("next", 0), ("skip", 0), ("edit", 7), ("next", 0)])
@example([("skip", 0), ("edit", 1), ("skip", 0), ("edit", 7), ("next", 0)])
@example([("skip", 0), ("edit", 2), ("downtime", 100)])
def test_the_date_announced_is_the_date_of_the_next_delivery(moves: list[tuple[str, int]]) -> None:
    world = World()
    for move in moves:
        world.do(move)
        world.check()
    resume(world.hand.steer(1), world.uow, world.now)
    world.come()
    world.come()
    world.check()


def test_a_skipped_date_stays_skipped_after_an_edit() -> None:
    world = World()
    world.come()
    world.skip()
    world.edit(len(RHYTHMS))
    assert world.ahead == (date(2026, 11, 30),)
    world.come()
    assert world.made() == ["2026-11-23", "2026-12-07"]


def test_of_days_that_come_before_and_behind_it_after_an_edit_the_skipped_one_alone_is_missing() -> None:
    world = World(now=datetime(2026, 11, 19, 20, tzinfo=UTC))
    world.skip()
    world.edit(RHYTHMS.index(Weekly(frozenset(range(5)))) + len(RHYTHMS))
    for _ in range(3):
        world.come()
    assert world.made() == ["2026-11-19", "2026-11-20", "2026-11-24"]


def test_a_date_that_is_brought_back_after_an_edit_comes() -> None:
    world = World()
    world.skip()
    world.edit(len(RHYTHMS))
    world.unskip(0)
    world.come()
    assert world.made() == ["2026-11-23"]


def test_every_second_week_counts_the_date_that_is_left_out() -> None:
    world = World()
    world.skip()
    world.edit(RHYTHMS.index(Weekly(frozenset({0}), 2)) + len(RHYTHMS))
    assert world.ahead == (date(2026, 11, 23),)
    world.come()
    assert world.made() == ["2026-12-07"]
