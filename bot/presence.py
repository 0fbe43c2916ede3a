"""Whether Slack can reach the bot over Socket Mode, and for how long it could not."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import monotonic

AWAY_SECONDS = 30.0
"""Without any connection for longer, the process cannot serve: the longest pause between attempts."""


class Presence:
    """Told by the connections, asked by `/readyz`. `now` gives seconds that only go forward."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._left: float | None = -math.inf

    def came(self) -> None:
        """There is a connection."""
        self._left = None

    def went(self) -> None:
        """The last one is gone."""
        if self._left is None:
            self._left = self._now()

    @property
    def away(self) -> float:
        """Seconds since the last connection was lost: 0 while there is one, infinite before the first."""
        return 0.0 if self._left is None else self._now() - self._left
