"""Evidence: where a link leads, and what it is attached to."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of


class EvidenceRow(Base):
    """What evidence adds. `place` hashes what addresses of one place share: they are too long to index."""

    __tablename__ = "evidence"
    __table_args__ = (Index(None, "group_id", "place", "number"),)

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    address: Mapped[str]
    place: Mapped[str]
    sort: Mapped[str]


class SupportRow(Base):
    """Evidence is attached to an item of its group; `position` keeps the order they were named in."""

    __tablename__ = "support"
    __table_args__ = (
        ForeignKeyConstraint(["group_id", "evidence"], ["evidence.group_id", "evidence.number"]),
        ForeignKeyConstraint(["group_id", "series", "item"], ["item.group_id", "item.series", "item.number"]),
        Index(None, "group_id", "series", "item", "evidence"),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    evidence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    series: Mapped[str] = mapped_column(primary_key=True)
    item: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int]


evidence = table_of(EvidenceRow)
support = table_of(SupportRow)
