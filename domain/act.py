"""What a person did that no change tells: it concerns them alone, or leaves nothing in the record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActKind(StrEnum):
    """What was done. Each has a wording in `refusal-undo-act` of every catalogue."""

    SNOOZED = "snoozed"
    SNOOZE_ENDED = "snooze-ended"
    MUTED = "muted"
    UNMUTED = "unmuted"
    REMINDERS_MUTED = "reminders-muted"
    REMINDERS_UNMUTED = "reminders-unmuted"
    LANGUAGE_CHOSEN = "language-chosen"
    ZONE_CHOSEN = "zone-chosen"
    DIGEST_SENT = "digest-sent"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The latest of one person in one group; of an earlier one nobody asks.

    `key` names the interaction. `after` is the number of the group's latest change by then, which tells the
    act's place among the changes. `subject` is the item or digest it was about (A-2, D-1); `former` is what
    held before, as the verb that brings it back takes it: a local day, a language's code, an IANA zone.
    """

    kind: ActKind
    key: str
    after: int
    subject: str | None = None
    former: str | None = None
