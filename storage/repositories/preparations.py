"""Digests that were prepared before they are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from domain.delivery import Payload
from domain.outbox import Prepared
from domain.subscription import Subscription
from storage.bulk import Row
from storage.repositories import preparing
from storage.repositories.subscriptions import subscription_of
from storage.repositories.turns import LOOKING_UP
from storage.session import Session

_LAST = 2**63 - 1
"""No number is larger on either engine."""


class PreparationRows:
    """Prepared digests of every workspace."""

    def __init__(self, connection: Session) -> None:
        self._connection = connection

    def take(
        self, now: datetime, until: datetime, limit: int, behind: Subscription | None = None
    ) -> tuple[Subscription, ...]:
        """What they rest on is noted as it is now: whoever prepares them reads later."""
        self._look_up()
        asked = {**_place(now, behind), "until": until, "limit": limit}
        taken = self._connection.execute(preparing.TAKE.on(self._connection), asked)
        named = [{"group_id": row[0], "number": row[1]} for row in taken]
        if not named:
            return ()
        found = self._connection.execute(*preparing.FOUND.question(named, self._connection))
        return tuple(subscription_of(row) for row in found)

    def keep(self, prepared: Sequence[Prepared]) -> None:
        """Those that were forgotten meanwhile are passed by."""
        if not prepared:
            return
        rows = [_row(one) for one in prepared]
        kept = self._connection.execute(*preparing.KEEP.question(rows, self._connection))
        awaited = {(row[0], row[1]) for row in kept}
        words = [
            {**_named_as(one), "position": position, **_words(payload)}
            for one in prepared
            if (one.subscription.group, one.subscription.number) in awaited
            for position, payload in enumerate(one.payloads)
        ]
        if words:
            self._connection.add(preparing.KEEP_WORDS, words)

    def use(self, since: datetime, at: datetime, limit: int) -> int:
        """Groups that somebody else writes to are left to the next time."""
        mine = list(self._connection.execute(preparing.DUE, {"at": at, "limit": limit}))
        if not mine:
            return 0
        named = [{"group_id": row.group_id, "number": row.number} for row in mine]
        self._look_up()
        fresh = [each for each, row in zip(named, mine, strict=True) if row.due_at > since]
        if fresh:
            self._make(fresh)
        self._connection.execute(*preparing.FORGET.question(named, self._connection))
        return len(mine)

    def _look_up(self) -> None:
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(LOOKING_UP)

    def _make(self, named: Sequence[Row]) -> None:
        used = self._connection.execute(*preparing.USE.question(named, self._connection))
        made = [{"id": row[0], "group_id": row[1], "number": row[2]} for row in used]
        if made:
            self._connection.execute(*preparing.FREEZE.question(made, self._connection))
            self._connection.execute(*preparing.ADVANCE.question(made, self._connection))


def _place(now: datetime, behind: Subscription | None) -> dict[str, Any]:
    """Behind everything that is due by now, and behind the subscription."""
    if behind is None or behind.next_slot is None or behind.next_slot.due_at <= now:
        return {"due_at": now, "group_id": _LAST, "number": _LAST}
    return {"due_at": behind.next_slot.due_at, "group_id": behind.group, "number": behind.number}


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
