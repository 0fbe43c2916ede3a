"""What may stand behind a pair that ends a text: other pairs, and what records say without one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from domain.reference import Series
from handlers.grammar.actions import action_end
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import scannable
from handlers.grammar.proposals import proposal_end
from handlers.grammar.record_pairs import KEYS, only_pairs
from handlers.grammar.references import split_for
from handlers.grammar.setting import Setting
from handlers.grammar.themes import Tail
from handlers.grammar.tokens import Token, find_tokens
from handlers.words.slack_text import Mention

TAIL_MAX = 400
"""Characters of pairs and references that are looked at: more than any record can say so."""


_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]\n]*)[)\]](?=[\s.!]*\Z)")


def tail_of_records(people: Sequence[Mention], setting: Setting) -> Tail:
    """Whether words are `severity:high`, `for O-3`, `due friday` or several of these, of any record."""

    def tail(behind: str) -> bool:
        return len(behind) <= TAIL_MAX and only_pairs(
            behind, people, setting, lambda text: _end(text, setting.reader)
        )

    return tail


def unbracketed(text: str, has: Collection[str], people: Sequence[Mention], setting: Setting) -> str:
    """The text without brackets around pairs at its end, where its record `has` them all.

    In brackets a space behind the colon does no harm.
    """
    found = _BRACKETED.search(scannable(text[-TAIL_MAX:])) if ":" in text else None
    if found is None:
        return text
    begin = max(0, len(text) - TAIL_MAX)
    start, end = begin + found.start("inside"), begin + found.end("inside")
    tokens = find_tokens(text[start:end], KEYS)
    keys, inside = {token.key for token in tokens}, _without_gaps(text[start:end], tokens)
    if not keys or not keys <= frozenset(has) or not only_pairs(inside, people, setting):
        return text
    return f"{text[: start - 1]}{inside}{text[end + 1 :]}"


def _without_gaps(text: str, tokens: Sequence[Token]) -> str:
    """The pairs without a space behind their colon."""
    for token in reversed(tokens):
        text = text[: token.start + len(token.typed)] + text[token.at :]
    return text


def _end(text: str, reader: Reader) -> int:
    """Where obstacles, a day or other references begin that end the text."""
    said, _ = split_for(text, set(Series))
    return min(proposal_end(text, reader), action_end(text, reader), len(said))
