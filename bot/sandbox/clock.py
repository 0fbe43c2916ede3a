"""The workspace's clock: real time plus one offset that only grows."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path


def real_now() -> datetime:
    return datetime.now(UTC)


class SandboxClock:
    """Time of the workspace in UTC.

    With a path, every offset is written there (seconds, as text), replacing the file whole, so that a process
    that reads it never sees half a number. A workspace that is started again goes on from what it finds
    there: what was recorded under its time does not come to lie ahead.
    """

    def __init__(self, *, real: Callable[[], datetime] = real_now, path: Path | None = None) -> None:
        self._real = real
        self._path = path
        self._offset = timedelta(0) if path is None else _offset_in(path)
        self._write()

    @property
    def offset(self) -> timedelta:
        return self._offset

    def now(self) -> datetime:
        return self._real() + self._offset

    def advance(self, by: timedelta) -> None:
        """Move forward; ValueError when `by` is negative."""
        if by < timedelta(0):
            raise ValueError("the clock of the workspace only moves forward")
        self._offset += by
        self._write()

    def move_to(self, moment: datetime) -> None:
        """Move to an instant; ValueError when it is past or has no zone."""
        if moment.tzinfo is None:
            raise ValueError("an instant needs a zone")
        self.advance(moment - self.now())

    def _write(self) -> None:
        if self._path is None:
            return
        draft = self._path.with_name(f"{self._path.name}.{os.getpid()}.draft")
        draft.write_text(f"{self._offset.total_seconds()!r}\n", encoding="ascii")
        draft.replace(self._path)


def _offset_in(path: Path) -> timedelta:
    """What an earlier workspace left there, else nothing. Raises OSError when it is no number of seconds."""
    try:
        offset = timedelta(seconds=float(path.read_text(encoding="ascii")))
    except FileNotFoundError:
        return timedelta(0)
    except (ValueError, OverflowError):
        raise OSError(errno.EINVAL, "It holds no number of seconds", str(path)) from None
    return max(offset, timedelta(0))


class Timestamps:
    """Message timestamps (`seconds.micros`), strictly increasing over the whole workspace."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> str:
        micros = round(self._clock.now().timestamp() * 1_000_000)
        self._last = max(micros, self._last + 1)
        return as_timestamp(self._last)


def as_timestamp(micros: int) -> str:
    """Micros since the epoch as Slack writes them; all of one width, so that text order is time order."""
    seconds, rest = divmod(max(micros, 0), 1_000_000)
    return f"{seconds:010d}.{rest:06d}"


def parse_timestamp(text: str) -> int:
    """Micros since the epoch of `1700000000` or `1700000000.000100`; ValueError for anything else."""
    seconds, _, fraction = text.partition(".")
    if not seconds.isascii() or not seconds.isdigit() or (fraction and not fraction.isdigit()):
        raise ValueError(f"not a timestamp: {text!r}")
    return int(seconds) * 1_000_000 + int((fraction + "000000")[:6])
