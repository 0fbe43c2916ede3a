"""The clock is moved: by hours, by a week, and over both changes of summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.delivery import DeliveryState
from tests.faults.fleet import Fleet, sailing
from tests.faults.ledger import Ledger
from tests.faults.nursery import Nursery
from tests.faults.oracles import complaints

pytestmark = pytest.mark.faults

ZONE = ZoneInfo("Europe/Madrid")
AT = time(2, 30)
"""Comes twice in autumn, and not at all in spring."""
ONE_DAY = timedelta(days=1)
A_YEAR = 366


def changes_of_summer_time(now: datetime) -> tuple[date, ...]:
    """The local dates of the next two."""
    today = now.astimezone(ZONE).date()
    days = [today + timedelta(days=number) for number in range(3, A_YEAR)]
    noons = [datetime.combine(day, time(12), tzinfo=ZONE) for day in days]
    return tuple(
        later.date() for earlier, later in pairwise(noons) if earlier.utcoffset() != later.utcoffset()
    )[:2]


async def _over(day: date, fleet: Fleet) -> dict[date, datetime]:
    """Daily digests from the day before until the day after; when each is due, by its local date."""
    people = fleet.people
    await people.move_clock(datetime.combine(day - 2 * ONE_DAY, time(12), tzinfo=ZONE))
    await fleet.subscribe(f"daily 02:30 zone:{ZONE.key}")
    dates = [day - ONE_DAY, day, day + ONE_DAY]
    due = {on: datetime.combine(on, AT, tzinfo=ZONE).astimezone(UTC) for on in dates}
    for instant in due.values():
        for hours in (-1, 0, 1):
            await people.move_clock(instant + timedelta(hours=hours, seconds=1))
            await fleet.rest()
    number = len((await fleet.ledger()).subscriptions)
    assert (await fleet.say(f"digest stop D-{number}")).ok
    return due


def _posted(ledger: Ledger) -> dict[date, datetime]:
    """When each digest appeared, by the workspace's clock."""
    slots = {row.key: row.slot for row in ledger.rows}
    found: dict[date, datetime] = {}
    for seen in ledger.seen:
        slot = slots[seen.key]
        assert slot is not None
        assert slot not in found
        found[slot] = datetime.fromtimestamp(float(seen.ts), UTC)
    return found


async def test_a_daily_digest_comes_once_each_day_over_both_changes_of_summer_time(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    async with sailing(nursery, tmp_path, sqlite_url) as fleet:
        due: dict[date, datetime] = {}
        for day in changes_of_summer_time(await fleet.people.now()):
            due |= await _over(day, fleet)
        ledger = await fleet.ledger()
    assert complaints(ledger) == []
    posted = _posted(ledger)
    assert len(due) == 6
    assert posted.keys() == due.keys()
    late = [posted[day] - due[day] for day in due]
    assert min(late) >= timedelta()
    assert max(late) < timedelta(minutes=30)


async def test_after_a_leap_of_a_week_one_digest_tells_everything_and_each_slot_has_its_row(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    async with sailing(nursery, tmp_path, sqlite_url) as fleet:
        await fleet.subscribe("daily 09:00")
        assert (await fleet.say("note before the leap")).ok
        for later in (timedelta(days=6), timedelta(), timedelta(hours=5)):
            await fleet.due(later)
            await fleet.rest()
        ledger = await fleet.ledger()
    assert complaints(ledger) == []
    states = [row.state for row in ledger.rows]
    assert states == [DeliveryState.SKIPPED] * 6 + [DeliveryState.SENT] * 3
    assert len(ledger.seen) == 3
