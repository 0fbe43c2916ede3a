"""Working groups: the row that is locked and counts, and the charter that is read whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Key, table_of


class WorkingGroup(Base):
    """The row every write of a group locks, with the last number given of everything the group counts.

    It is rewritten by every write, so it is kept narrow: the charter stands beside it. `revision` rises with
    every change of the charter. Later kinds have a default for a replica of the release before.
    """

    __tablename__ = "working_group"
    __table_args__ = (UniqueConstraint("workspace", "id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    workspace: Mapped[str]
    revision: Mapped[int]
    last_change: Mapped[int]
    last_note: Mapped[int]
    last_obstacle: Mapped[int]
    last_recommendation: Mapped[int]
    last_subscription: Mapped[int]
    last_action: Mapped[int] = mapped_column(server_default=text("0"))
    last_evidence: Mapped[int] = mapped_column(server_default=text("0"))
    last_meeting: Mapped[int] = mapped_column(server_default=text("0"))


class Charter(Base):
    """What a group is. Themes, phases and drivers are JSON: they are read and saved together, in order."""

    __tablename__ = "charter"

    group_id: Mapped[int] = mapped_column(
        ForeignKey("working_group.id"), primary_key=True, autoincrement=False
    )
    names: Mapped[dict[str, str]]
    countries: Mapped[list[str]]
    sectors: Mapped[list[str]]
    languages: Mapped[list[str]]
    zone: Mapped[str]
    themes: Mapped[list[dict[str, Any]]]
    phases: Mapped[list[dict[str, Any]]]
    drivers: Mapped[list[dict[str, Any]]]
    phase: Mapped[str]
    starts_on: Mapped[date]
    horizon_months: Mapped[int]
    agreement_rule: Mapped[str]
    stalled_weeks: Mapped[int] = mapped_column(server_default=text("4"))


working_group = table_of(WorkingGroup)
charter = table_of(Charter)
