"""Days told from another day, not from today: `al día siguiente`, `the following monday`, `a week before`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.recurrence import DAYS_A_WEEK
from domain.retiming import Shift
from handlers.grammar.dates.words import WEEKDAYS
from handlers.grammar.folding import folded, scannable

_UNIT = (
    r"(?:day|week|month|d[ií]a|semana|mes"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)"
)
_BESIDE = re.compile(
    r"(?:(?:to|on|al?|el|la|the|para|hasta|until|till)\s+)*"
    rf"(?:(?P<first>following|siguiente|preceding|otro(?=\s+d)|next(?=\s+day))\s+(?P<unit_behind>{_UNIT})"
    rf"|(?P<unit>{_UNIT})\s+(?:(?P<behind>siguiente|following|anterior|previ[oa])"
    r"|(?P<beyond>after|before|despu[eé]s|antes)(?=\s*(?:[,;.]|$|(?:at|a\s+las?)\s))))(?!\w)",
    re.IGNORECASE,
)
_OF_WEEK = re.compile(
    r"(?:(?:to|on|al?|el|the|para)\s+)*\w+\s+"
    r"(?:(?:de\s+)?la\s+(?:semana\s+(?:siguiente|anterior)|siguiente\s+semana)"
    r"|(?:of\s+)?the\s+(?:following|preceding|previous)\s+week)(?!\w)",
    re.IGNORECASE,
)
_EARLIER = frozenset({"preceding", "anterior", "previo", "previa", "before", "antes"})


@dataclass(frozen=True, slots=True)
class BesideTaken:
    """How far from the other day, and where the words for it end."""

    shift: Shift
    end: int


def take_beside(text: str, begin: int = 0) -> BesideTaken | None:
    """What the text says there of a day beside another one."""
    found = _BESIDE.match(scannable(text), begin)
    if found is None:
        return None
    side = folded(found["first"] or found["behind"] or found["beyond"] or "")
    unit = folded(found["unit"] or found["unit_behind"] or "")
    return BesideTaken(_shift(unit, -1 if side in _EARLIER else 1), found.end())


def week_beside(text: str) -> str:
    """A weekday of the week beside: which one that is of `the following week` only its author knows."""
    found = _OF_WEEK.match(scannable(text))
    return found[0] if found else ""


def _shift(unit: str, side: int) -> Shift:
    """A weekday is one behind the day itself, and one before it behind the day a week and a day ago."""
    weekday = WEEKDAYS.get(unit)
    if weekday is not None:
        return Shift(days=0 if side > 0 else -DAYS_A_WEEK - 1, weekday=weekday)
    if unit in {"month", "mes"}:
        return Shift(months=side)
    return Shift(days=side * (DAYS_A_WEEK if unit in {"week", "semana"} else 1))
