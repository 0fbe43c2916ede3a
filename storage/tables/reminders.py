"""When people are reminded, and until when they put items off."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of

_OF_GROUP = (["workspace", "group_id"], ["working_group.workspace", "working_group.id"])


class ReminderPlanRow(Base):
    """When a member is looked at next (none: not at all), and the local day on which they were last.

    A table of its own: it is written every day, and what is said of members is read at every request.
    """

    __tablename__ = "reminder_plan"
    __table_args__ = (ForeignKeyConstraint(*_OF_GROUP), Index(None, "next_at", "group_id"))

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    next_at: Mapped[datetime | None]
    last_on: Mapped[date | None]
    muted: Mapped[bool]


class SnoozeRow(Base):
    """An item that a person put off until a local day. By item first: what happens to it ends it for all."""

    __tablename__ = "snooze"
    __table_args__ = (ForeignKeyConstraint(*_OF_GROUP), Index(None, "group_id", "user_id"))

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    series: Mapped[str] = mapped_column(primary_key=True)
    item: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    until: Mapped[date]


reminder_plan = table_of(ReminderPlanRow)
snooze = table_of(SnoozeRow)
