"""What the release before scheduled is told of too, though it made nothing that tells of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, insert

from bot.delivery.reminding import foretelling
from domain.delivery import DeliveryKind, DeliveryState
from domain.outbox import Sought
from storage.opening import open_store
from tests.contract.releases import add_group, instant, reflected, upgraded
from tests.contract.samples import CHAIR, WORKSPACE
from tests.fakes.time import ManualClock

SCHEDULED_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""Of `releases.instant`, second 0."""
HOUR = timedelta(hours=1)
_SECONDS = 3600


def write_as_the_release_before(connection: Connection) -> None:
    """Meetings in 2, 26 and 72 hours, one of which is withdrawn and one of which is open."""
    add_group(connection, 1)
    names = {"en": "Group"}
    charter = {
        "group_id": 1,
        "names": names,
        "countries": ["MX", "US"],
        "sectors": ["industry"],
        "languages": ["en"],
        "zone": "UTC",
        "themes": [],
        "phases": [{"key": "diagnosis", "names": names, "starts_on": None}],
        "drivers": [],
        "phase": "diagnosis",
        "starts_on": date(2026, 1, 1),
        "horizon_months": 12,
        "agreement_rule": "open",
    }
    connection.execute(insert(reflected(connection, "charter")), charter)
    binding = {"workspace": WORKSPACE, "channel": "C1", "group_id": 1}
    connection.execute(insert(reflected(connection, "binding")), binding)
    for number, (hours, status) in enumerate(
        [(2, "scheduled"), (26, "scheduled"), (72, "scheduled"), (26, "withdrawn"), (2, "open")], 1
    ):
        _add_meeting(connection, number, hours, status)


def _add_meeting(connection: Connection, number: int, hours: int, status: str) -> None:
    now = instant(connection, 0)
    common = {
        "group_id": 1,
        "series": "M",
        "number": number,
        "kind": "meeting",
        "status": status,
        "text": "Census",
        "language": "en",
        "versions": {},
        "author": CHAIR,
        "channel": "C1",
        "progress": 0,
        "recorded_in": number,
        "recorded_at": now,
        "changed_at": now,
        "version": 1,
    }
    connection.execute(insert(reflected(connection, "item")), common)
    own = {
        "group_id": 1,
        "number": number,
        "phase": "diagnosis",
        "starts_at": instant(connection, hours * _SECONDS),
        "zone": "UTC",
        "opened_in": 9 if status == "open" else None,
    }
    connection.execute(insert(reflected(connection, "meeting")), own)


async def test_what_the_release_before_scheduled_is_told_of_once(empty_url: str) -> None:
    upgraded(empty_url, "0011", write_as_the_release_before)
    store = await open_store(empty_url)
    clock = ManualClock(SCHEDULED_AT)
    tick = foretelling(store, clock, batch=1)
    told: list[set[tuple[int, str, datetime]]] = []
    for hours in (0, 0, 46):
        clock.advance(hours * _SECONDS)
        await tick()
        rows = await store.read(lambda uow: uow.logbook.latest(Sought(), 99))
        assert {row.kind for row in rows} == {DeliveryKind.MEETING_AHEAD}
        assert {row.state for row in rows} == {DeliveryState.HELD}
        told.append({(row.facts["meeting"], row.facts["how_soon"], row.due_at) for row in rows})
        assert len(rows) == len(told[-1])
    await store.close()

    first = {
        (1, "hour", SCHEDULED_AT + 1 * HOUR),
        (2, "day", SCHEDULED_AT + 2 * HOUR),
        (2, "hour", SCHEDULED_AT + 25 * HOUR),
    }
    last = {(3, "day", SCHEDULED_AT + 48 * HOUR), (3, "hour", SCHEDULED_AT + 71 * HOUR)}
    assert told == [first, first, first | last]
