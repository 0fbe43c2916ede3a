"""The numbered history of each group."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of

_OF_ITEMS = text("series IS NOT NULL")


class ChangeRow(Base):
    """One change. `series` and `item` name its subject, when it has one.

    `step` has a default, so that a replica of the release before, which does not know it, can still write.
    """

    __tablename__ = "change"
    __table_args__ = (
        Index(None, "group_id", "series", "item", "number"),
        Index(None, "group_id", "theme", "number"),
        Index(
            "ix_change_group_id_actor_number_of_items",
            "group_id",
            "actor",
            "number",
            sqlite_where=_OF_ITEMS,
            postgresql_where=_OF_ITEMS,
        ),
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
    person: Mapped[str | None]
    step: Mapped[int] = mapped_column(server_default=text("0"))
    edition: Mapped[int | None]
    said_in: Mapped[str | None]


change = table_of(ChangeRow)
