"""Digests that were prepared before they are due."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from domain.delivery import Payload
from domain.outbox import Prepared
from domain.subscription import Subscription
from storage.bulk import Row
from storage.repositories import preparing
from storage.repositories.foresight import lock_of
from storage.repositories.subscriptions import subscription_of
from storage.repositories.turns import LOOKING_UP
from storage.session import Session


class PreparationRows:
    """Prepared digests of every workspace."""

    def __init__(self, connection: Session) -> None:
        self._connection = connection

    def take(self, now: datetime, until: datetime, limit: int) -> tuple[Subscription, ...]:
        """What they rest on is noted as it is now: whoever prepares them reads later."""
        self._look_up()
        asked = {"now": now, "until": until, "limit": limit}
        taken = self._connection.execute(preparing.TAKE.on(self._connection), asked)
        named = [{"group_id": row[0], "number": row[1]} for row in taken]
        if not named:
            return ()
        found = self._connection.execute(*preparing.FOUND.question(named, self._connection))
        return tuple(subscription_of(row) for row in found)

    def keep(self, every: Sequence[Prepared]) -> None:
        """Those that were forgotten meanwhile are passed by."""
        if not every:
            return
        kept = self._connection.execute(
            *preparing.KEEP.question([_row(one) for one in every], self._connection)
        )
        awaited = {(row[0], row[1]) for row in kept}
        words = [
            {**_named_as(one), "position": position, **_words(payload)}
            for one in every
            if (one.subscription.group, one.subscription.number) in awaited
            for position, payload in enumerate(one.payloads)
        ]
        if words:
            self._connection.add(preparing.KEEP_WORDS, words)

    def use(self, since: datetime, at: datetime, limit: int) -> int:
        """Groups that somebody else writes to are left to the next time."""
        found = list(self._connection.execute(preparing.DUE, {"at": at, "limit": limit}))
        locked = self._locked({row.group_id for row in found})
        mine = [row for row in found if row.group_id in locked]
        if not mine:
            return 0
        named = [{"group_id": row.group_id, "number": row.number} for row in mine]
        self._look_up()
        fresh = [each for each, row in zip(named, mine, strict=True) if row.due_at > since]
        if fresh:
            self._make(fresh)
        self._connection.execute(*preparing.FORGET.question(named, self._connection))
        return len(mine)

    def _locked(self, groups: Collection[int]) -> Collection[int]:
        """Those of the groups that nobody else writes to: on SQLite, where nobody else writes at all, all."""
        if not groups or self._connection.dialect.name == "sqlite":
            return groups
        (rows,) = self._connection.ask(lock_of(groups, self._connection, waits=False))
        return {row[0] for row in rows}

    def _look_up(self) -> None:
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(LOOKING_UP)

    def _make(self, named: Sequence[Row]) -> None:
        used = self._connection.execute(*preparing.USE.question(named, self._connection))
        made = [{"id": row[0], "group_id": row[1], "number": row[2]} for row in used]
        if made:
            self._connection.execute(*preparing.FREEZE.question(made, self._connection))
            self._connection.execute(*preparing.ADVANCE.question(made, self._connection))


def _named_as(one: Prepared) -> dict[str, Any]:
    return {"group_id": one.subscription.group, "number": one.subscription.number}


def _row(one: Prepared) -> dict[str, Any]:
    following = one.subscription.next_slot
    return {
        **_named_as(one),
        "due_at": one.delivery.due_at,
        "key": one.delivery.key,
        "state": one.delivery.state.value,
        "facts": dict(one.delivery.facts),
        "last_date": one.subscription.last_date,
        "next_date": None if following is None else following.date,
        "next_due_at": None if following is None else following.due_at,
    }


def _words(payload: Payload) -> dict[str, Any]:
    return {"rich": dict(payload.rich), "plain": dict(payload.plain), "through": payload.through}
