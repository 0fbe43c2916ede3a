"""What a check found, as a line for whoever runs the bot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check ended. Only FAILED makes the whole fail."""

    PASSED = "ok"
    NOTED = "note"
    FAILED = "FAIL"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check. `remedy` is what to do about it, empty when nothing is to be done."""

    verdict: Verdict
    said: str
    remedy: str = ""

    @property
    def line(self) -> str:
        """The finding, and its remedy on a line of its own."""
        below = f"\n      {self.remedy}" if self.remedy else ""
        return f"{self.verdict.value:<5} {self.said}{below}"


def passed(said: str) -> Finding:
    """Nothing to do."""
    return Finding(Verdict.PASSED, said)


def noted(said: str, remedy: str = "") -> Finding:
    """Worth knowing; the bot works all the same."""
    return Finding(Verdict.NOTED, said, remedy)


def failed(said: str, remedy: str) -> Finding:
    """The bot would not work, or not wholly."""
    return Finding(Verdict.FAILED, said, remedy)
