"""Rate limits of the Web API.

Source: https://docs.slack.dev/apis/web-api/rate-limits (tiers a minute, per method, workspace and app;
chat.postMessage about one a second in a channel, with short bursts, and several hundred a minute in a
workspace).
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from enum import Enum

WINDOW_SECONDS = 60.0
POST_PER_SECOND = 1.0
# Undocumented ("short bursts"): as many as a digest split in three messages.
POST_BURST = 3
# "Several hundred messages per minute".
POST_PER_MINUTE = 300


class Tier(Enum):
    """Calls a minute; the special tier is "hundreds of requests per minute"."""

    T1 = 1
    T2 = 20
    T3 = 50
    T4 = 100
    SPECIAL = 600
    POST = POST_PER_MINUTE


# Apps distributed commercially outside the Marketplace read one page of 15 messages a minute.
# https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
COMMERCIAL_METHODS = ("conversations.history", "conversations.replies")
COMMERCIAL_TIER = Tier.T1
COMMERCIAL_PAGE = 15


class RateLimits:
    def __init__(self, monotonic: Callable[[], float], team_id: str, *, enabled: bool) -> None:
        self._monotonic = monotonic
        self._team = team_id
        self._enabled = enabled
        self._calls: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)
        self._ready: dict[str, float] = {}

    def take(self, method: str, tier: Tier, channel: str | None = None) -> int | None:
        """Count one call; or the whole seconds to wait, and the call is not counted."""
        if not self._enabled:
            return None
        now = self._monotonic()
        calls = self._calls[method, self._team]
        while calls and now - calls[0] >= WINDOW_SECONDS:
            calls.popleft()
        if len(calls) >= tier.value:
            return _whole_seconds(calls[0] + WINDOW_SECONDS - now)
        if tier is Tier.POST and channel is not None:
            wait = self._take_post(channel, now)
            if wait is not None:
                return wait
        calls.append(now)
        return None

    def _take_post(self, channel: str, now: float) -> int | None:
        """One place of the channel's allowance, which refills by one a second."""
        earliest = now - (POST_BURST - 1) / POST_PER_SECOND
        ready = max(self._ready.get(channel, earliest), earliest)
        if ready > now:
            return _whole_seconds(ready - now)
        self._ready[channel] = ready + 1 / POST_PER_SECOND
        return None


def _whole_seconds(wait: float) -> int:
    return max(1, math.ceil(wait))
