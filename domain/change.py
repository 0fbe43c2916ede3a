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
    """The channel `after` is the group's, with this theme; where it had another one before, `before` is
    `theme=…`. Without `after`, the channel `before` is so no more."""
    PHASE_CHANGED = "phase-changed"
    """`before` and `after` are keys of phases."""
    RULE_CHANGED = "rule-changed"
    STALLING_CHANGED = "stalling-changed"
    """`before` and `after` are weeks without a change, after which a recommendation counts as stalled."""
    MEMBER_JOINED = "member-joined"
    ROLE_CHANGED = "role-changed"
    LEADS_CHANGED = "leads-changed"
    """`before` and `after` are keys of themes with commas between them."""
    SECTOR_CHANGED = "sector-changed"
    COUNTRY_CHANGED = "country-changed"
    ORGANISATION_CHANGED = "organisation-changed"
    MEMBER_LEFT = "member-left"
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
    """A chair agreed although the rule (`after`) did not hold. Without `after`: that was about a former text,
    and `comment` is what the chair said."""
    POSITIONED = "positioned"
    EDITED = "edited"
    """One field was corrected: `before` and `after` as `domain.editing` writes them."""
    MEETING_STARTED = "meeting-started"
    MEETING_ENDED = "meeting-ended"
    ATTENDED = "attended"
    """Somebody (`person`) was at a meeting (`after`), or was not after all (`before`)."""
    RESCHEDULED = "rescheduled"
    RELOCATED = "relocated"
    DIGEST_SCHEDULED = "digest-scheduled"
    """Of this and those to `DIGEST_STOPPED`, `comment` is which digest: D-1."""
    DIGEST_EDITED = "digest-edited"
    """One thing about a digest is different: `before` and `after` are written `zone=…`."""
    DIGEST_SKIPPED = "digest-skipped"
    """The digest of one date (`after`) is left out; its changes are told by the next."""
    DIGEST_UNSKIPPED = "digest-unskipped"
    """The digest of the date (`after`) that was left out comes after all."""
    DIGEST_PAUSED = "digest-paused"
    DIGEST_RESUMED = "digest-resumed"
    DIGEST_STOPPED = "digest-stopped"
    DIGEST_CONFIRMED = "digest-confirmed"
    """Nobody knew whether a digest had arrived, and somebody said that it had."""
    DIGEST_RESENT = "digest-resent"
    """A digest that had come to nothing, or might have, is sent again: somebody said so."""


FORMER_THEME = "theme="
"""Begins the `before` of a channel that had another theme in its group; nothing follows for all themes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """What a use case decided, before it has a number.

    `before` and `after` are stable tokens (a status, a reference, a number), never words for people, but for
    the texts of an edit. `person` is the user id of the member it happened to, where that is not the actor.
    `edition` is that of the text which a position was taken on, or which an edit replaced.
    """

    kind: ChangeKind
    subject: Reference | None = None
    theme: str | None = None
    before: str | None = None
    after: str | None = None
    comment: str | None = None
    person: str | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(NewChange):
    """A change as stored: numbered, with who (a user id of the group's workspace) and when (UTC).

    The changes that one accepted interaction stored together are one write; `step` counts them from 0.
    `said_in` is the channel it was said in, where that is not the one its item belongs to.
    """

    number: int
    actor: str
    at: datetime
    step: int = 0
    said_in: str | None = None

    @property
    def write(self) -> int:
        """The write it belongs to: the number of that write's first change."""
        return self.number - self.step
