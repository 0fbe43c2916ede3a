"""What an action is: `@who TEXT due DATE`, `para @who: TEXTO para el viernes`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import split_deadline
from handlers.grammar.folding import scannable
from handlers.grammar.mentions import mention_at
from handlers.grammar.problems import Problem, ProblemCode
from handlers.words.slack_text import Mention


@dataclass(frozen=True, slots=True)
class ActionWanted:
    """What is to be done. `owner` None: whoever records it; `due_on` None: nobody said."""

    text: str
    owner: str | None = None
    due_on: date | None = None


_LEAD = re.compile(r"[\s,:;-]*(?:(?:for|to|para|a)\s+)?(?=@)", re.IGNORECASE)
_BETWEEN = re.compile(r"[ ,:;-]*(?:to\s+(?=\w))?", re.IGNORECASE)


def read_action(text: str, people: Sequence[Mention], reader: Reader) -> ActionWanted | Problem:
    """The action; its text may be empty. A name with @ in front must be a person's."""
    owner: str | None = None
    lead = _LEAD.match(scannable(text))
    if lead is not None:
        mention = mention_at(text, lead.end(), people)
        if mention is None:
            return Problem(ProblemCode.PERSON_UNKNOWN, text[lead.end() :].split(maxsplit=1)[0])
        owner = mention.id
        text = text[lead.end() + len(mention.label) :]
        between = _BETWEEN.match(scannable(text))
        text = text[between.end() :] if between else text
    text, due_on = split_deadline(text.strip(), reader)
    return ActionWanted(text.strip(), owner, due_on)
