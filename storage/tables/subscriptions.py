"""Digest subscriptions."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of


class SubscriptionRow(Base):
    """A subscription. `next_date` and `next_due_at` are its slot; `at` and `zone` of its schedule.

    `weekdays` are those of one that comes every week. Any other has none there, but the rule of its
    `recurrence` (RFC 5545), with the Monday of a week that counts as `anchor`: a replica that knows weekly
    ones alone then fails rather than posts on a wrong day. `themes`, `mine_of`,
    `sectors`, `countries` and `concerning` are what it covers.
    """

    __tablename__ = "subscription"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "group_id"], ["working_group.workspace", "working_group.id"]),
        Index(None, "group_id", "channel", "number"),
        Index(None, "next_due_at", "group_id", "number"),
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
    recurrence: Mapped[str | None]
    anchor: Mapped[date | None]
    mine_of: Mapped[str | None]
    sectors: Mapped[list[str] | None]
    countries: Mapped[list[str] | None]
    concerning: Mapped[str | None]


subscription = table_of(SubscriptionRow)
