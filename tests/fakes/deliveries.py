"""A row of the outbox as it is read back: a digest that waits, unless a test says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Part


def stored(*parts: Part, **facts: object) -> Delivery:
    plain = Delivery(
        key="digest:T1/1/D-1:2026-11-23",
        kind=DeliveryKind.DIGEST,
        workspace="T1",
        group=1,
        subscription=1,
        channel="C1",
        facts={},
        due_at=datetime(2026, 11, 23, 15, 0, tzinfo=UTC),
        state=DeliveryState.PENDING,
        id=1,
        attempts=0,
        looks=0,
        error=None,
        parts=parts,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields
