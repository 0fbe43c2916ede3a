"""The logbook of deliveries in memory, to the protocol of `domain.outbox`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.delivery import IN_FLIGHT_STATES, Delivery, DeliveryKind, DeliveryState
from domain.outbox import Queue, Sought


class FakeLogbook:
    """Reads and turns the outbox's deliveries."""

    def __init__(self, deliveries: dict[int, Delivery]) -> None:
        self._deliveries = deliveries

    def latest(self, sought: Sought, limit: int) -> tuple[Delivery, ...]:
        found = [one for one in self._deliveries.values() if _is_sought(one, sought)]
        return tuple(sorted(found, key=lambda one: -one.id)[:limit])

    def by_key(self, key: str) -> Delivery | None:
        return next((one for one in self._deliveries.values() if one.key == key), None)

    def under_way(
        self, workspace: str, group: int, kind: DeliveryKind, channel: str | None
    ) -> tuple[Delivery, ...]:
        sought = Sought(workspace=workspace, group=group, channel=channel, kind=kind)
        found = (one for one in self._deliveries.values() if _is_sought(one, sought))
        return tuple(replace(one, parts=()) for one in found if one.state in IN_FLIGHT_STATES)

    def reopen(self, delivery: Delivery, *, afresh: bool) -> bool:
        if not self._is_as_read(delivery):
            return False
        parts = tuple(
            replace(part, begun_at=None) if afresh and part.ts is None else part for part in delivery.parts
        )
        doubted = any(part.begun_at is not None and part.ts is None for part in parts)
        state = DeliveryState.SENDING if doubted else DeliveryState.PENDING
        again = replace(delivery, parts=parts, state=state, error=None, looks=0)
        self._deliveries[delivery.id] = again
        return True

    def unskip(self, key: str) -> bool:
        found = self.by_key(key)
        if found is None or found.state is not DeliveryState.SKIPPED or found.attempts or found.parts:
            return False
        del self._deliveries[found.id]
        return True

    def confirm(self, delivery: Delivery) -> bool:
        if not self._is_as_read(delivery):
            return False
        self._deliveries[delivery.id] = replace(delivery, state=DeliveryState.SENT, error=None)
        return True

    def queues(self) -> Mapping[DeliveryKind, Queue]:
        waiting = [one for one in self._deliveries.values() if one.state in IN_FLIGHT_STATES]
        kinds = {one.kind for one in waiting}
        of = {kind: [one.due_at for one in waiting if one.kind is kind] for kind in kinds}
        return {kind: Queue(len(due), min(due)) for kind, due in of.items()}

    def _is_as_read(self, delivery: Delivery) -> bool:
        now = self._deliveries[delivery.id]
        return (now.state, now.attempts) == (delivery.state, delivery.attempts)


def _is_sought(one: Delivery, sought: Sought) -> bool:
    wanted = (
        (one.workspace, sought.workspace),
        (one.group, sought.group),
        (one.channel, sought.channel),
        (one.state, sought.state),
        (one.kind, sought.kind),
    )
    return all(asked is None or asked == has for has, asked in wanted)
