"""Who is to do it, said without a colon at the end of a record's text: `owner @who`, `a cargo de @who`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handlers.grammar.folding import scannable
from handlers.grammar.mentions import mention_at
from handlers.grammar.parted import is_linked, is_parted
from handlers.grammar.tokens import Token, word_readings
from handlers.words.slack_text import Mention

_NAMED = re.compile(
    r"(?<!\S)(?P<name>owner|owned by|assigned to|assignee|responsables?|encargad[oa]|a cargo de"
    r"|asignad[oa] a)(?:\s+(?:is|es))?\s*[-=]?\s*(?=@)",
    re.IGNORECASE,
)


def bare_owners(text: str, people: Sequence[Mention], key: str) -> Iterator[Token]:
    """Such words as the pairs that they stand for, which may be a part of a sentence."""
    for found in _NAMED.finditer(scannable(text)) if people else ():
        if mention_at(text, found.end(), people) is not None:
            yield Token(
                key=key,
                typed=text[found.start("name") : found.end("name")],
                start=found.start(),
                at=found.end(),
                apart=True,
                quoted=False,
                readings=word_readings(text, found.end()),
            )


def is_bare(token: Token) -> bool:
    """Whether it was said without a colon."""
    return not token.typed.endswith(":")


def is_order(token: Token, text: str) -> bool:
    """Whether it says who is to do what the text says, and is no part of its sentence."""
    before = text[: token.start]
    return is_parted(before) and not is_linked(before)
