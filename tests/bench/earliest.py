"""When Slack's own limits let the last message of a load out, whoever sends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.sandbox.limits import POST_PER_MINUTE, POST_PER_SECOND, WINDOW_SECONDS


@dataclass(frozen=True, slots=True)
class Load:
    """So many digests of so many workspaces, in so many channels of each."""

    subscriptions: int
    workspaces: int
    channels: int

    @property
    def by_channel(self) -> float:
        """Seconds from the first message of a channel to its last: one a second, without bursts."""
        return (-(-self._of_workspace // self.channels) - 1) / POST_PER_SECOND

    @property
    def by_workspace(self) -> float:
        """Seconds from the first message of a workspace to its last: full windows before the last one's."""
        return (self._of_workspace - 1) // POST_PER_MINUTE * WINDOW_SECONDS

    @property
    def earliest(self) -> float:
        """Seconds from the first message to the last."""
        return max(self.by_channel, self.by_workspace)

    @property
    def _of_workspace(self) -> int:
        return -(-self.subscriptions // self.workspaces)


LOADS: Mapping[str, Load] = MappingProxyType(
    {
        "spread": Load(10_000, 1_000, 5),
        "channel": Load(10_000, 1_000, 1),
        "workspace": Load(200, 1, 1),
    }
)
"""Two messages in each of 5,000 channels; ten in each of 1,000; 200 in a single one."""
