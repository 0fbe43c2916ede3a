"""What a check found, as a line for whoever runs the bot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

HIDDEN = "(hidden)"
SECRET_MIN = 8
"""Characters of a setting that is looked for in texts: a shorter one may stand in any word."""
LINE_MAX = 500
"""Characters of a line that are shown: a name or code of Slack's is shorter, whatever else a server says."""
_TOKEN = re.compile(r"(?:xox[a-z]|xapp)-[\w-]+", re.IGNORECASE)


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


def told(value: object) -> str:
    """What a server said, within a sentence: words and numbers as they are, of anything else its kind.

    Written out, a list or object would escape characters, and a secret in it be found no more.
    """
    if isinstance(value, str | int | float):
        return str(value)
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else "an object"


def printable(finding: Finding, secrets: Iterable[str]) -> Finding:
    """Without control characters, which a terminal would obey, and without any token or secret."""
    hidden = sorted((secret for secret in secrets if len(secret) >= SECRET_MIN), key=len, reverse=True)
    return replace(finding, said=_cleaned(finding.said, hidden), remedy=_cleaned(finding.remedy, hidden))


def _cleaned(text: str, secrets: Iterable[str]) -> str:
    text = "".join(character for character in text if character.isprintable())
    for secret in secrets:
        text = re.sub(re.escape(secret), HIDDEN, text, flags=re.IGNORECASE)
    text = _TOKEN.sub(HIDDEN, text)
    return text if len(text) <= LINE_MAX else f"{text[:LINE_MAX]}…"
