"""What a recommendation is: `TEXT for O-3,O-4 due friday`, `TEXTO para O-3, vence el viernes`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.reference import Reference, Series
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import MONTH, NUMBER, UNIT, WEEKDAY
from handlers.grammar.deadline_names import NAMED
from handlers.grammar.deadlines import Deadline, find_deadline, find_leads
from handlers.grammar.first_lines import first_line, in_list, joined, without_empty_item
from handlers.grammar.folding import folded
from handlers.grammar.problems import Problem
from handlers.grammar.references import split_answers, split_beginning
from handlers.grammar.unread_deadlines import unread_deadline

_LEADS = re.compile(
    rf"(?<!\S)\(?(?:(?:{NAMED}|due|(?:que )?vence|by|para|no later than|a m[aá]s tardar|on or before|before"
    r"|antes del?)(?=\s)|p/)",
    re.IGNORECASE,
)
"""Not `hasta`: until when something holds is what a recommendation says."""

_ALWAYS = re.compile(rf"(?:{NAMED}|due|(?:que )?vence)(?!\w)")
_LONGEST = timedelta(days=100)
"""Shorter than a year, as long as a quarter: `by 2030` is part of what is asked for."""

_ASKED_FOR = re.compile(rf"(?:by|para) (?:el |la )?(?:(?:{NUMBER} )?{UNIT}|dia de manana)$")
"""`Train them para dos semanas`, `shorten it by 3 days`, `readiness para el día de mañana`: the future."""

_EACH = re.compile(
    rf"(?<!\w)(?:each|every|cada|tod[oa]s l[oa]s)(?: other| single)?(?: {NUMBER})?"
    rf" (?:{UNIT}|{WEEKDAY}|{MONTH})(?!\w)"
)
"""`Report each quarter by the 15th`: of every one."""

_AROUND = " \t\n,;:("
_BEFORE_ANSWERS = " \t,;"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The text, the obstacles it answers, and by which local day it is due, with the words that say so.

    `with_due` is the text with these words, where its day is not to be set; `problem` what is wrong with a
    day. `unread` are words of the text that may have been meant for the day.
    """

    text: str
    answers: tuple[Reference, ...] = ()
    due_on: date | None = None
    due: str = ""
    with_due: str = ""
    problem: Problem | None = None
    unread: str = ""


def read_proposal(text: str, reader: Reader) -> Proposal:
    """Obstacles and day at the end of a text or its first line, in either order. Other words stay in it.

    The first line's day counts before the text's end, where `by` and `para` alone may say anything. Obstacles
    may stand in front of the text too, set off from it: `For O-3: TEXT`.
    """
    said, first = split_beginning(text, {Series.OBSTACLE})
    found = _read_end(said, reader)
    return replace(found, answers=tuple(dict.fromkeys([*first, *found.answers]))) if first else found


def _read_end(text: str, reader: Reader) -> Proposal:
    said, answers = split_answers(text)
    said = said.rstrip(_BEFORE_ANSWERS) if answers else said
    line, below, found = _find(said, reader)
    if not isinstance(found, Deadline):
        unread = found.word if isinstance(found, Problem) else _unread(said, reader)
        return Proposal(said, answers, with_due=said, problem=found, unread=unread)
    due = line[found.begin :].strip()
    before, further = split_answers(without_empty_item(line[: found.begin]).rstrip(_AROUND))
    answers = tuple(dict.fromkeys([*further, *answers]))
    kept, whole = f"{before} {found.kept}".strip(), f"{before} {due}".strip() if further else line
    return Proposal(joined(kept, below), answers, found.due, due, joined(whole, below))


def proposal_end(text: str, reader: Reader) -> int:
    """Where both begin; the text's length where there is neither."""
    said, answers = split_answers(text)
    at = len(said) if answers and text.startswith(said) else len(text)
    line, below, found = _find(text[:at], reader)
    if below or not isinstance(found, Deadline):
        return at
    before, further = split_answers(line[: found.begin].rstrip(_AROUND))
    return len(before) if further and text.startswith(before) else found.begin


def _find(text: str, reader: Reader) -> tuple[str, str, Deadline | Problem | None]:
    """The line or text that ends in the day, what follows it, and the day or what is wrong with it."""
    line, below = first_line(text)
    found = _deadline(line, reader)
    if found is not None or not below:
        return line, below, found
    return text, "", _deadline(text, reader)


def _deadline(text: str, reader: Reader) -> Deadline | Problem | None:
    begins = [at for at in find_leads(text, _LEADS) if _may_begin(text, at)]
    return find_deadline(text, reader, begins, lambda found: _is_due(found, text, reader))


def _may_begin(text: str, at: int) -> bool:
    """Below the first line `by` and `para` are prose, unless they begin a line of their own.

    What ends an item of a list there is of that item alone.
    """
    if in_list(text, at):
        return False
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return "\n" not in text[:at] or not line.strip() or _is_said(text[at:])


def _is_due(found: Deadline, text: str, reader: Reader) -> bool:
    """Behind `due` always; else neither a part of what is asked for nor one of several days."""
    if _is_said(found.said):
        return True
    before = text[: found.begin]
    return (
        not _is_asked_for(found)
        and not _EACH.search(folded(before))
        and not unread_deadline(before, reader, hours=False)
    )


def _is_asked_for(found: Deadline) -> bool:
    """A year and a length of time."""
    is_year = found.period.last - found.period.first > _LONGEST
    return is_year or _ASKED_FOR.match(folded(found.said).lstrip("( ")) is not None


def _is_said(words: str) -> bool:
    return _ALWAYS.match(folded(words).lstrip("( ")) is not None


def _unread(text: str, reader: Reader) -> str:
    """The words at the text's end that would be its day elsewhere."""
    found = find_deadline(
        text, reader, find_leads(text, _LEADS, named=True), lambda found: not _is_asked_for(found)
    )
    if isinstance(found, Deadline):
        return text[found.begin :].strip(_AROUND)
    return "" if found is None else found.word
