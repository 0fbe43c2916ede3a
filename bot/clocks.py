"""Clocks: real time, and the local workspace's clock that can be moved forward."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.ports import Clock


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)


class ShiftedClock:
    """Real time moved forward by the number of seconds written in a file.

    Demo and tests only: the local workspace writes the file when somebody moves its clock. A missing file
    means no offset.
    """

    def __init__(self, path: Path, real: Clock) -> None:
        self._path = path
        self._real = real

    def now(self) -> datetime:
        """The shifted instant, in UTC. Raises ValueError when the file holds no number."""
        try:
            offset = float(self._path.read_text(encoding="ascii"))
        except FileNotFoundError:
            offset = 0.0
        return self._real.now() + timedelta(seconds=offset)


def clock_of(file: Path | None, real: Clock) -> Clock:
    """The application's clock: real time, unless a file moves it forward."""
    return real if file is None else ShiftedClock(file, real)
