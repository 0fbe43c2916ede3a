"""Which interactions were accepted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import CLUSTERED, Base, table_of


class ReceiptRow(Base):
    """The key of an accepted interaction and what it left behind."""

    __tablename__ = "receipt"
    __table_args__ = (Index(None, "stored_at"), CLUSTERED)

    workspace: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str]
    facts: Mapped[dict[str, str]]
    stored_at: Mapped[datetime]


receipt = table_of(ReceiptRow)
