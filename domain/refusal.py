"""A refusal: a rule said no. It carries a code and facts; the words come from the reader's catalogue."""

from __future__ import annotations

from enum import StrEnum


class RefusalCode(StrEnum):
    """Every way the domain says no. Each code has a message `refusal-CODE` in every catalogue."""

    ADMIN_ONLY = "admin-only"
    AGAIN_NOT_YOURS = "again-not-yours"
    ALREADY_MEMBER = "already-member"
    CHAIR_ONLY = "chair-only"
    CHANNEL_BOUND_ELSEWHERE = "channel-bound-elsewhere"
    CHANNEL_MOVED = "channel-moved"
    CHANNEL_NEEDED = "channel-needed"
    CHANNEL_NEEDS_GROUP = "channel-needs-group"
    CLOSED = "closed"
    COUNTRY_UNKNOWN = "country-unknown"
    DATE_PASSED = "date-passed"
    DIGEST_IN_FLIGHT = "digest-in-flight"
    FORM_OUTDATED = "form-outdated"
    FOUNDER_ELSEWHERE = "founder-elsewhere"
    GUEST_READS_ONLY = "guest-reads-only"
    LAST_CHAIR = "last-chair"
    LEAD_ONLY = "lead-only"
    MEMBERS_ONLY = "members-only"
    MOVE_IMPOSSIBLE = "move-impossible"
    NAME_TOO_LONG = "name-too-long"
    NOTHING_NEW = "nothing-new"
    NOT_ASSIGNABLE = "not-assignable"
    NOT_A_RECOMMENDATION = "not-a-recommendation"
    NOT_CLOSED = "not-closed"
    NO_SUCH_COUNTRY = "no-such-country"
    OBSERVER_READS_ONLY = "observer-reads-only"
    OBSTACLE_CLOSED = "obstacle-closed"
    OBSTACLE_MERGED = "obstacle-merged"
    OWNER_UNKNOWN = "owner-unknown"
    PERSON_UNKNOWN = "person-unknown"
    PROGRESS_OUT_OF_RANGE = "progress-out-of-range"
    PROGRESS_UNKNOWN = "progress-unknown"
    REASON_NEEDED = "reason-needed"
    REFERENCE_UNKNOWN = "reference-unknown"
    SECTOR_UNKNOWN = "sector-unknown"
    SUBSCRIPTION_ENDED = "subscription-ended"
    SUBSCRIPTION_UNKNOWN = "subscription-unknown"
    SUCCESSOR_CLOSED = "successor-closed"
    SUCCESSOR_ITSELF = "successor-itself"
    SUCCESSOR_NEEDED = "successor-needed"
    SUCCESSOR_OTHER_KIND = "successor-other-kind"
    TEXT_EMPTY = "text-empty"
    TEXT_TOO_LONG = "text-too-long"
    THEMES_ALIKE = "themes-alike"
    THEMES_MISSING = "themes-missing"
    THEME_NAME_TAKEN = "theme-name-taken"
    THEME_UNKNOWN = "theme-unknown"
    TOO_MANY = "too-many"
    UNDO_ANSWERED = "undo-answered"
    UNDO_BEYOND = "undo-beyond"
    UNDO_BUILT_ON = "undo-built-on"
    UNDO_DONE = "undo-done"
    UNDO_IMPOSSIBLE = "undo-impossible"
    UNDO_NOTHING = "undo-nothing"
    UNDO_NOT_YOURS = "undo-not-yours"
    UNDO_OUTDATED = "undo-outdated"
    ZONE_AMBIGUOUS = "zone-ambiguous"
    ZONE_UNKNOWN = "zone-unknown"


class Refusal(Exception):  # noqa: N818 - it is an answer, not a malfunction
    """Raised inside a use case; the transaction rolls back and the person is told why."""

    def __init__(self, code: RefusalCode, **facts: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts = facts
