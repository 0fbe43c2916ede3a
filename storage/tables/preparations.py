"""Digests that were prepared before they are due, with what they rest on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of


class PreparedRow(Base):
    """The next digest of a subscription. `key` and what stands below it are NULL until it is worded.

    `version` to `latest` are what it rests on, as they were when it was taken: of the subscription, of its
    group and of its deliveries. `due_at` is the slot's, `last_date` and the `next_` ones are what its
    subscription has behind it.
    """

    __tablename__ = "prepared"
    __table_args__ = (
        ForeignKeyConstraint(
            ["group_id", "number"], ["subscription.group_id", "subscription.number"], ondelete="CASCADE"
        ),
        Index(None, "due_at", "number", "group_id"),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    due_at: Mapped[datetime]
    version: Mapped[int]
    told_through: Mapped[int]
    last_change: Mapped[int]
    revision: Mapped[int]
    latest: Mapped[str]
    key: Mapped[str | None]
    state: Mapped[str | None]
    facts: Mapped[dict[str, Any] | None]
    last_date: Mapped[date | None]
    next_date: Mapped[date | None]
    next_due_at: Mapped[datetime | None]


class PreparedPartRow(Base):
    """One message of a prepared digest, as it will be frozen."""

    __tablename__ = "prepared_part"
    __table_args__ = (
        ForeignKeyConstraint(
            ["group_id", "number"], ["prepared.group_id", "prepared.number"], ondelete="CASCADE"
        ),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rich: Mapped[dict[str, Any]]
    plain: Mapped[dict[str, Any]]
    through: Mapped[int | None]


prepared = table_of(PreparedRow)
prepared_part = table_of(PreparedPartRow)
