"""What a clock on the wall of some zone shows, as an instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def instant_of(day: date, at: time, zone: str) -> datetime:
    """The instant (UTC) of a wall time of an IANA zone, with fold 0.

    An hour that comes twice counts once, the first time; an hour that is skipped is read with the offset
    before the change, so it falls as long after it as it was meant to.
    """
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)
