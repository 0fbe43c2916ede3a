"""The group's history: one change for everything that was written, numbered without gaps in each group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.reference import Reference


class ChangeKind(StrEnum):
    """What happened. Each has a wording `change-KIND` in every catalogue."""

    GROUP_CREATED = "group-created"
    CHANNEL_BOUND = "channel-bound"
    MEMBER_JOINED = "member-joined"
    ROLE_CHANGED = "role-changed"
    RECORDED = "recorded"
    LINKED = "linked"
    MOVED = "moved"
    PROGRESSED = "progressed"
    ASSIGNED = "assigned"
    UNDONE = "undone"
    """Its actor took back a write of theirs: `before` is the number of that write's first change. It ends a
    write whose other changes tell what the item came back to."""
    DUE = "due"
    SUCCEEDED = "succeeded"
    OVERRIDDEN = "overridden"
    POSITIONED = "positioned"
    DIGEST_SCHEDULED = "digest-scheduled"
    DIGEST_PAUSED = "digest-paused"
    DIGEST_RESUMED = "digest-resumed"
    DIGEST_STOPPED = "digest-stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """What a use case decided, before it has a number.

    `before` and `after` are stable tokens (a status, a reference, a number), never words for people. `person`
    is the user id of the member it happened to, where that is not the actor.
    """

    kind: ChangeKind
    subject: Reference | None = None
    theme: str | None = None
    before: str | None = None
    after: str | None = None
    comment: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(NewChange):
    """A change as stored: numbered, with who (a user id of the group's workspace) and when (UTC).

    The changes that one accepted interaction stored together are one write; `step` counts them from 0.
    """

    number: int
    actor: str
    at: datetime
    step: int = 0

    @property
    def write(self) -> int:
        """The write it belongs to: the number of that write's first change."""
        return self.number - self.step
