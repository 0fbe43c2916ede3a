"""Deliveries: what is owed to Slack outside a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Key, table_of

IN_FLIGHT = "uq_delivery_in_flight"
"""One delivery of a subscription is in flight at a time; the index makes that a fact."""

TURNS, LEASED, AHEAD = "ix_delivery_turns", "ix_delivery_leased", "ix_delivery_ahead"
"""By the first workspaces take turns, the second shows who is at work in a channel, the third what is held.

None of them holds what is final. An index of every state would be SQLite's choice, which then sorts all that
waits to find one workspace's.
"""

_NOT_FINAL = text("state IN ('pending', 'sending', 'checking')")
_LEASED = text("leased_until IS NOT NULL")
_HELD = text("state = 'held'")


class DeliveryRow(Base):
    """A delivery. Nobody works on it before `not_before` (real time) nor while another's lease lasts."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("key"),
        ForeignKeyConstraint(["workspace", "group_id"], ["working_group.workspace", "working_group.id"]),
        Index(None, "group_id", "subscription", "id"),
        Index(AHEAD, "due_at", sqlite_where=_HELD, postgresql_where=_HELD),
        Index(
            IN_FLIGHT,
            "group_id",
            "subscription",
            unique=True,
            sqlite_where=_NOT_FINAL,
            postgresql_where=_NOT_FINAL,
        ),
        Index(TURNS, "workspace", "id", sqlite_where=_NOT_FINAL, postgresql_where=_NOT_FINAL),
        Index(LEASED, "workspace", "channel", sqlite_where=_LEASED, postgresql_where=_LEASED),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    key: Mapped[str]
    kind: Mapped[str]
    workspace: Mapped[str]
    group_id: Mapped[int]
    subscription: Mapped[int | None]
    channel: Mapped[str]
    facts: Mapped[dict[str, Any]]
    due_at: Mapped[datetime]
    state: Mapped[str]
    attempts: Mapped[int]
    looks: Mapped[int]
    error: Mapped[str | None]
    not_before: Mapped[datetime | None]
    lease_token: Mapped[str | None]
    leased_until: Mapped[datetime | None]


class PartRow(Base):
    """One message of a delivery, frozen. `through`: the group's last change that its words know of."""

    __tablename__ = "part"

    delivery: Mapped[int] = mapped_column(
        ForeignKey("delivery.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rich: Mapped[dict[str, Any]]
    plain: Mapped[dict[str, Any]]
    begun_at: Mapped[datetime | None]
    ts: Mapped[str | None]
    through: Mapped[int | None]


delivery = table_of(DeliveryRow)
part = table_of(PartRow)
