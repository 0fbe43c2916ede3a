"""How long what stands before an acknowledgement may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """In seconds. Slack gives 3 for all of it (docs.slack.dev: acknowledgement)."""

    answer: float = 2.0
    """For everything that is done before the answer."""
    acquaintance: float = 0.5
    """How long somebody whom we know already waits for news of themselves."""
    notice: float = 0.4
    """For saying that something went wrong where there is nothing to answer by, after all of that time."""
    slack: float = 1.5
    """For one answer of Slack's."""


IN_TIME = Budget()
