"""The second that Slack wants between two messages of a channel, shorter: for who asks it and who keeps it.

Bot and workspace keep their proportion. Every other length and limit is the product's, or Slack's.
"""

from __future__ import annotations

from dataclasses import replace

from bot.sandbox.limits import RateLimits
from bot.settings import Settings
from domain.timings import Timings

TIMES_AS_FAST = 20


class QuickSettings(Settings):
    """What the process is told, but for the pace: no environment changes that one."""

    @property
    def timings(self) -> Timings:
        slow = super().timings
        return replace(slow, pace=slow.pace / TIMES_AS_FAST)


class QuickLimits(RateLimits):
    """A channel's allowance of messages comes back sooner."""

    def _take_post(self, channel: str, now: float) -> int | None:
        return super()._take_post(channel, now * TIMES_AS_FAST)
