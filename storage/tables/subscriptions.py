"""Digest subscriptions."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of


class SubscriptionRow(Base):
    """A subscription. `weekdays`, `at`, `zone` are its schedule, `next_date` and `next_due_at` its slot."""

    __tablename__ = "subscription"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "group_id"], ["working_group.workspace", "working_group.id"]),
        Index(None, "group_id", "channel", "number"),
        Index(None, "next_due_at"),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    workspace: Mapped[str]
    channel: Mapped[str]
    reader: Mapped[str | None]
    weekdays: Mapped[list[int]]
    at: Mapped[time]
    zone: Mapped[str]
    themes: Mapped[list[str]]
    languages: Mapped[list[str]]
    skip_quiet: Mapped[bool]
    state: Mapped[str]
    next_date: Mapped[date | None]
    next_due_at: Mapped[datetime | None]
    last_date: Mapped[date | None]
    told_through: Mapped[int]
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    version: Mapped[int]


subscription = table_of(SubscriptionRow)
