"""What a rule for date phrases is: a pattern, and what it makes of a match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from handlers.grammar.dates.period import Period


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the local day it is, whether numbers say the day before the month, and where dates lie.

    With `past`, what may lie before or after today lies before: `since monday`.
    """

    today: date
    day_first: bool
    past: bool = False

    def nearest(self, before: date, after: date) -> date:
        """Of a date before today and one after it the one that is meant."""
        return before if self.past else after


Make: TypeAlias = Callable[[re.Match[str], Reader], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for a whole phrase, as `folded` leaves it."""

    pattern: re.Pattern[str]
    make: Make


def rule(pattern: str, make: Make) -> Rule:
    """The rule, its pattern compiled."""
    return Rule(re.compile(pattern), make)
