"""What steps of deliveries that wait together are about to ask, asked at once, under the locks they need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    FromClause,
    Select,
    Table,
    Text,
    and_,
    false,
    func,
    literal,
    select,
    true,
    type_coerce,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

from domain.pause import WORKSPACE
from domain.ports import Sending
from storage.bulk import Bulk, Question, source
from storage.direct import Rows, row_of
from storage.repositories import channels, leases, pauses, subscriptions
from storage.repositories.deliveries import COLUMNS_AND_PARTS
from storage.repositories.foresight import know_locked, lock_of
from storage.repositories.turns import OWN_WALL, SERVER_WALL, WALKING
from storage.session import Session
from storage.statements import PerEngine
from storage.tables.base import EPOCH, Instant
from storage.tables.channels import binding
from storage.tables.deliveries import delivery
from storage.tables.pauses import pause
from storage.tables.subscriptions import subscription

_ASKED: Mapping[str, TypeEngine[Any]] = {
    "at": BigInteger(),
    "delivery": BigInteger(),
    "token": Text(),
    "workspace": Text(),
    "place": Text(),
    "channel": Text(),
    "group_id": BigInteger(),
    "subscription": BigInteger(),
}
_asked = source(_ASKED, "asked")
# Read once: SQLite would take the JSON apart anew for each row it compares.
_asked_once = select(_asked.sqlite).cte("asked_once").prefix_with("MATERIALIZED")

_HELD_NAMES = tuple(column.name for column in COLUMNS_AND_PARTS)
_SUBSCRIPTION = tuple(subscriptions.GET.exported_columns.keys())
_BINDING = tuple(channels.GET.exported_columns.keys())
_of_delivery, _of_subscription, _of_binding = (
    row_of(names) for names in (_HELD_NAMES, _SUBSCRIPTION, _BINDING)
)
_of_left, _of_place = row_of(("until", "at")), row_of(("channel",))


def _holding(asked: FromClause, *, lateral: bool) -> Select[Any]:
    """Which of the deliveries are held under the token, whole and locked: none that somebody works on."""
    held = and_(delivery.c.id == asked.c.delivery, delivery.c.lease_token == asked.c.token)
    if not lateral:
        return select(asked.c.at, *COLUMNS_AND_PARTS).select_from(asked).join(delivery, held)
    one = _one_of(select(*COLUMNS_AND_PARTS).where(held), asked, delivery)
    return select(asked.c.at, *one.c).select_from(asked).join(one, true())


def _one_of(of: Select[Any], asked: FromClause, table: Table) -> FromClause:
    """The one row of the table for each that is asked for, locked, looked up by its key.

    In a join PostgreSQL walks through all of the table: it forgoes sorting, and has no statistics.
    """
    locked = of.limit(1).with_for_update(key_share=True, of=table, skip_locked=True)
    return locked.correlate(asked).lateral(f"of_{table.name}")


def _questions(asked: FromClause, clock: Any, *, lateral: bool) -> Select[Any]:  # noqa: ANN401 - of each engine
    """A row for each step, with its subscription, its channel's binding and how long its turn is away.

    PostgreSQL would rather read a table whole than ask an index a hundred times, as many as it takes any JSON
    for; `lateral` lookups of one row each leave it no choice.
    """
    theirs = and_(subscription.c.group_id == asked.c.group_id, subscription.c.number == asked.c.subscription)
    there = and_(binding.c.workspace == asked.c.workspace, binding.c.channel == asked.c.channel)
    of_it = pause.c.channel.in_([WORKSPACE, asked.c.place])
    left = (
        select(func.max(pause.c.until))
        .where(pause.c.workspace == asked.c.workspace, of_it, pause.c.until > clock)
        .correlate(asked)
        .scalar_subquery()
    )
    columns: list[Any] = [asked.c.at]
    joined = asked
    for table, names, on in ((subscription, _SUBSCRIPTION, theirs), (binding, _BINDING, there)):
        of: FromClause = table
        if lateral:
            one = select(*(table.c[name] for name in names)).where(on).limit(1)
            of = one.correlate(asked).lateral(f"of_{table.name}")
        joined = joined.outerjoin(of, true() if lateral else on)
        columns += [of.c[name].label(f"{table.name}_{name}") for name in names]
    columns += [left.label("until"), type_coerce(clock, Instant).label("clock")]
    return select(*columns).select_from(joined)


_HOLDING = Bulk(
    delivery,
    _ASKED,
    PerEngine(_holding(_asked.sqlite, lateral=False), _holding(_asked.postgresql, lateral=True)),
)
_QUESTIONS = Bulk(
    pause,
    _ASKED,
    PerEngine(
        _questions(_asked_once, OWN_WALL, lateral=False),
        _questions(_asked.postgresql, SERVER_WALL, lateral=True),
    ),
)
_place = (_asked.postgresql.c.workspace, _asked.postgresql.c.place)
_of_places = select(*_place, literal(EPOCH, Instant), false()).order_by(*_place)
_MARK = (
    postgresql.insert(pause)
    .from_select(["workspace", "channel", "until", "by_slack"], _of_places)
    .on_conflict_do_nothing()
)
"""A place has a row to be locked, whose pause is over."""
_that_place = and_(pause.c.workspace == _place[0], pause.c.channel == _place[1])
_its_row = _one_of(select(pause.c.workspace, pause.c.channel).where(_that_place), _asked.postgresql, pause)
_TAKE = select(*_its_row.c).select_from(_asked.postgresql).join(_its_row, true())
_MARKED, _TAKEN = (Bulk(pause, _ASKED, PerEngine(one, one)) for one in (_MARK, _TAKE))


def lock_and_hold(session: Session, every: Sequence[Sending]) -> frozenset[Sending]:
    """Lock what the steps need and tell the session what each will ask; returns those that have all of it.

    Whatever of it somebody else holds is left to them, and the step to be run alone: nobody waits here, so
    nobody waits in a ring, and no step for another's. Two of `every` have nothing in common: not the
    delivery, not the place. Raises DBAPIError or RowsError.
    """
    groups = {one.group for one in every if one.group is not None}
    rows = [_row(at, one) for at, one in enumerate(every)]
    facts = [row for row, one in zip(rows, every, strict=True) if one.group is not None]
    asking: dict[str, Question] = {}
    if groups:
        asking["groups"] = lock_of(groups, session, waits=False)
    if session.dialect.name == "postgresql":
        asking["walking"] = (WALKING, {})
        asking["marked"] = _MARKED.question(rows, session)
        asking["taken"] = _TAKEN.question(rows, session)
    asking["held"] = _HOLDING.question(rows, session)
    if facts:
        asking["facts"] = _QUESTIONS.question(facts, session)
    answers = dict(zip(asking, session.ask(*asking.values()), strict=True))
    held = _know_held(session, every, answers["held"])
    for row in answers.get("facts", ()):
        _know(session, every[row[0]], row[1:])
    taken = _know_taken(session, every, answers.get("taken"))
    locked = know_locked(session, answers["groups"]) if groups else frozenset()
    free = held & taken
    return frozenset(one for one in free if one.group is None or one.group in locked)


def _row(at: int, one: Sending) -> dict[str, Any]:
    return {
        "at": at,
        "delivery": one.delivery,
        "token": one.token,
        "workspace": one.workspace,
        "place": one.place,
        "channel": one.channel,
        "group_id": one.group,
        "subscription": one.subscription,
    }


def _know_held(session: Session, every: Sequence[Sending], held: Rows) -> frozenset[Sending]:
    """Those whose delivery is theirs."""
    for at, *row in held:
        asked = leases.asked(every[at].delivery, every[at].token)
        session.know((leases.HOLD, asked), Rows([_of_delivery(row)], 1))
    return frozenset(every[row[0]] for row in held)


def _know_taken(session: Session, every: Sequence[Sending], taken: Rows | None) -> frozenset[Sending]:
    """Those whose place nobody else can take: on SQLite, where nobody else writes, all."""
    if taken is None:
        return frozenset(every)
    places = {(row[0], row[1]) for row in taken}
    mine = frozenset(one for one in every if (one.workspace, one.place) in places)
    for one in mine:
        rows = Rows([_of_place([one.place])], 1)
        session.know((pauses.MINE, pauses.place_of(one.workspace, one.place)), rows)
    return mine


def _know(session: Session, one: Sending, row: Sequence[Any]) -> None:
    theirs, rest = row[: len(_SUBSCRIPTION)], row[len(_SUBSCRIPTION) :]
    there, left = rest[: len(_BINDING)], rest[len(_BINDING) :]
    # No column that comes first is ever NULL.
    if one.group is not None and one.subscription is not None:
        found = Rows((), 0) if theirs[0] is None else Rows([_of_subscription(theirs)], 1)
        session.know((subscriptions.GET, subscriptions.asked(one.group, one.subscription)), found)
    if one.channel is not None:
        found = Rows((), 0) if there[0] is None else Rows([_of_binding(there)], 1)
        session.know((channels.GET, channels.asked(one.workspace, one.channel)), found)
    asked = pauses.asked(one.workspace, one.place, WORKSPACE)
    session.know((pauses.LEFT.on(session), asked), Rows([_of_left(left)], 1))
