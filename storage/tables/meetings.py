"""Meetings: what they add to an item, who was there, and which messages were recorded in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import CLUSTERED, Base, table_of


class MeetingRow(Base):
    """What a meeting adds. `opened_in` and `closed_in` bound its stretch of the group's history."""

    __tablename__ = "meeting"
    __table_args__ = (
        ForeignKeyConstraint(["group_id"], ["working_group.id"]),
        Index(None, "group_id", "opened_in"),
        Index(None, "group_id", "starts_at", "number"),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    phase: Mapped[str]
    starts_at: Mapped[datetime | None]
    zone: Mapped[str]
    mode: Mapped[str | None]
    place: Mapped[str | None]
    link: Mapped[str | None]
    opener: Mapped[str | None]
    opened_at: Mapped[datetime | None]
    opened_in: Mapped[int | None]
    closed_at: Mapped[datetime | None]
    closed_in: Mapped[int | None]
    thread: Mapped[str | None]
    minutes: Mapped[str | None]


class AttendanceRow(Base):
    """Who was there, with the sector and country they spoke for then."""

    __tablename__ = "attendance"
    __table_args__ = (
        ForeignKeyConstraint(["group_id", "meeting"], ["meeting.group_id", "meeting.number"]),
        CLUSTERED,
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    meeting: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    sector: Mapped[str]
    country: Mapped[str]
    marked_by: Mapped[str]
    at: Mapped[datetime]


class ScribedRow(Base):
    """An entry of a message that was recorded, and as what."""

    __tablename__ = "scribed"
    __table_args__ = (ForeignKeyConstraint(["group_id"], ["working_group.id"]), CLUSTERED)

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel: Mapped[str] = mapped_column(primary_key=True)
    ts: Mapped[str] = mapped_column(primary_key=True)
    entry: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    series: Mapped[str]
    item: Mapped[int]
    mark: Mapped[str]
    edited: Mapped[str]
    gone: Mapped[bool]


meeting = table_of(MeetingRow)
attendance = table_of(AttendanceRow)
scribed = table_of(ScribedRow)
