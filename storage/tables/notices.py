"""What people do not want to be told of, what they did last, and drafts kept while their author decides."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import CLUSTERED, Base, Key, table_of

_OF_GROUP = (["workspace", "group_id"], ["working_group.workspace", "working_group.id"])


class MuteRow(Base):
    """An item whose moves a person is not told of."""

    __tablename__ = "mute"
    __table_args__ = (ForeignKeyConstraint(*_OF_GROUP), CLUSTERED)

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(primary_key=True)
    item: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    workspace: Mapped[str]


class LastActRow(Base):
    """What a person did last that no change tells. `after` is the number of the latest change by then."""

    __tablename__ = "last_act"
    __table_args__ = (ForeignKeyConstraint(*_OF_GROUP), CLUSTERED)

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    kind: Mapped[str]
    key: Mapped[str]
    after: Mapped[int]
    subject: Mapped[str | None]
    former: Mapped[str | None]


class DraftRow(Base):
    """What somebody wrote and has not recorded yet. `key` is the interaction that brought it."""

    __tablename__ = "draft"
    __table_args__ = (
        ForeignKeyConstraint(*_OF_GROUP),
        UniqueConstraint("workspace", "key"),
        Index(None, "kept_at"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    workspace: Mapped[str]
    group_id: Mapped[int]
    user_id: Mapped[str]
    key: Mapped[str]
    content: Mapped[dict[str, Any]]
    kept_at: Mapped[datetime]


mute = table_of(MuteRow)
last_act = table_of(LastActRow)
draft = table_of(DraftRow)
