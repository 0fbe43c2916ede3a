"""What an action is: `@who TEXT due DATE`, `para @who: TEXTO para el viernes`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import (
    Deadline,
    deadline_problem,
    find_deadline,
    split_deadline,
)
from handlers.grammar.folding import scannable
from handlers.grammar.loose_people import (
    loose_person,
    person_set_apart,
    person_with_day,
    second_person,
)
from handlers.grammar.mentions import mention_at
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.record_pairs import DUE, OWNER
from handlers.grammar.small_words import COURTESY
from handlers.grammar.unread_deadlines import day_at_end, unread_deadline
from handlers.words.slack_text import Mention


@dataclass(frozen=True, slots=True)
class ActionWanted:
    """What is to be done. `owner` None: whoever records it; `due_on` None: nobody said.

    `unread` are words of the text that may have been meant for the day, and `named` for who does it.
    """

    text: str
    owner: str | None = None
    due_on: date | None = None
    unread: str = field(default="", compare=False)
    named: str = field(default="", compare=False)


_ITEM = re.compile(r"items?(?:\s*:\s*|\s+(?:-+\s+)?(?=@|(?:for|to|para|a)\s+@))", re.IGNORECASE)
"""`Action item: …`: what of the mark is no word of the text."""

_LEAD = re.compile(
    rf"[\s,:;-]*(?:(?:{COURTESY}|favor de)[\s,:]+)?(?:(?:for|to|para|a)\s+)?(?=@)", re.IGNORECASE
)
_BYLINE = re.compile(r"[\s,:;-]*(?:(?:of|by|from|de)\s+)?(?P<opened>[(\[])?(?=@)", re.IGNORECASE)
_ENDED = re.compile(r"\s*[)\]]?\s*:\s*")
"""Around a name that a colon sets off: `de @who: …`, `(@who): …`."""

_BETWEEN = re.compile(r"[ ,:;)\]-]*(?:to\s+(?=\w))?", re.IGNORECASE)


def action_end(text: str, reader: Reader) -> int:
    """Where its `due DATE` begins; the text's length where it has none."""
    found = find_deadline(text, reader)
    return found.begin if isinstance(found, Deadline) else len(text)


def read_action_part(
    text: str, people: Sequence[Mention], reader: Reader, *, owned: bool = False
) -> tuple[ActionWanted, dict[str, Problem]]:
    """The action, whose text may be empty, and what is wrong with it, by the key of a pair that says it.

    A name with @ in front must be a person's. `owned`: who does it is said elsewhere.
    """
    owner: str | None = None
    problems: dict[str, Problem] = {}
    item = _ITEM.match(scannable(text))
    text = text if item is None else text[item.end() :]
    lead = _LEAD.match(scannable(text)) or _byline(text, people)
    if lead is not None:
        mention = mention_at(text, lead.end(), people)
        name = text[lead.end() :].split(maxsplit=1)[0] if mention is None else mention.label
        if mention is None:
            problems[OWNER] = Problem(ProblemCode.PERSON_UNKNOWN, name)
        else:
            owner = mention.id
        text = text[lead.end() + len(name) :]
        if owner is not None and second_person(text, people):
            problems[OWNER] = Problem(ProblemCode.PEOPLE_SEVERAL)
        between = _BETWEEN.match(scannable(text))
        text = text[between.end() :] if between else text
    text, due_on = split_deadline(text.strip(), reader)
    misdated = deadline_problem(text, reader) if due_on is None else None
    if misdated is not None:
        problems[DUE] = misdated
    loose = ""
    if people and not owned and lead is None:
        loose = loose_person(text, people) or person_with_day(text, people, reader)
    if loose:
        problems[OWNER] = Problem(ProblemCode.OWNER_EITHER, loose)
    unread = (unread_deadline(text, reader) or day_at_end(text, reader)) if due_on is None else ""
    named = "" if owner or owned or loose else person_set_apart(text, people)
    return ActionWanted(text.strip(), owner, due_on, unread, named), problems


def _byline(text: str, people: Sequence[Mention]) -> re.Match[str] | None:
    """What stands in front of a person whom the text begins with, and whom a colon or brackets set off."""
    lead = _BYLINE.match(scannable(text))
    mention = None if lead is None else mention_at(text, lead.end(), people)
    if lead is None or mention is None:
        return None
    behind = text[lead.end() + len(mention.label) :]
    is_closed = lead["opened"] is not None and behind[:1] in {")", "]"}
    return lead if is_closed or _ENDED.match(behind) else None
