"""Pauses in memory, and whose turn it is, to the protocols of `domain.outbox`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.pause import HISTORY, REACTIONS, WORKSPACE


class FakePauses:
    """Pauses by workspace and channel.

    They run by a clock of their own, which stands still until a test sets `now`: to a function, since what a
    store rolls back is a copy, and a method would be copied with its clock.
    """

    def __init__(self, free: Callable[[datetime], Iterable[Delivery]]) -> None:
        self._free = free
        self.now: Callable[[], datetime] = lambda: datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
        self.rows: dict[tuple[str, str], tuple[datetime, bool]] = {}

    def take_turn(self, workspace: str, channel: str, pace: timedelta) -> timedelta:
        left = max(self.left(workspace, place) for place in (WORKSPACE, channel))
        if not left and pace:
            self.rows[workspace, channel] = (self.now() + pace, False)
        return left

    def rest(self, workspace: str, channel: str, pace: timedelta) -> None:
        now = self.now()
        until, by_slack = self.rows.get((workspace, channel), (now, False))
        if pace:
            self.rows[workspace, channel] = (max(now + pace, until), by_slack)

    def hold(self, workspace: str, channel: str, length: timedelta) -> None:
        now = self.now()
        until = max(now + length, self.rows.get((workspace, channel), (now, True))[0])
        self.rows[workspace, channel] = (until, True)

    def left(self, workspace: str, channel: str) -> timedelta:
        now = self.now()
        until, _ = self.rows.get((workspace, channel), (now, False))
        return max(until - now, timedelta())

    def held(self, workspace: str) -> frozenset[str]:
        now = self.now()
        return frozenset(
            channel
            for (of, channel), (until, by_slack) in self.rows.items()
            if of == workspace and by_slack and until > now
        )

    def ends_in(self, now: datetime) -> timedelta | None:
        waiting = [self.wait(delivery) for delivery in self._free(now)]
        return min((wait for wait in waiting if wait), default=None)

    def forget(self, before: datetime) -> int:
        old = [place for place, (until, _) in self.rows.items() if until < before]
        for place in old:
            del self.rows[place]
        return len(old)

    def wait(self, delivery: Delivery) -> timedelta:
        """Until the first of the pauses ends that it waits for; zero without any."""
        lengths = [self.left(delivery.workspace, place) for place in places(delivery)]
        return min((length for length in lengths if length), default=timedelta())


def places(delivery: Delivery) -> tuple[str, ...]:
    """What it waits for when that is paused."""
    if delivery.kind is DeliveryKind.REACTION:
        return (REACTIONS,)
    doubt = () if delivery.state is DeliveryState.PENDING else (HISTORY,)
    return (WORKSPACE, delivery.channel, *doubt)


def in_turn(free: Iterable[Delivery], busy: set[tuple[str, str]], after: str) -> list[Delivery]:
    """The first in each channel that is not busy, and every emoji: of each workspace one by one."""
    taken = set(busy)
    by_workspace: dict[str, list[Delivery]] = {}
    for delivery in sorted(free, key=lambda one: one.id):
        channel = (delivery.workspace, delivery.channel)
        if delivery.kind is not DeliveryKind.REACTION:
            if channel in taken:
                continue
            taken.add(channel)
        by_workspace.setdefault(delivery.workspace, []).append(delivery)
    ring = sorted(by_workspace, key=lambda workspace: (workspace <= after, workspace))
    rounds = max(map(len, by_workspace.values()), default=0)
    return [
        by_workspace[workspace][turn]
        for turn in range(rounds)
        for workspace in ring
        if turn < len(by_workspace[workspace])
    ]
