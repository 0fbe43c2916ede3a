"""Every length of time that delivering depends on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.delivery import FIRST_LOOK, LEASE, POST_TIMEOUT, SECOND_LOOK


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """What production uses, unless said otherwise. Tests shorten them.

    Raises ValueError where a message could be sent on a lost lease, or the looks are not in order.
    """

    lease: timedelta = LEASE
    post_timeout: timedelta = POST_TIMEOUT
    first_look: timedelta = FIRST_LOOK
    second_look: timedelta = SECOND_LOOK
    look_margin: timedelta = timedelta(minutes=2)
    """How far before the sending a look begins: Slack's clock, which stamps messages, is not ours."""
    patience: timedelta = timedelta(hours=24)
    """How long a history that cannot be read for the moment is asked again, before it is `uncertain`."""
    unknown_tries: int = 6
    """Sendings into a channel that Slack does not know, until it has failed: about five minutes."""
    unknown_patience: timedelta = timedelta(minutes=6)
    """How long after a sending it is looked for in a channel that Slack does not know."""
    backoff_first: timedelta = timedelta(seconds=10)
    backoff_cap: timedelta = timedelta(minutes=15)
    tries_max: int = 300
    """Sendings of one part that came to nothing: about three days at the cap, then it has failed."""
    shut_patience: timedelta = timedelta(days=3)
    """How long after it was due a message is tried again in a workspace that takes nothing from us."""

    pace: timedelta = timedelta(seconds=1)
    """Between two messages in one channel (docs.slack.dev/apis/web-api/rate-limits: about one a second)."""
    longest_pause: timedelta = timedelta(seconds=5)
    """What is waited for with the lease in hand; a longer wait is stored and the lease given back."""
    record_again: timedelta = timedelta(seconds=1)
    """Between two attempts to take down what Slack said while the database does not answer."""

    def __post_init__(self) -> None:
        if not timedelta() < self.post_timeout < self.lease:
            raise ValueError("the lease must outlast the post's timeout")
        if self.post_timeout + self.longest_pause >= self.lease:
            raise ValueError("the lease must outlast a wait for the channel's turn and the post's timeout")
        if not timedelta() <= self.first_look <= self.second_look:
            raise ValueError("the first look comes before the second")

    def backoff(self, tries: int) -> timedelta:
        """How long to wait after so many tries (1 and more): doubled each time, up to the cap."""
        doublings = min(max(tries - 1, 0), 30)
        return min(self.backoff_first * (1 << doublings), self.backoff_cap)

    def look_backoff(self, age: timedelta) -> timedelta:
        """Until a history that cannot be read is asked again: as long as since the sending, up to the cap."""
        return min(max(age, self.backoff_first), self.backoff_cap)
