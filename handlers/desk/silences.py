"""Of whom Slack told nothing when it was asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.people import Person

ASK_AGAIN_AFTER = timedelta(hours=1)
"""How long Slack is not asked anew of somebody whom we know and of whom it told nothing."""


class Silences:
    """Of whom Slack told nothing lately, so that a Slack in trouble does not slow every command down."""

    def __init__(self) -> None:
        self._until: dict[Person, datetime] = {}

    def note(self, person: Person, now: datetime) -> None:
        """Slack told nothing of this person."""
        self._until = {each: until for each, until in self._until.items() if until > now}
        self._until[person] = now + ASK_AGAIN_AFTER

    def lasts(self, person: Person, now: datetime) -> bool:
        """Whether it is too early to ask again."""
        return person in self._until and now < self._until[person]
