"""Recorded items: what all kinds have in common, what each kind adds, links and positions."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import CLUSTERED, Base, table_of

_IS_DUE = sql("due_on IS NOT NULL")
_IN_A_MEETING = sql("meeting IS NOT NULL")
_IS_FIRST = sql("priority")
HAS_ONE_VERSION = "CAST(versions AS TEXT) = '{}' AND kind IN ('action', 'obstacle', 'recommendation')"
"""Of the kinds whose texts have versions in other languages, what has none: with two languages in all, one
version besides the original is all there can be. Both engines use the index only for these very words."""


class ItemRow(Base):
    """The common part of every item. One index for each way the register is read.

    `edition` has a default, so that a replica of the release before, which does not know it, can still write.
    """

    __tablename__ = "item"
    __table_args__ = (
        UniqueConstraint("group_id", "recorded_in"),
        Index(None, "group_id", "kind", "recorded_in"),
        Index(None, "group_id", "theme", "recorded_in"),
        Index(None, "group_id", "author", "recorded_in"),
        Index(None, "group_id", "owner", "recorded_in"),
        Index(None, "group_id", "recorded_at", "recorded_in"),
        Index(None, "group_id", "kind", "status", "changed_at"),
        Index(
            None,
            "group_id",
            "kind",
            "status",
            "due_on",
            sqlite_where=_IS_DUE,
            postgresql_where=_IS_DUE,
        ),
        Index(
            "ix_item_group_id_due_on",
            "group_id",
            "due_on",
            "recorded_in",
            sqlite_where=_IS_DUE,
            postgresql_where=_IS_DUE,
        ),
        Index(
            None,
            "group_id",
            "meeting",
            "recorded_in",
            sqlite_where=_IN_A_MEETING,
            postgresql_where=_IN_A_MEETING,
        ),
        Index(
            "ix_item_group_id_recorded_in_untranslated",
            "group_id",
            "recorded_in",
            sqlite_where=sql(HAS_ONE_VERSION),
            postgresql_where=sql(HAS_ONE_VERSION),
        ),
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
    due_on: Mapped[date | None]
    meeting: Mapped[int | None]
    successor: Mapped[int | None]
    edition: Mapped[int] = mapped_column(server_default=sql("1"))
    source: Mapped[str | None]


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
    __table_args__ = (
        Index(
            "ix_recommendation_group_id_first",
            "group_id",
            "number",
            sqlite_where=_IS_FIRST,
            postgresql_where=_IS_FIRST,
        ),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    countries: Mapped[list[str]]
    drivers: Mapped[list[str]]
    priority: Mapped[bool]
    override: Mapped[str | None]


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


class PositionRow(Base):
    """What a member holds of a recommendation: their latest word."""

    __tablename__ = "position"
    __table_args__ = (
        ForeignKeyConstraint(
            ["group_id", "recommendation"], ["recommendation.group_id", "recommendation.number"]
        ),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    recommendation: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stance: Mapped[str]
    comment: Mapped[str | None]
    edition: Mapped[int]
    at: Mapped[datetime]


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
position = table_of(PositionRow)
tally = table_of(TallyRow)
