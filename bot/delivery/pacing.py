"""When a channel or workspace may be asked again: one message a second, and Slack's own 429s."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

_KEPT = 4096
"""Entries before those that have passed are swept out."""


class Pace:
    """Not-before times in this process's memory; the stored ones count, these spare calls made in vain.

    A key is (workspace,) or (workspace, channel or purpose). `monotonic` gives seconds.
    """

    def __init__(self, monotonic: Callable[[], float], interval: timedelta) -> None:
        self._monotonic = monotonic
        self._interval = interval.total_seconds()
        self._not_before: dict[tuple[str, ...], float] = {}

    def wait(self, *key: str) -> timedelta:
        """How long until the key may be asked, the workspace's own time included."""
        ready = max(self._not_before.get(key, 0.0), self._not_before.get(key[:1], 0.0))
        return timedelta(seconds=max(0.0, ready - self._monotonic()))

    def reserve(self, *key: str) -> timedelta:
        """Take the key's next turn; how long until it comes."""
        self._sweep()
        wait = self.wait(*key)
        self._not_before[key] = self._monotonic() + wait.total_seconds() + self._interval
        return wait

    def hold(self, seconds: timedelta, *key: str) -> None:
        """Nobody asks the key before the time is over."""
        until = self._monotonic() + seconds.total_seconds()
        self._not_before[key] = max(self._not_before.get(key, 0.0), until)

    def _sweep(self) -> None:
        if len(self._not_before) >= _KEPT:
            now = self._monotonic()
            self._not_before = {key: ready for key, ready in self._not_before.items() if ready > now}
