"""The delivery of a slot: its key, and the row of one that is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from domain.delivery import SKIPPED_FACT, DeliveryKind, DeliveryState, NewDelivery, Skipped
from domain.ports import UnitOfWork
from domain.schedule import Slot
from domain.subscription import Subscription


def skip_slot(uow: UnitOfWork, subscription: Subscription, slot: Slot, why: Skipped) -> int:
    """A row for a slot that passed: an empty range, so every change is in exactly one."""
    told = subscription.told_through
    facts = {"after": told, "through": told, "slot": slot.date.isoformat(), SKIPPED_FACT: why}
    row = delivery_of_digest(subscription, slot_key(subscription, slot.date), facts, slot.due_at)
    return int(uow.outbox.add(replace(row, state=DeliveryState.SKIPPED)) is not None)


def delivery_of_digest(
    subscription: Subscription, key: str, facts: Mapping[str, Any], due_at: datetime
) -> NewDelivery:
    """A digest of the subscription that waits to be sent."""
    return NewDelivery(
        key=key,
        kind=DeliveryKind.DIGEST,
        workspace=subscription.workspace,
        group=subscription.group,
        subscription=subscription.number,
        channel=subscription.channel,
        facts=facts,
        due_at=due_at,
    )


def slot_key(subscription: Subscription, day: date) -> str:
    """Of the local date's delivery. Numbers repeat across workspaces and groups; together they name one."""
    identity = f"{subscription.workspace}/{subscription.group}/D-{subscription.number}"
    return f"digest:{identity}:{day.isoformat()}"
