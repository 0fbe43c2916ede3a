"""Which channel belongs to which group."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import CLUSTERED, Base, table_of


class BindingRow(Base):
    """A channel bound to a group of its own workspace and, if wanted, to one theme; and its open meeting."""

    __tablename__ = "binding"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "group_id"], ["working_group.workspace", "working_group.id"]),
        Index(None, "workspace", "group_id"),
        CLUSTERED,
    )

    workspace: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[int]
    theme: Mapped[str | None]
    meeting: Mapped[int | None]


binding = table_of(BindingRow)
