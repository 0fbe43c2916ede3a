"""Until when something is put off: `snooze A-7 until friday`, `posponer A-7 una semana`, `snooze A-7 off`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from domain.reference import Reference
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import NUMBER, UNIT
from handlers.grammar.deadlines import date_problem, read_beginning
from handlers.grammar.folding import bare, folded
from handlers.grammar.problems import Problem
from handlers.grammar.references import take_version
from handlers.grammar.subjects import read_subject

_LENGTH = re.compile(
    rf"(?:(?:for|in|por|durante|en|dentro de)\s+)?(?P<amount>{NUMBER}\s+(?:of\s+|de\s+)?{UNIT})"
)
_OFF = frozenset(
    {"off", "no", "now", "never", "stop", "again", "ya", "nunca", "ahora", "no mas", "quitar", "cancelar"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeWanted:
    """What was asked for. `until` None: nobody said, or with `off` no longer. `next month`: its first day."""

    reference: Reference
    until: date | None = None
    off: bool = False
    version: int | None = None


def read_snooze(text: str, reader: Reader) -> SnoozeWanted | Problem:
    """The item and the day, or the first thing that is wrong."""
    subject = read_subject(text)
    if isinstance(subject, Problem):
        return subject
    rest, version = take_version(f" {subject.rest}")
    said = folded(bare(rest)).strip(" .,;:!?")
    if not said:
        return SnoozeWanted(reference=subject.reference, version=version)
    if said in _OFF:
        return SnoozeWanted(reference=subject.reference, off=True, version=version)
    until = read_beginning(_as_period(said), reader)
    if until is None:
        return date_problem(rest, reader)
    return SnoozeWanted(reference=subject.reference, until=until, version=version)


def _as_period(said: str) -> str:
    """A length of time as one says when it ends: `por una semana` is `en una semana`."""
    found = _LENGTH.fullmatch(said)
    return said if found is None else f"en {found['amount']}"
