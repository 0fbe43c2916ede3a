"""Who is who in the workspace that the sample is loaded into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people import Person
from domain.usecases.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """User ids by handle, channel ids by name."""

    workspace: str
    users: Mapping[str, str]
    channels: Mapping[str, str]

    def origin(self, handle: str, channel: str | None, step: str) -> Origin:
        """Where a step of the loading comes from; the same step has the same key every time."""
        return Origin(
            person=Person(self.workspace, self.users[handle]),
            channel=self.channels[channel] if channel is not None else None,
            key=f"sample:{step}",
        )
