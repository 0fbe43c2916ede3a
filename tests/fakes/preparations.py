"""Prepared digests in memory, to the protocol of `domain.outbox`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from domain.delivery import Delivery, NewDelivery, Part
from domain.outbox import Prepared
from domain.subscription import Subscription
from tests.fakes.record import FakeWorkspaceRecord

Basis: TypeAlias = tuple[object, ...]


@dataclass(slots=True)
class _Taken:
    due_at: datetime
    basis: Basis
    prepared: Prepared | None = None


class FakePreparations:
    """By group and number; `subscriptions` are the active ones, `add` stores a delivery."""

    def __init__(
        self,
        workspaces: dict[str, FakeWorkspaceRecord],
        deliveries: dict[int, Delivery],
        subscriptions: Callable[[], Sequence[Subscription]],
        add: Callable[[NewDelivery], int | None],
    ) -> None:
        self._workspaces = workspaces
        self._deliveries = deliveries
        self._subscriptions = subscriptions
        self._add = add
        self.taken: dict[tuple[str, int, int], _Taken] = {}

    def take(
        self, now: datetime, until: datetime, limit: int, behind: Subscription | None = None
    ) -> tuple[Subscription, ...]:
        ahead = [
            one for one in self._waiting() if self._due(one) is not None and now < self._at(one) <= until
        ]
        later = [one for one in ahead if behind is None or self._order(one) > self._order(behind)]
        new = sorted((one for one in later if self._name(one) not in self.taken), key=self._order)[:limit]
        for one in new:
            self.taken[self._name(one)] = _Taken(self._at(one), self._basis(one))
        return tuple(new)

    def keep(self, prepared: Sequence[Prepared]) -> None:
        for one in prepared:
            known = self.taken.get(self._name(one.subscription))
            if known is not None and known.prepared is None and known.due_at == one.delivery.due_at:
                known.prepared = one

    def use(self, since: datetime, at: datetime, limit: int) -> int:
        every = sorted((one.due_at, name[::-1]) for name, one in self.taken.items() if one.due_at <= at)
        waiting = {self._name(one): one for one in self._waiting()}
        for due_at, reversed_name in every[:limit]:
            name = reversed_name[::-1]
            known, present = self.taken.pop(name), waiting.get(name)
            if known.prepared is None or present is None or due_at <= since:
                continue
            if self._due(present) == due_at and self._basis(present) == known.basis:
                self._make(present, known.prepared)
        return len(every[:limit])

    def _make(self, present: Subscription, prepared: Prepared) -> None:
        number = self._add(replace(prepared.delivery, channel=present.channel))
        if number is None:
            return
        parts = [Part(position=at, payload=words) for at, words in enumerate(prepared.payloads)]
        self._deliveries[number] = replace(self._deliveries[number], parts=tuple(parts))
        behind, through = prepared.subscription, prepared.delivery.facts["through"]
        moved = replace(present, next_slot=behind.next_slot, last_date=behind.last_date, told_through=through)
        self._workspaces[present.workspace].group(present.group).subscriptions.save(moved)

    def _waiting(self) -> list[Subscription]:
        return [
            one
            for one in self._subscriptions()
            if not self._workspaces[one.workspace].group(one.group).subscriptions.in_flight(one.number)
        ]

    def _basis(self, one: Subscription) -> Basis:
        record = self._workspaces[one.workspace].group(one.group)
        deliveries = [
            (each.id, each.state, each.attempts) for each in record.subscriptions.deliveries_of(one.number)
        ]
        people = [
            (user, each.name, each.reads_only, each.is_deactivated)
            for user, each in self._workspaces[one.workspace].people.by_user.items()
        ]
        return one.version, one.told_through, record.changes.last_number, record.group, deliveries, people

    def _order(self, one: Subscription) -> tuple[datetime, str, int, int]:
        return self._at(one), *self._name(one)

    @staticmethod
    def _name(one: Subscription) -> tuple[str, int, int]:
        return one.workspace, one.group, one.number

    @staticmethod
    def _due(one: Subscription) -> datetime | None:
        return None if one.next_slot is None else one.next_slot.due_at

    @staticmethod
    def _at(one: Subscription) -> datetime:
        assert one.next_slot is not None
        return one.next_slot.due_at
