"""Every question of the ports, and what each asks the database."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from domain.coverage import Coverage
from domain.delivery import Lease, Payload
from domain.group import Seat, Sector
from domain.language import Language
from domain.outbox import Prepared
from domain.ports import Store, UnitOfWork
from domain.reference import RecordKind, Reference, Series
from domain.register import Arrangement, Cursor, Filter, Order, Trait
from domain.repositories import GroupRecord
from domain.schedule import Slot
from domain.search import Phrase, Prefix, Query, Word
from domain.usecases.slots import delivery_of_digest
from storage.direct import DirectConnection, Rows, _Prepared
from tests.contract.samples import LEAD, MEMBER, NOW, WORKSPACE
from tests.jobs import over

TODAY = date(2026, 11, 20)
SEATS = frozenset(Seat(sector, country) for sector in Sector for country in ("MX", "US"))
FILTERS = {
    "owner": Filter(owner="U10"),
    "what one owes": Filter(owing="U10"),
    "sector": Filter(sector=Sector.INDUSTRY),
    "another sector": Filter(sector=Sector.ACADEMIA),
    "country": Filter(country="MX"),
    "another country": Filter(country="US"),
    "quarter": Filter(quarter="2027-Q1"),
    "due soon": Filter(due_by=TODAY + timedelta(days=7), today=TODAY),
    "driver": Filter(driver="jobs"),
    "meeting": Filter(meeting=2),
    "beginning": Filter(since=NOW - timedelta(hours=20)),
    "end": Filter(until=NOW - timedelta(hours=380)),
    "both, of a kind and theme": Filter(
        kinds=frozenset({RecordKind.NOTE}),
        theme="theme-3",
        since=NOW - timedelta(hours=300),
        until=NOW - timedelta(hours=280),
    ),
    "status alone": Filter(statuses=frozenset({"identified"})),
    "author, of a status": Filter(author="U7", statuses=frozenset({"withdrawn"})),
    **{
        trait.value: Filter(
            traits=frozenset({trait}),
            today=TODAY,
            unchanged_since=NOW - timedelta(hours=20),
            seats=SEATS,
            languages=frozenset(Language),
        )
        for trait in Trait
    },
}

QUESTIONS: dict[str, Callable[[GroupRecord], object]] = {
    "page": lambda record: record.register.page(Filter(), limit=10),
    "page below": lambda record: record.register.page(Filter(), after=Cursor(50), limit=10),
    "page of a theme": lambda record: record.register.page(
        Filter(theme="theme-3"), after=Cursor(50), limit=10
    ),
    "page of a kind": lambda record: record.register.page(
        Filter(kinds=frozenset({RecordKind.OBSTACLE})), limit=10
    ),
    "page of a status": lambda record: record.register.page(
        Filter(kinds=frozenset({RecordKind.OBSTACLE}), statuses=frozenset({"identified"})),
        limit=10,
    ),
    "page of an author": lambda record: record.register.page(Filter(author="U7"), limit=10),
    "page of mine": lambda record: record.register.page(Filter(concerns=MEMBER), limit=10),
    **{
        f"page by {name}": over(filter_, lambda record, filter_: record.register.page(filter_, limit=10))
        for name, filter_ in FILTERS.items()
    },
    **{
        f"page in the order {order}": over(
            order,
            lambda record, order: record.register.page(
                Filter(theme="theme-3"), arrangement=Arrangement(order), limit=10
            ),
        )
        for order in Order
    },
    "count of many": lambda record: record.register.count(Filter(sector=Sector.INDUSTRY, today=TODAY)),
    "a digest by its key": lambda record: record.subscriptions.delivery("digest:3"),
    "having within": lambda record: record.register.having(
        [Reference(Series.NOTE, 3), Reference(Series.OBSTACLE, 5)],
        Coverage(concerning="U7", sectors=(Sector.INDUSTRY,)),
    ),
    "recommendations": lambda record: record.recommendations.having([3, 4, 5]),
    "same": lambda record: record.register.same("U7", RecordKind.NOTE, "text", NOW - timedelta(minutes=10)),
    "find a common word": lambda record: record.search.find(
        Query((Word("text"),)), Filter(), before=None, limit=10
    ),
    "find a common word below": lambda record: record.search.find(
        Query((Word("text"),)), Filter(), before=50, limit=10
    ),
    "find a rare word": lambda record: record.search.find(
        Query((Word("77"),)), Filter(), before=None, limit=10
    ),
    "find what is nowhere": lambda record: record.search.find(
        Query((Word("nowhere"), Word("text"))), Filter(), before=None, limit=10
    ),
    "find a beginning": lambda record: record.search.find(
        Query((Prefix("39"),)), Filter(), before=None, limit=10
    ),
    "find a phrase": lambda record: record.search.find(
        Query((Phrase(("text", "77")),)), Filter(), before=None, limit=10
    ),
    "find in a theme": lambda record: record.search.find(
        Query((Word("text"),)), Filter(theme="theme-3"), before=None, limit=10
    ),
    "having": lambda record: record.register.having(
        [Reference(Series.NOTE, 3), Reference(Series.OBSTACLE, 5)]
    ),
    "note": lambda record: record.notes.get(3),
    "obstacle": lambda record: record.obstacles.get(4),
    "recommendation": lambda record: record.recommendations.get(5),
    "action": lambda record: record.actions.get(2),
    "evidence": lambda record: record.evidence.get(5),
    "evidence at an address": lambda record: record.evidence.at_address("https://example.org/map"),
    "evidence for an item": lambda record: record.evidence.linking(Reference(Series.OBSTACLE, 4)),
    "recommendations for an obstacle": lambda record: record.recommendations.linking(
        Reference(Series.OBSTACLE, 4)
    ),
    "positions": lambda record: record.positions.of(5),
    "unanswered": lambda record: record.obstacles.unanswered((), 10),
    "count all unanswered": lambda record: record.obstacles.count_unanswered(None),
    "count unanswered": lambda record: record.obstacles.count_unanswered("theme-3"),
    "overdue in a theme": lambda record: record.register.count_overdue("theme-3", NOW.date()),
    "overdue": lambda record: record.register.count_overdue(None, NOW.date()),
    "stalled": lambda record: record.recommendations.count_stalled(None, NOW - timedelta(weeks=4)),
    "between": lambda record: record.changes.between(100, 140, 500),
    "latest": lambda record: record.changes.latest(None, 5),
    "latest of a theme": lambda record: record.changes.latest("theme-3", 5),
    "latest of an item": lambda record: record.changes.latest_of(Reference(Series.NOTE, 3), 20),
    "latest of a person": lambda record: record.changes.latest_by(LEAD, 20),
    "latest to the group by a person": lambda record: record.changes.latest_to_group_by(LEAD, 1),
    "latest of an item by a person": lambda record: record.changes.latest_of_by(
        Reference(Series.NOTE, 3), LEAD, 20
    ),
    "history": lambda record: record.changes.page(of=None, theme=None, before=None, limit=16),
    "history below": lambda record: record.changes.page(of=None, theme=None, before=200, limit=16),
    "history of a theme": lambda record: record.changes.page(of=None, theme="theme-3", before=200, limit=16),
    "history of an item": lambda record: record.changes.page(
        of=Reference(Series.NOTE, 3), theme=None, before=200, limit=16
    ),
    "member": lambda record: record.members.get(LEAD),
    "subscription": lambda record: record.subscriptions.get(3),
    "of channel": lambda record: record.subscriptions.of_channel("C7"),
    "in flight": lambda record: record.subscriptions.in_flight(3),
    "latest delivery": lambda record: record.subscriptions.latest_delivery(3),
    "latest deliveries": lambda record: record.subscriptions.latest_deliveries([1, 2, 3]),
    "waiting subscriptions": lambda record: record.subscriptions.waiting([1, 2, 3]),
    "plans": lambda record: record.reminding.plans(["U1-7", "U1-8"]),
    "dated": lambda record: record.reminding.dated(["U1-7", "U1-8"], NOW.date()),
    "snoozes": lambda record: record.snoozes.of(["U1-7"]),
}
OUTSIDE: dict[str, Callable[[UnitOfWork], object]] = {
    "receipt": lambda uow: uow.workspace(WORKSPACE).receipts.find("1-7"),
    "groups of a person": lambda uow: uow.workspace(WORKSPACE).groups_of("U1-7"),
    "due": lambda uow: uow.outbox.due(NOW, 10),
    "preparing and using": lambda uow: _prepared_and_used(uow, NOW + timedelta(hours=2)),
    "due plans": lambda uow: uow.reminders.due(NOW, 10),
    "claim": lambda uow: uow.outbox.claim(Lease("mine"), NOW, 3),
    "delivery": lambda uow: uow.outbox.get(7),
    "forget receipts": lambda uow: uow.forget_receipts(NOW - timedelta(days=400)),
}


@contextmanager
def heard() -> Iterator[list[tuple[str, Any]]]:
    """Every statement with its parameters, as drivers get them."""
    statements: list[tuple[str, Any]] = []

    def listen(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:  # noqa: ANN401 - the driver's
        statements.append((statement, parameters))

    run = DirectConnection._run

    def listen_directly(
        connection: DirectConnection, prepared: _Prepared, every: Sequence[list[Any]]
    ) -> Rows:
        statements.extend((prepared.sql, parameters) for parameters in every)
        return run(connection, prepared, every)

    event.listen(Engine, "before_cursor_execute", listen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DirectConnection, "_run", listen_directly)
        yield statements
    event.remove(Engine, "before_cursor_execute", listen)


async def statements_of(store: Store, group: int) -> dict[str, list[tuple[str, Any]]]:
    """What each question asks the database, read and, where it locks, written."""
    asked: dict[str, list[tuple[str, Any]]] = {}
    for name, question in QUESTIONS.items():
        with heard() as statements:
            await store.read(
                over(question, lambda uow, question: question(uow.workspace(WORKSPACE).group(group)))
            )
        asked[name] = statements
    for name, ask in OUTSIDE.items():
        with heard() as statements:
            await store.write(ask)
        asked[name] = statements
    return {name: [one for one in statements if _asks(one[0])] for name, statements in asked.items()}


def _asks(statement: str) -> bool:
    """Whether it looks for rows, if only to copy them."""
    first, *_ = statement.split()
    return first in {"SELECT", "WITH", "UPDATE", "DELETE"} or (first == "INSERT" and "JOIN" in statement)


def _prepared_and_used(uow: UnitOfWork, now: datetime) -> None:
    """The digests that are due about now: some are taken, worded and used."""
    before, slot = now - timedelta(hours=1), Slot(now.date() + timedelta(days=7), now + timedelta(days=7))
    taken = uow.preparations.take(before, now, 10)
    assert taken
    words = (Payload({"text": "rich"}, {"text": "plain"}),)
    made = [
        delivery_of_digest(one, f"prepared-{place}", {"through": 1}, one.next_slot.due_at)
        for place, one in enumerate(taken)
        if one.next_slot is not None
    ]
    behind = [replace(one, next_slot=slot, last_date=now.date()) for one in taken]
    uow.preparations.keep(
        [Prepared(*each) for each in zip(made, itertools.repeat(words), behind, strict=False)]
    )
    assert uow.preparations.use(before, now, 10) == len(taken)


def flat(asked: dict[str, list[tuple[str, Any]]]) -> Iterator[tuple[str, tuple[str, Any]]]:
    """Each statement with the name of its question."""
    return itertools.chain.from_iterable(
        ((name, one) for one in statements) for name, statements in asked.items()
    )
