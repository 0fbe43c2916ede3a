"""What a search is asked for: words, beginnings of words, phrases in quotes; filters behind their keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from domain.reference import Reference
from domain.search import PREFIX_MIN, WORDS_MAX, Phrase, Prefix, Query, Term, Word, words
from handlers.grammar.command import Utterance
from handlers.grammar.filters import KEYS, Wanted, take_pairs, together
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference
from handlers.grammar.setting import Setting
from handlers.grammar.tokens import without
from handlers.words.slack_text import escape

_PHRASE = re.compile(r"""(?<![^\s(])(?:"([^"\n]*)"|'([^'\n]*)'(?=[\s.,;:!?)]|$))""")
_KEY_BEFORE = re.compile(r"(?<!\S)([^\W\d_]+): ?\Z")
_KEY_MAX = 20
"""Characters looked at before a quote for a key whose value it may be."""

TYPED_MAX = 600
"""Characters of a typed search that titles and buttons repeat; of a longer one they say the words alone."""

_PIECE = re.compile(r"""[^\s,;:/|+&()\[\]{}!?¿¡"<>=*]+\*?""")

_SMALL_WORDS = frozenset(
    "an and are as at be by for from in is it of on or that the this to was with "  # noqa: SIM905 - read as words
    "al como con de del el en es la las lo los para por que se su sus un una".split()
)
"""Words that stand in nearly every text: between others they are passed over, in quotes they count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is searched, and among what.

    `typed` is what was typed without filters, on one line, or the words found in it where that is too long to
    show. `reference`: it names an item, too.
    """

    query: Query
    typed: str
    wanted: Wanted
    reference: Reference | None = None

    def line(self, *, before: int | None = None) -> str:
        """The line that asks for the same, from the given page on, encoded as Slack sends lines."""
        return _line(escape(self.typed), self.wanted, before)

    def wider_line(self, query: Query) -> str:
        """The line that asks for another query among the same."""
        return _line(written(query), self.wanted, None)


def read_search(utterance: Utterance, setting: Setting) -> Search | Problem:
    """The search behind `find`, or why nothing can be searched. Bare words are never filters."""
    text = " ".join(utterance.rest.split())
    phrases = tuple(_phrases(text))
    masked = _masked(text, phrases)
    pairs = take_pairs(masked, utterance.people, setting)
    if isinstance(pairs, Problem):
        is_word = pairs.code is ProblemCode.WORD_UNKNOWN
        return replace(pairs, code=ProblemCode.SEARCH_WORD_UNKNOWN) if is_word else pairs
    wanted = together(pairs.parts)
    if isinstance(wanted, Problem):
        return wanted
    if wanted.order is not None:
        # What was found comes newest first, always.
        return Problem(ProblemCode.SEARCH_WORD_UNKNOWN, "sort:")
    bare = without(masked, pairs.spans)
    reference = None if phrases else find_reference(bare)
    inside = (Phrase(found) for match in phrases if (found := words(match[1] or match[2] or "")))
    query = _query(chain(inside, _terms(bare))) if reference is None else _mentions(reference, words(bare))
    if isinstance(query, Problem):
        return query
    typed = without(text, pairs.spans)
    typed = typed if len(escape(typed)) <= TYPED_MAX else written(query)
    return Search(query=query, typed=typed, wanted=wanted, reference=reference)


def written(query: Query) -> str:
    """A query as one types it."""
    return " ".join(map(_written, query.terms))


def _line(sought: str, wanted: Wanted, before: int | None) -> str:
    return f"find {sought} {wanted.pairs(before=before)}".rstrip()


def _phrases(text: str) -> Iterator[re.Match[str]]:
    """What stands in quotes of any kind, where it is not the value of a key."""
    plain = scannable(text)
    for match in _PHRASE.finditer(plain):
        key = _KEY_BEFORE.search(plain[max(0, match.start() - _KEY_MAX) : match.start()])
        if key is None or folded(key[1]) not in KEYS:
            yield match


def _masked(text: str, phrases: Iterable[re.Match[str]]) -> str:
    """The text with spaces in the place of its phrases."""
    pieces, at = [], 0
    for match in phrases:
        pieces += [text[at : match.start()], " " * (match.end() - match.start())]
        at = match.end()
    return "".join([*pieces, text[at:]])


def _mentions(reference: Reference, typed: tuple[str, ...]) -> Query:
    """What is searched when there is no such item: `R-2` as people write it in texts, or `r2` as a word."""
    return Query((Word(typed[0]) if len(typed) == 1 else Phrase(words(str(reference))),))


def _terms(bare: str) -> Iterator[Term]:
    """The terms of words without quotes; `well-known` is one of two words that stand together."""
    for piece in _PIECE.findall(scannable(bare)):
        found = words(piece)
        if piece.endswith("*") and found and len(found[-1]) >= PREFIX_MIN:
            yield from map(Word, filter(_is_sought, found[:-1]))
            yield Prefix(found[-1])
        elif len(found) > 1:
            yield Phrase(found)
        else:
            yield from map(Word, filter(_is_sought, found))


def _is_sought(word: str) -> bool:
    return word not in _SMALL_WORDS and (len(word) > 1 or word.isdigit())


def _query(terms: Iterable[Term]) -> Query | Problem:
    """Each term once. Counted as they come, so that a long text costs no more than what may be searched."""
    kept: dict[Term, None] = {}
    count = 0
    for term in terms:
        if term not in kept:
            kept[term] = None
            count += len(term.words) if isinstance(term, Phrase) else 1
        if count > WORDS_MAX:
            return Problem(ProblemCode.SEARCH_LONG, str(WORDS_MAX))
    return Query(tuple(kept)) if kept else Problem(ProblemCode.SEARCH_EMPTY)


def _written(term: Term) -> str:
    if isinstance(term, Phrase):
        return f'"{" ".join(term.words)}"'
    return f"{term.text}*" if isinstance(term, Prefix) else term.text
