"""What a recommendation is: `TEXT for O-3,O-4 due friday`, `TEXTO para O-3, vence el viernes`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.reference import Reference
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import NUMBER, UNIT
from handlers.grammar.deadlines import Deadline, find_deadline
from handlers.grammar.folding import folded
from handlers.grammar.problems import Problem
from handlers.grammar.references import split_answers

_LEADS = re.compile(
    r"(?<!\S)\(?(?:due|(?:que )?vence|by|para|no later than|a m[aá]s tardar|antes del?)(?=\s)", re.IGNORECASE
)
"""Not `hasta`: until when something holds is what a recommendation says."""

_ALWAYS = ("due", "vence", "que vence")
_LONGEST = timedelta(days=100)
"""Shorter than a year, as long as a quarter: `by 2030` is part of what is asked for."""

_LENGTH = re.compile(rf"(?:by|para) (?:el |la )?(?:{NUMBER} )?{UNIT}$")
"""`Train them para dos semanas`, `shorten it by 3 days`."""

_AROUND = " \t\n,;:("


@dataclass(frozen=True, slots=True)
class Proposal:
    """The text, the obstacles it answers, and by which local day it is due, with the words that say so.

    `with_due` is the text with these words, where its day is not to be set; `problem` what is wrong with a
    day.
    """

    text: str
    answers: tuple[Reference, ...] = ()
    due_on: date | None = None
    due: str = ""
    with_due: str = ""
    problem: Problem | None = None


def read_proposal(text: str, reader: Reader) -> Proposal:
    """Obstacles and day at the end of a text, in either order. Other words stay in the text."""
    said, answers = split_answers(text)
    found = _deadline(said, reader)
    if not isinstance(found, Deadline):
        return Proposal(said, answers, with_due=said, problem=found)
    due = said[found.begin :].strip()
    before, further = split_answers(said[: found.begin].rstrip(_AROUND))
    answers = tuple(dict.fromkeys([*further, *answers]))
    kept = f"{before} {found.kept}".strip()
    return Proposal(kept, answers, found.period.due, due, f"{before} {due}".strip())


def proposal_end(text: str, reader: Reader) -> int:
    """Where both begin; the text's length where there is neither."""
    said, answers = split_answers(text)
    at = len(said) if answers and text.startswith(said) else len(text)
    found = _deadline(text[:at], reader)
    if not isinstance(found, Deadline):
        return at
    before, further = split_answers(text[: found.begin].rstrip(_AROUND))
    return len(before) if further and text.startswith(before) else found.begin


def _deadline(text: str, reader: Reader) -> Deadline | Problem | None:
    return find_deadline(text, reader, _LEADS, _is_due)


def _is_due(found: Deadline) -> bool:
    """Behind `due` always; behind other words a year and a length of time are what is asked for."""
    said = folded(found.said).lstrip("( ")
    is_year = found.period.last - found.period.first > _LONGEST
    return said.startswith(_ALWAYS) or not (is_year or _LENGTH.match(said))
