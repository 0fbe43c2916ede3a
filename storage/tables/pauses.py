"""Pauses: what is left in peace for a while."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import CLUSTERED, Base, table_of


class PauseRow(Base):
    """Nobody posts in the `channel` before `until` (real time); of `domain.pause`, what else it may name."""

    __tablename__ = "pause"
    __table_args__ = (CLUSTERED,)

    workspace: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[datetime]
    by_slack: Mapped[bool]


pause = table_of(PauseRow)
