"""Recorded items: what all kinds have in common, what obstacles and recommendations add, and their links."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import CLUSTERED, Base, table_of


class ItemRow(Base):
    """The common part of every item. One index for each way the register is read."""

    __tablename__ = "item"
    __table_args__ = (
        UniqueConstraint("group_id", "recorded_in"),
        Index(None, "group_id", "kind", "recorded_in"),
        Index(None, "group_id", "theme", "recorded_in"),
        Index(None, "group_id", "author", "recorded_in"),
        Index(None, "group_id", "owner", "recorded_in"),
        Index(None, "group_id", "author", "recorded_at"),
        Index(None, "group_id", "kind", "status", "changed_at"),
    )

    group_id: Mapped[int] = mapped_column(
        ForeignKey("working_group.id"), primary_key=True, autoincrement=False
    )
    series: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    theme: Mapped[str | None]
    status: Mapped[str]
    text: Mapped[str]
    language: Mapped[str]
    versions: Mapped[dict[str, str]]
    author: Mapped[str]
    owner: Mapped[str | None]
    channel: Mapped[str | None]
    progress: Mapped[int]
    recorded_in: Mapped[int]
    recorded_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int]


class ObstacleRow(Base):
    """What an obstacle adds. Countries are JSON: they are read and saved with the obstacle."""

    __tablename__ = "obstacle"

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    severity: Mapped[str | None]
    countries: Mapped[list[str]]


class RecommendationRow(Base):
    """What a recommendation adds. Countries and drivers are JSON, as an obstacle's countries are."""

    __tablename__ = "recommendation"
    __table_args__ = (Index(None, "group_id", "quarter"),)

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    countries: Mapped[list[str]]
    drivers: Mapped[list[str]]
    priority: Mapped[bool]
    quarter: Mapped[str | None]


class AnswerRow(Base):
    """A recommendation answers an obstacle of its group; `position` keeps the order they were named in."""

    __tablename__ = "answer"
    __table_args__ = (
        ForeignKeyConstraint(
            ["group_id", "recommendation"], ["recommendation.group_id", "recommendation.number"]
        ),
        ForeignKeyConstraint(["group_id", "obstacle"], ["obstacle.group_id", "obstacle.number"]),
        Index(None, "group_id", "obstacle", "recommendation"),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    recommendation: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    obstacle: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int]


class TallyRow(Base):
    """How many items there are by theme (empty: none), kind and status, and the sum of their progress."""

    __tablename__ = "tally"
    __table_args__ = CLUSTERED

    group_id: Mapped[int] = mapped_column(
        ForeignKey("working_group.id"), primary_key=True, autoincrement=False
    )
    theme: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(primary_key=True)
    item_count: Mapped[int]
    progress: Mapped[int]


item = table_of(ItemRow)
obstacle = table_of(ObstacleRow)
recommendation = table_of(RecommendationRow)
answer = table_of(AnswerRow)
tally = table_of(TallyRow)
