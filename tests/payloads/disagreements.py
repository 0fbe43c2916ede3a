"""Where the libraries and we disagree about what the bot sends: each with the reason why we are right.

An entry stands here only as long as the bot sends something that it is about; a test holds it to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.payloads.complaint import Checker, Complaint


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`says` is a pattern for all that the complaint says."""

    checker: Checker
    kind: str
    says: str
    reason: str

    def explains(self, complaint: Complaint) -> bool:
        return (self.checker, self.kind) == (complaint.checker, complaint.kind) and bool(
            re.fullmatch(self.says, complaint.says, re.DOTALL)
        )


DISAGREEMENTS: tuple[Disagreement, ...] = (
    Disagreement(
        Checker.SLACK_SDK,
        "data_visualization",
        "unknown",
        "Slack takes it since June 2026 (docs.slack.dev, data visualization block); slack_sdk 3.47 has no"
        " model of it. slackblocks has, and agrees with us.",
    ),
    Disagreement(
        Checker.SLACK_SDK,
        "data_table",
        "unknown",
        "Slack takes it (docs.slack.dev, data table block); slack_sdk 3.47 has no model of it.",
    ),
)


def stale(complaints: Iterable[Complaint]) -> list[Disagreement]:
    """Listed disagreements that none of the complaints is about."""
    said = list(complaints)
    return [known for known in DISAGREEMENTS if not any(known.explains(complaint) for complaint in said)]
