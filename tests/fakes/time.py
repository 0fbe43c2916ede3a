"""Clocks that stand still until a test moves them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class ManualClock:
    """Real time and monotonic time that move together, unless `stall` moves only the latter."""

    def __init__(self, now: datetime = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)) -> None:
        self._now = now
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def stall(self, seconds: float) -> None:
        """Time passes that the wall clock does not show."""
        self._monotonic += seconds


class RunningClock(ManualClock):
    """Goes on by itself, as fast as real time; `advance` puts it forward."""

    def __init__(self, now: datetime = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)) -> None:
        super().__init__(now)
        self._began = time.monotonic()

    def now(self) -> datetime:
        return self._now + timedelta(seconds=time.monotonic() - self._began)

    def monotonic(self) -> float:
        return self._monotonic + time.monotonic() - self._began
