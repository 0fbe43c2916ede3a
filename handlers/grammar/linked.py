"""What stands behind the reference in `show O-1 evidence`: a kind, and from which number on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.reference import RecordKind
from handlers.grammar.folding import bare, folded
from handlers.grammar.kinds import find_kind
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.references import NUMBER_DIGITS
from handlers.grammar.vocabulary import Hit

_AFTER = re.compile(rf" after:(\d{{1,{NUMBER_DIGITS}}})\Z")


@dataclass(frozen=True, slots=True)
class LinkedAsked:
    """The kind of the linked items, and the number behind which the page begins."""

    kind: RecordKind
    after: int = 0


def read_linked(text: str) -> LinkedAsked | Problem:
    """The page of linked items that the words ask for, or the word that is no kind of record."""
    page = _AFTER.search(text)
    word = bare(text[: page.start()] if page else text)
    found = find_kind(folded(word))
    if not isinstance(found, Hit):
        return missed(found, ProblemCode.KIND_UNKNOWN, ProblemCode.WORD_AMBIGUOUS)
    return LinkedAsked(found.value, int(page[1]) if page else 0)
