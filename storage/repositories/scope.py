"""What the repositories of one group share: the connection, and which group they are built for."""

from __future__ import annotations

from dataclasses import dataclass

from storage.session import Session


@dataclass(frozen=True, slots=True)
class Scope:
    """One group of one workspace on one transaction. Repositories cannot ask for another group."""

    connection: Session
    workspace: str
    group: int
    writing: bool
    """Whether the group's row is locked, so that what was read stays true until the commit."""
