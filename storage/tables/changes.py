"""The numbered history of each group."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of


class ChangeRow(Base):
    """One change. `series` and `item` name its subject, when it has one."""

    __tablename__ = "change"
    __table_args__ = (
        Index(None, "group_id", "series", "item", "number"),
        Index(None, "group_id", "theme", "number"),
    )

    group_id: Mapped[int] = mapped_column(
        ForeignKey("working_group.id"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    series: Mapped[str | None]
    item: Mapped[int | None]
    theme: Mapped[str | None]
    before: Mapped[str | None]
    after: Mapped[str | None]
    comment: Mapped[str | None]
    actor: Mapped[str]
    at: Mapped[datetime]


change = table_of(ChangeRow)
