"""Groups with a long life behind them, written past the repositories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert, make_url

from domain.language import Language, Text
from domain.ports import Store
from domain.reference import RecordKind
from domain.register import DUE_KINDS
from storage.opening import open_store
from storage.stems import indexed
from storage.tables.changes import change
from storage.tables.deliveries import delivery
from storage.tables.evidence import evidence, support
from storage.tables.items import answer, item, obstacle, position, recommendation, tally
from storage.tables.people import member
from storage.tables.receipts import receipt
from storage.tables.reminders import reminder_plan, snooze
from storage.tables.search import place, search
from storage.tables.subscriptions import subscription
from tests.contract.desk import found
from tests.contract.samples import CHANNEL, LEAD, NOW, WORKSPACE

GROUPS, ITEMS = 12, 400
DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}
OPEN = {
    RecordKind.OBSTACLE: "identified",
    RecordKind.RECOMMENDATION: "in_progress",
    RecordKind.ACTION: "open",
    RecordKind.NOTE: "recorded",
}
KINDS = tuple(OPEN)

Row = dict[str, Any]


async def filled(url: str) -> tuple[Store, int]:
    """A store with GROUPS groups of ITEMS items each, and one of the groups."""
    store = await open_store(url)
    groups = [(await found(store)).group for _ in range(GROUPS)]
    engine = create_engine(make_url(url).set(drivername=DRIVERS[url.split(":", maxsplit=1)[0]]))
    with engine.begin() as connection:
        for group in groups:
            _fill(connection, group)
    engine.dispose()
    return store, groups[GROUPS // 2]


def _fill(connection: Connection, group: int) -> None:
    tables: dict[Table, list[Row]] = {}
    for number in range(1, ITEMS + 1):
        at = NOW - timedelta(hours=number)
        for table, row in (
            *_items(group, number, at),
            *_outbox(group, number, at),
            *_people(group, number, at),
        ):
            tables.setdefault(table, []).append(row)
    tables[search] = [_words(row, connection.dialect.name) for row in tables[item]]
    tables[tally] = _tallied(tables[item])
    for table, rows in tables.items():
        connection.execute(insert(table), rows)


def _tallied(items: list[Row]) -> list[Row]:
    counts = Counter((row["group_id"], row["theme"], row["kind"], row["status"]) for row in items)
    names = ("group_id", "theme", "kind", "status")
    return [
        dict(zip(names, key, strict=True)) | {"item_count": count, "progress": 0}
        for key, count in counts.items()
    ]


def _items(group: int, number: int, at: datetime) -> Iterator[tuple[Table, Row]]:
    """One item in ten, of every kind, is open and owned; each was recorded by one change."""
    kind = KINDS[(number + number // 10) % len(KINDS)]
    is_open = number % 10 == 0
    key = {"group_id": group, "number": number}
    subject = {"kind": kind.value, "series": kind.series.value, "theme": f"theme-{number % 7}"}
    person = f"U{number % 50}"
    said = {"text": f"text {number}", "language": "en", "versions": {}, "author": person}
    when = {"recorded_in": number, "recorded_at": at, "changed_at": at, "version": 1}
    state = {"status": OPEN[kind] if is_open else "withdrawn", "owner": person if is_open else None}
    plan = {"due_on": date(2010 + number % 50, 3, 31) if kind in DUE_KINDS else None, "progress": 0}
    yield item, key | subject | said | when | state | plan | {"channel": CHANNEL}
    yield change, key | subject | {"kind": "recorded", "item": number, "actor": LEAD, "at": at}
    yield obstacle, key | {"severity": "low", "countries": []}
    yield recommendation, key | {"priority": False, "countries": [], "drivers": []}
    word = {"stance": "support", "edition": 1, "at": at}
    yield position, {"group_id": group, "recommendation": number, "user_id": person} | word
    yield evidence, key | {"address": "https://example.org", "place": f"place {number}", "sort": "source"}
    about = {"series": kind.series.value, "item": number, "position": 0}
    yield support, {"group_id": group, "evidence": number} | about
    yield answer, {"group_id": group, "recommendation": number, "obstacle": number, "position": 0}


def _words(row: Row, engine: str) -> Row:
    text = Text(row["text"], Language(row["language"]), {})
    words = indexed(text, words_among_stems=engine == "postgresql")
    return {"place": place(row["group_id"], row["recorded_in"]), **words}


def _outbox(group: int, number: int, at: datetime) -> Iterator[tuple[Table, Row]]:
    """Every delivery but one was sent; nothing is due yet."""
    where = {"workspace": WORKSPACE, "group_id": group}
    due_at = NOW + timedelta(hours=number)
    schedule = {"weekdays": [0], "at": NOW.time().replace(microsecond=0), "zone": "UTC"}
    about = {"themes": [], "languages": ["en"], "skip_quiet": False, "told_through": 0}
    slot = {"state": "active", "next_date": due_at.date(), "next_due_at": due_at, "version": 1}
    made = {"number": number, "channel": f"C{number % 50}", "created_by": LEAD, "created_at": at}
    yield subscription, where | schedule | about | slot | made
    what = {"key": f"{group}-{number}", "kind": "digest", "facts": {}, "due_at": at, "channel": CHANNEL}
    state = {"state": "sent" if number > 1 else "pending", "attempts": 1, "looks": 0}
    yield delivery, where | what | state | {"subscription": number}


def _people(group: int, number: int, at: datetime) -> Iterator[tuple[Table, Row]]:
    person = {"group_id": group, "user_id": f"U{group}-{number}", "workspace": WORKSPACE, "joined_at": at}
    role = {"role": "member", "sector": "industry", "country": "MX", "organisation": "Plant", "themes": []}
    yield member, person | role
    planned = {"next_at": NOW + timedelta(hours=number), "last_on": at.date(), "muted": False}
    who = {"group_id": group, "user_id": f"U{group}-{number}", "workspace": WORKSPACE}
    yield reminder_plan, who | planned
    put_off = {"series": "A", "item": number, "until": at.date()}
    yield snooze, who | put_off
    key = {"workspace": WORKSPACE, "key": f"{group}-{number}"}
    yield receipt, key | {"subject": "N-1", "facts": {}, "stored_at": at}
