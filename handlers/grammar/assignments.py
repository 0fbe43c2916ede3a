"""Who is to do an item, and by when: `R-2 @lead due friday`, `R-2 para el viernes a @lead`, `A-7 me`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.reference import Reference
from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import date_problem, read_deadline, says_several
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.mentions import named_people, unknown_person
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import take_version
from handlers.grammar.subjects import read_subject
from handlers.words.slack_text import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentWanted:
    """What was asked for; None leaves the owner or the day as it is.

    `mine`: to whoever asks. `unowned`: to nobody.
    """

    reference: Reference
    owner: str | None = None
    mine: bool = False
    due_on: date | None = None
    version: int | None = None
    unowned: bool = False


PEOPLE_MAX = 20
"""People of a line that are looked at."""

_PAIRS = re.compile(
    r"(?<!\S)(?:(?P<due>due|vencen?)|owner|responsable|encargad[oa]):[ \t]*(?=\S)", re.IGNORECASE
)
_OWN = re.compile(
    r"(?<!\S)(?:owner|responsable|encargad[oa]):[ \t]*(?P<who>me|myself|m[ií]|yo|nobody|nadie)(?=[\s,.;]|$)",
    re.IGNORECASE,
)
"""These stand in front."""
_BEFORE = re.compile(r"(?<!\S)(?:to|for|a|para|and|y|e)\s*$", re.IGNORECASE)
_NAMED = re.compile(r"(?:a|to)\s+(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)[.!]*")
"""`A Abril`, `a Domingo`: in Spanish no month or day is written so."""

_NAME_OR_MONTH = frozenset({"april", "may", "june", "abril", "julio"})
"""Months after which people are called: whom they mean, or by when, only who types it knows."""

_TO = re.compile(r"\A(?:a|to)\s+", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:(?:to|for|a|para)\s+)?(?:nobody|no one|no-one|nadie|sin responsable)(?=[\s,.;]|$)", re.IGNORECASE
)
_MYSELF = re.compile(r"(?:(?:to|for|a|para)\s+)?(?:me|myself|m[ií]|yo)(?=[\s,.;]|$)", re.IGNORECASE)


def read_assignment(text: str, people: Sequence[Mention], reader: Reader) -> AssignmentWanted | Problem:
    """The owner and day in any order, or the first thing that is wrong."""
    subject = read_subject(text)
    if isinstance(subject, Problem):
        return subject
    rest, version = take_version(f" {_unpaired(subject.rest)}")
    nobody = _NOBODY.match(scannable(rest.strip()))
    if nobody is not None and not bare(rest.strip()[nobody.end() :]):
        return AssignmentWanted(reference=subject.reference, unowned=True, version=version)
    taken = _take_owner(rest.strip(), people)
    if isinstance(taken, Problem):
        return taken
    rest, owner, mine = taken
    due_on = read_deadline(rest, reader)
    unread = _unread(rest, reader, dated=due_on is not None, owned=owner is not None or mine)
    if unread is not None:
        return unread
    if owner is None and not mine and due_on is None:
        return Problem(ProblemCode.ASSIGNMENT_MISSING, str(subject.reference))
    return AssignmentWanted(
        reference=subject.reference, owner=owner, mine=mine, due_on=due_on, version=version
    )


def _unread(rest: str, reader: Reader, *, dated: bool, owned: bool) -> Problem | None:
    """What is wrong with the words that should be a day, or name nobody."""
    name = None if owned else _NAMED.fullmatch(rest)
    if name is not None:
        return Problem(ProblemCode.PERSON_UNKNOWN, name["name"])
    month = _TO.sub("", bare(rest))
    if not owned and folded(month) in _NAME_OR_MONTH:
        by_then = f"{'para' if reader.day_first else 'due'} {month}"
        return Problem(ProblemCode.MONTH_OR_PERSON, month, (by_then,))
    if dated or not bare(rest):
        return None
    return (
        Problem(ProblemCode.DAYS_SEVERAL, rest) if says_several(rest, reader) else date_problem(rest, reader)
    )


def read_assignment_part(
    text: str, people: Sequence[Mention], reader: Reader
) -> tuple[Reference | None, str | None, bool, date | None]:
    """The item, the owner, whether that is whoever asks, and the day, each where it is understood."""
    subject = read_subject(text)
    named = None if isinstance(subject, Problem) else subject.reference
    rest, _ = take_version(f" {_unpaired(text if isinstance(subject, Problem) else subject.rest)}")
    taken = _take_owner(rest.strip(), people)
    if isinstance(taken, Problem):
        return named, None, False, read_deadline(_without_people(rest.strip(), people), reader)
    rest, owner, mine = taken
    return named, owner, mine, read_deadline(rest, reader)


def _unpaired(text: str) -> str:
    """`owner:@who due:friday` as `@who due friday`: whoever knows pairs from elsewhere uses them here."""
    own = _OWN.search(text)
    text = text if own is None else f"{own['who']} {text[: own.start()]}{text[own.end() :]}"
    return _PAIRS.sub(lambda found: "due " if found["due"] else "", text)


def _without_people(text: str, people: Sequence[Mention]) -> str:
    """The text without anybody's name, and without what looks like one and is none."""
    for named in reversed(named_people(text, people, limit=PEOPLE_MAX)):
        text = _joined(text[: named.start], text[named.end :])
    while (unknown := unknown_person(text)) is not None:
        before, _, after = text.partition(unknown)
        text = _joined(before, after)
    return text


def _take_owner(text: str, people: Sequence[Mention]) -> tuple[str, str | None, bool] | Problem:
    """The text without the owner, and who that is."""
    found = named_people(text, people, limit=2)
    if len({named.user for named in found}) > 1:
        return Problem(ProblemCode.PEOPLE_SEVERAL)
    if not found:
        unknown = unknown_person(text)
        if unknown is not None:
            return Problem(ProblemCode.PERSON_UNKNOWN, unknown)
        myself = _MYSELF.match(scannable(text))
        return (text[myself.end() :].strip(" ,;"), None, True) if myself else (text, None, False)
    return _joined(text[: found[0].start], text[found[-1].end :]), found[0].user, False


def _joined(before: str, after: str) -> str:
    """What stands around a name, without the `to` in front of that, and the `and` between two."""
    lead = _BEFORE.search(scannable(before))
    kept = before[: lead.start()] if lead else before
    return f"{kept.rstrip(' ,;')} {after.lstrip(' ,;')}".strip()
