"""People of a workspace, and what they are in its groups."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, table_of


class PersonRow(Base):
    """What Slack says of a person, and the language and zone they chose."""

    __tablename__ = "person"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    locale_language: Mapped[str | None]
    zone: Mapped[str | None]
    is_admin: Mapped[bool]
    is_guest: Mapped[bool]
    is_stranger: Mapped[bool]
    is_deactivated: Mapped[bool] = mapped_column(server_default=sql("false"))
    chosen_language: Mapped[str | None]
    chosen_zone: Mapped[str | None]
    fetched_at: Mapped[datetime]


class MemberRow(Base):
    """A person in a group."""

    __tablename__ = "member"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "group_id"], ["working_group.workspace", "working_group.id"]),
        Index(None, "workspace", "user_id", "group_id"),
    )

    group_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    role: Mapped[str]
    sector: Mapped[str]
    country: Mapped[str]
    organisation: Mapped[str]
    themes: Mapped[list[str]]
    joined_at: Mapped[datetime]


person = table_of(PersonRow)
member = table_of(MemberRow)
