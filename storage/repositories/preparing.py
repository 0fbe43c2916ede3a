"""The statements by which digests are prepared and used: what still holds becomes a delivery unread.

Whether one holds is asked of the rows it rests on, and its words are copied where they are: four statements
for a hundred digests of one minute, once these are found and their groups locked (docs/decisions/0035).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Delete,
    FromClause,
    Insert,
    Text,
    Update,
    and_,
    bindparam,
    cast,
    delete,
    exists,
    func,
    insert,
    literal,
    null,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

from domain.delivery import DeliveryKind, DeliveryState
from domain.subscription import SubscriptionState
from storage.bulk import Bulk, inserted, source
from storage.repositories.subscriptions import OPEN_ONE
from storage.statements import PerEngine
from storage.tables.base import Instant, Json
from storage.tables.deliveries import delivery, part
from storage.tables.groups import working_group
from storage.tables.preparations import prepared, prepared_part
from storage.tables.subscriptions import subscription

_ITS_DELIVERIES = (
    delivery.c.group_id == subscription.c.group_id,
    delivery.c.subscription == subscription.c.number,
)
_NEWEST = (
    select(cast(delivery.c.id, Text))
    .where(*_ITS_DELIVERIES)
    .order_by(delivery.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_NEWEST_SENT = (
    select(cast(delivery.c.id, Text) + ":" + delivery.c.state + ":" + cast(delivery.c.attempts, Text))
    .where(*_ITS_DELIVERIES, delivery.c.state != DeliveryState.SKIPPED.value)
    .order_by(delivery.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_LATEST: ColumnElement[str] = func.coalesce(_NEWEST, "") + "/" + func.coalesce(_NEWEST_SENT, "")
"""Which deliveries there are: a date that is left out or sent again makes it another text."""

_BASIS: Mapping[str, ColumnElement[Any]] = {
    "version": subscription.c.version,
    "told_through": subscription.c.told_through,
    "last_change": working_group.c.last_change,
    "revision": working_group.c.revision,
    "latest": _LATEST,
}
"""What a digest rests on, by the column that keeps it: as it is now."""

_IS_WAITED_FOR = (
    subscription.c.state == SubscriptionState.ACTIVE.value,
    select(delivery.c.id).where(*OPEN_ONE).limit(1).scalar_subquery().is_(None),
)
_THE_SAME = and_(prepared.c.group_id == subscription.c.group_id, prepared.c.number == subscription.c.number)
ORDER = (subscription.c.next_due_at, subscription.c.group_id, subscription.c.number)
"""As an index has it."""
_AHEAD = (
    select(subscription.c.group_id, subscription.c.number, subscription.c.next_due_at, *_BASIS.values())
    .join(working_group, working_group.c.id == subscription.c.group_id)
    .where(
        tuple_(*ORDER)
        > tuple_(bindparam("due_at", type_=Instant), bindparam("group_id"), bindparam("number")),
        subscription.c.next_due_at <= bindparam("until", type_=Instant),
        *_IS_WAITED_FOR,
        ~exists().where(_THE_SAME),
    )
    .order_by(*ORDER)
    .limit(bindparam("limit"))
    .with_for_update(key_share=True, skip_locked=True, of=subscription)
)
"""What another replica takes at this moment is left to it, and what somebody changes to a later look."""


def _taking(make: Any) -> Any:  # noqa: ANN401 - an engine's INSERT
    inserting = make(prepared).from_select(["group_id", "number", "due_at", *_BASIS], _AHEAD)
    taken = inserting.on_conflict_do_nothing(index_elements=["group_id", "number"])
    return taken.returning(prepared.c.group_id, prepared.c.number)


TAKE = PerEngine(_taking(sqlite.insert), _taking(postgresql.insert))

_NAMED: Mapping[str, TypeEngine[Any]] = {"group_id": BigInteger(), "number": BigInteger()}
_MADE: Mapping[str, TypeEngine[Any]] = {"id": BigInteger(), **_NAMED}
_KEPT: Mapping[str, TypeEngine[Any]] = {
    **_NAMED,
    "due_at": Instant(),
    "key": Text(),
    "state": Text(),
    "facts": Json,
    "last_date": Date(),
    "next_date": Date(),
    "next_due_at": Instant(),
}
_named, _made, _kept = source(_NAMED, "named"), source(_MADE, "made"), source(_KEPT, "kept")


def _of(row: FromClause, table: FromClause) -> ColumnElement[bool]:
    return and_(table.c.group_id == row.c.group_id, table.c.number == row.c.number)


def _found(named: FromClause) -> Any:  # noqa: ANN401 - a Select
    whole = select(subscription).join(named, _of(named, subscription))
    return whole.order_by(*ORDER)


def _keeping(kept: FromClause, facts: ColumnElement[Any]) -> Any:  # noqa: ANN401 - an UPDATE that returns
    values = {name: kept.c[name] for name in ("key", "state", "last_date", "next_date", "next_due_at")}
    is_awaited = and_(prepared.c.due_at == kept.c.due_at, prepared.c.key.is_(None))
    keeping = update(prepared).values(facts=facts, **values).where(_of(kept, prepared), is_awaited)
    return keeping.returning(prepared.c.group_id, prepared.c.number)


def _using(named: FromClause, make: Any) -> Any:  # noqa: ANN401 - an engine's INSERT
    values: Mapping[str, ColumnElement[Any]] = {
        "key": prepared.c.key,
        "kind": literal(DeliveryKind.DIGEST.value),
        "workspace": subscription.c.workspace,
        "group_id": subscription.c.group_id,
        "subscription": subscription.c.number,
        "channel": subscription.c.channel,
        "facts": prepared.c.facts,
        "due_at": prepared.c.due_at,
        "state": prepared.c.state,
        "attempts": literal(0),
        "looks": literal(0),
    }
    holding = (
        select(*values.values())
        .select_from(named)
        .join(prepared, _of(named, prepared))
        .join(subscription, _THE_SAME)
        .join(working_group, working_group.c.id == subscription.c.group_id)
        .where(
            prepared.c.key.is_not(None),
            subscription.c.next_due_at == prepared.c.due_at,
            *(prepared.c[name] == now for name, now in _BASIS.items()),
            *_IS_WAITED_FOR,
        )
        .order_by(prepared.c.due_at, prepared.c.number, prepared.c.group_id)
    )
    inserting = make(delivery).from_select(list(values), holding)
    used = inserting.on_conflict_do_nothing(index_elements=["key"])
    return used.returning(delivery.c.id, delivery.c.group_id, delivery.c.subscription)


def _freezing(made: FromClause) -> Insert:
    words = prepared_part.c
    values = select(made.c.id, words.position, words.rich, words.plain, null(), null(), words.through)
    names = ["delivery", "position", "rich", "plain", "begun_at", "ts", "through"]
    return insert(part).from_select(names, values.join(prepared_part, _of(made, prepared_part)))


def _advancing(made: FromClause) -> Update:
    values = {name: prepared.c[name] for name in ("last_date", "next_date", "next_due_at")}
    return (
        update(subscription)
        .values(told_through=prepared.c.last_change, **values)
        .where(_of(made, prepared), _of(made, subscription))
    )


def _forgetting(named: FromClause) -> Delete:
    every = select(named.c.group_id, named.c.number)
    return delete(prepared).where(tuple_(prepared.c.group_id, prepared.c.number).in_(every))


FOUND = Bulk(subscription, _NAMED, PerEngine(_found(_named.sqlite), _found(_named.postgresql)))
_facts_of_text = cast(_kept.postgresql.c.facts, prepared.c.facts.type)
KEEP = Bulk(
    prepared,
    _KEPT,
    PerEngine(_keeping(_kept.sqlite, _kept.sqlite.c.facts), _keeping(_kept.postgresql, _facts_of_text)),
)
KEEP_WORDS = inserted(prepared_part)
USE = Bulk(
    delivery,
    _NAMED,
    PerEngine(_using(_named.sqlite, sqlite.insert), _using(_named.postgresql, postgresql.insert)),
)
FREEZE = Bulk(part, _MADE, PerEngine(_freezing(_made.sqlite), _freezing(_made.postgresql)))
ADVANCE = Bulk(subscription, _MADE, PerEngine(_advancing(_made.sqlite), _advancing(_made.postgresql)))
FORGET = Bulk(prepared, _NAMED, PerEngine(_forgetting(_named.sqlite), _forgetting(_named.postgresql)))
DUE = (
    select(prepared.c.group_id, prepared.c.number, prepared.c.due_at)
    .join(working_group, working_group.c.id == prepared.c.group_id)
    .where(prepared.c.due_at <= bindparam("at", type_=Instant))
    .order_by(prepared.c.due_at, prepared.c.number, prepared.c.group_id)
    .limit(bindparam("limit"))
    .with_for_update(key_share=True, skip_locked=True, of=(prepared, working_group))
)
"""First one of each group: their channels take one at a time.

Both rows are locked or neither: what somebody keeps or uses, and whose group they write to, is left to them.
"""
