"""What a recommendation is: `TEXT for O-3,O-4 due friday`, `TEXTO para O-3, vence el viernes`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from domain.reference import Reference
from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import TAIL_MAX, read_beginning, read_deadline
from handlers.grammar.folding import scannable
from handlers.grammar.references import split_answers

_DUE = re.compile(r"(?<!\S)\(?(?:due|(?:que )?vence)(?=\s)", re.IGNORECASE)
"""Not `by` nor `para`: what a recommendation asks for by 2030 is what it says, not when it is due."""

_BESIDE = re.compile(r"(?<!\S)\(?(?:due|(?:que )?vence|by|para)(?=\s)", re.IGNORECASE)
"""Behind these two a single day, not a year nor a quarter."""

_AROUND = " \t\n,;:("


@dataclass(frozen=True, slots=True)
class Proposal:
    """The text, the obstacles it answers, and by which local day it is due, with the words that say so."""

    text: str
    answers: tuple[Reference, ...] = ()
    due_on: date | None = None
    due: str = ""

    @property
    def with_due(self) -> str:
        """The text with the words for its day, which is not to be set."""
        return f"{self.text} {self.due}".strip()


def read_proposal(text: str, reader: Reader) -> Proposal:
    """Obstacles and day at the end of a text, in either order. Other words stay in the text.

    Beside obstacles a day may follow `by` or `para` too: there it is no part of what is asked for.
    """
    said, answers = split_answers(text)
    begin, due_on = _due_from(said, reader, beside=bool(answers))
    if due_on is None and not answers:
        begin, due_on = _due_from(text, reader, beside=True)
        _, answers = split_answers(text[:begin].rstrip(_AROUND))
        if not answers:
            return Proposal(text)
    due = said[begin:].strip()
    said = said[:begin].rstrip(_AROUND) if due else said
    if due:
        said, further = split_answers(said)
        answers = tuple(dict.fromkeys([*further, *answers]))
    return Proposal(said, answers, due_on, due)


def proposal_end(text: str, reader: Reader) -> int:
    """Where both begin; the text's length where there is neither."""
    read = read_proposal(text, reader)
    return len(read.text) if text.startswith(read.text) else len(text)


def _due_from(text: str, reader: Reader, *, beside: bool = False) -> tuple[int, date | None]:
    """Where the words for the day begin, and the day; the text's end where there are none."""
    plain = scannable(text)
    for found in (_BESIDE if beside else _DUE).finditer(plain, max(0, len(plain) - TAIL_MAX)):
        said = text[found.start() :]
        day = read_deadline(said, reader)
        if day is not None and (_DUE.match(said) or day == read_beginning(said, reader)):
            return found.start(), day
    return len(text), None
