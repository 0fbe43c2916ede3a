"""Trigger ids: what lets the app open a modal for the person who just acted.

Source: https://docs.slack.dev/interactivity/handling-user-interaction (they expire in three seconds and are
used once).
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.errors import SlackError

TRIGGER_SECONDS = 3.0
# Older ones are forgotten: they answer "invalid" instead of "expired".
REMEMBERED_SECONDS = 600.0

_FORM = re.compile(r"\d+\.\d+\.[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Trigger:
    """`view_id` is set when the person acted inside a modal; `issued` is on the monotonic clock."""

    id: str
    user: str
    issued: float
    view_id: str | None = None
    exchanged: bool = False


class Triggers:
    """They expire `seconds` after they were issued."""

    def __init__(
        self, monotonic: Callable[[], float], team_id: str, seconds: float = TRIGGER_SECONDS
    ) -> None:
        self._monotonic = monotonic
        self._seconds = seconds
        self._team = "".join(str(ord(letter) % 10) for letter in team_id)
        self._number = 1_000_000_000_000
        self._triggers: dict[str, Trigger] = {}

    def issue(self, user: str, view_id: str | None = None) -> str:
        self._forget()
        self._number += 1
        trigger = Trigger(
            id=f"{self._number}.{self._team}.{secrets.token_hex(16)}",
            user=user,
            issued=self._monotonic(),
            view_id=view_id,
        )
        self._triggers[trigger.id] = trigger
        return trigger.id

    def exchange(self, trigger_id: str) -> Trigger:
        """SlackError `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            if not _FORM.fullmatch(trigger_id):
                raise SlackError(
                    "invalid_arguments", messages=["[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]"]
                )
            raise SlackError("invalid_trigger_id")
        if trigger.exchanged:
            raise SlackError("exchanged_trigger_id")
        if self._monotonic() - trigger.issued > self._seconds:
            raise SlackError("expired_trigger_id")
        self._triggers[trigger_id] = Trigger(
            id=trigger.id, user=trigger.user, issued=trigger.issued, view_id=trigger.view_id, exchanged=True
        )
        return trigger

    def _forget(self) -> None:
        horizon = self._monotonic() - REMEMBERED_SECONDS
        while self._triggers:
            oldest = next(iter(self._triggers.values()))
            if oldest.issued >= horizon:
                return
            del self._triggers[oldest.id]
