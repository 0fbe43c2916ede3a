"""Words right behind an hour that are a zone nobody can be sure of: `2pm EST`, `10:00 Central`, `UTC-6`."""

from __future__ import annotations

import re

from handlers.grammar.abbreviations import SEVERAL
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.vocabulary import Miss
from handlers.grammar.zones import find_zone

_SMALL = frozenset(
    {"est", "cst", "mst", "pst", "cdt", "ct", "gmt", "cet", "bst", "e.s.t", "c.s.t", "p.s.t", "m.s.t"}
)
"""Abbreviations that are no words in small letters: `act`, `art`, `met` and `west` begin an agenda."""

_NAMED = re.compile(
    r"\(?(?:(?:in|zone|zona)\s+)?"
    r"(?P<name>(?:UTC|GMT)\s?[+-]\s?[0-9]{1,2}(?::?[0-9]{2})?"
    r"|(?:(?:hora|horario|tiempo)\s+(?:del?\s+)?(?:la\s+)?)?[^\W\d_][^\s,;()]*)"
    r"(?P<end>\s*(?:time(?!\w)|standard time(?!\w))?\)?\s*(?:$|[;,\n]))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:UTC|GMT)\s?[+-]", re.IGNORECASE)
_HOUR = "hora "
_SPOKEN = re.compile(r"(?:horario|tiempo)\s+(?=del?\s)", re.IGNORECASE)
_LEAD = re.compile(r"(?:hora|horario|tiempo)\s+(?:de\s+)?(?:la\s+)?", re.IGNORECASE)


def unclear_zone(behind: str) -> Problem | None:
    """What is wrong with the zone that the words behind an hour begin with; None for none, or other words."""
    found = _NAMED.match(scannable(behind))
    if found is None:
        return None
    if _OFFSET.match(found["name"]):
        return Problem(ProblemCode.ZONE_UNKNOWN, found["name"])
    for name in dict.fromkeys((_SPOKEN.sub(_HOUR, found["name"]), _LEAD.sub("", found["name"]))):
        typed = name.rstrip(".")
        zone = find_zone(typed)
        if isinstance(zone, Miss) and _is_meant(typed, zone, ends=found["end"] is not None):
            suggestions = tuple(each.value for each in zone.nearest)
            code = ProblemCode.ZONE_AMBIGUOUS if zone.several else ProblemCode.ZONE_UNKNOWN
            written = found["name"] if name.startswith(_HOUR) else typed
            return Problem(code, written.rstrip("."), suggestions)
    return None


def zone_end(behind: str) -> int:
    """Where such a zone ends that the words begin with; 0 without one."""
    found = _NAMED.match(scannable(behind))
    if found is None or unclear_zone(behind) is None:
        return 0
    return found.end("name") if found["end"] is None else found.end("end")


def _is_meant(typed: str, zone: Miss[str], *, ends: bool) -> bool:
    """An abbreviation as people write these; or, with nothing more behind it, the name of several zones."""
    if folded(typed).replace(".", "") in SEVERAL:
        return typed.isupper() or folded(typed) in _SMALL
    return ends and zone.several and all(folded(each.text) == folded(typed) for each in zone.nearest)
