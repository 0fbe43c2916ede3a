"""What a recommendation is: `TEXT for O-3,O-4 due friday`, `TEXTO para O-3, vence el viernes`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from domain.reference import Reference
from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import TAIL_MAX, read_deadline
from handlers.grammar.folding import scannable
from handlers.grammar.references import split_answers

_DUE = re.compile(r"(?<!\S)\(?(?:due|(?:que )?vence)(?=\s)", re.IGNORECASE)
"""Not `by` nor `para`: what a recommendation asks for by 2030 is what it says, not when it is due."""

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
    """Obstacles and day at the end of a text, in either order. Other words stay in the text."""
    said, answers = split_answers(text)
    begin, due_on = _due_from(said, reader)
    due = said[begin:].strip()
    said = said[:begin].rstrip(_AROUND) if due else said
    if due and not answers:
        said, answers = split_answers(said)
    return Proposal(said, answers, due_on, due)


def _due_from(text: str, reader: Reader) -> tuple[int, date | None]:
    """Where the words for the day begin, and the day; the text's end where there are none."""
    plain = scannable(text)
    for found in _DUE.finditer(plain, max(0, len(plain) - TAIL_MAX)):
        day = read_deadline(text[found.start() :], reader)
        if day is not None:
            return found.start(), day
    return len(text), None
