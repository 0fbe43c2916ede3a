"""What a list is asked for: kinds and filters in any order, in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from domain.group import Theme
from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.command import Utterance
from handlers.grammar.folding import folded
from handlers.grammar.mentions import mention_at
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.statuses import find_status, is_status, spaced, status_names, statuses_of, written
from handlers.grammar.themes import EVERYTHING, THEME_KEYS, ThemeWords, theme_of
from handlers.grammar.tokens import Candidate, Token, best, find_tokens, without, word_readings
from handlers.grammar.vocabulary import Hit, Name, Vocabulary
from handlers.words.slack_text import Mention, person


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for. `theme` is a key, None when nothing was said of it; `everywhere` asks for all.

    `author` is a user id that Slack vouched for in the text; `before` is the cursor of a page.
    """

    kinds: frozenset[RecordKind] = frozenset()
    theme: str | None = None
    everywhere: bool = False
    statuses: frozenset[str] = frozenset()
    author: str | None = None
    mine: bool = False
    before: int | None = None

    def line(self, *, before: int | None = None) -> str:
        """The line that asks for the same, from the given page on, in the grammar's own words."""
        parts = ["list", *sorted(self.kinds), *self._pairs()]
        parts += ["mine"] if self.mine else []
        parts += [f"before:{before}"] if before is not None else []
        return " ".join(parts)

    def pairs(self, *, before: int | None = None) -> str:
        """The same with a key before every word, for lines whose other words mean something else."""
        parts = [f"kind:{','.join(sorted(self.kinds))}"] if self.kinds else []
        parts += [*self._pairs(), *(["by:me"] if self.mine else [])]
        parts += [f"before:{before}"] if before is not None else []
        return " ".join(parts)

    def _pairs(self) -> Iterator[str]:
        if self.everywhere or self.theme:
            yield "theme:all" if self.everywhere else f"theme:{self.theme}"
        if self.statuses:
            yield "status:" + ",".join(map(written, sorted(self.statuses)))
        if self.author:
            yield f"by:{person(self.author)}"

    def narrowed(self, other: Wanted) -> Wanted:
        """Both together: sets grow, of single values the later one holds."""
        return Wanted(
            kinds=self.kinds | other.kinds,
            theme=other.theme or (None if other.everywhere else self.theme),
            everywhere=other.everywhere or (self.everywhere and other.theme is None),
            statuses=self.statuses | other.statuses,
            author=other.author or self.author,
            mine=self.mine or other.mine,
            before=self.before if other.before is None else other.before,
        )


KEYS: Mapping[str, str] = MappingProxyType(
    THEME_KEYS
    | {"kind": "kind", "tipo": "kind"}
    | {"status": "status", "estado": "status", "estatus": "status"}
    | {"by": "by", "de": "by", "por": "by"}
    | {"before": "before"}
)

_KINDS: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.NOTE: "note notes / nota notas",
        RecordKind.DECISION: "decision decisions / decisión decisiones acuerdo acuerdos",
        RecordKind.OPPORTUNITY: "opportunity opportunities / oportunidad oportunidades",
        RecordKind.OBSTACLE: "obstacle obstacles barriers / obstáculo obstáculos barreras",
        RecordKind.RECOMMENDATION: "recommendation recommendations / recomendación recomendaciones",
        RecordKind.ACTION: "action actions task tasks / acción acciones tarea tareas",
    }
)
_MINE = {Language.ENGLISH: "mine my", Language.SPANISH: "míos mías mío mía mis"}
_SMALL_WORDS = frozenset(
    "about and by in of on the with con de del el en la las los por sobre un una y".split()  # noqa: SIM905 - read as words
)
_MYSELF = frozenset({"me", "mi", "yo"})

_Reading: TypeAlias = tuple[Wanted, int]


def read_filters(utterance: Utterance, themes: Sequence[Theme]) -> Wanted | Problem:
    """What the words behind `list` ask for, or the first word that cannot be understood."""
    words = ThemeWords(themes)
    pairs = take_pairs(utterance.rest, utterance.people, words)
    if isinstance(pairs, Problem):
        return pairs
    bare = without(utterance.rest, pairs.spans)
    read_all = _read_bare(bare, pairs.wanted, _Context("", utterance.people, words))
    return read_all if isinstance(read_all, Problem) else consistent(read_all)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the `key: value` pairs of a text ask for, and where they stand in it."""

    wanted: Wanted
    spans: tuple[tuple[int, int], ...]


def take_pairs(text: str, people: tuple[Mention, ...], words: ThemeWords) -> Pairs | Problem:
    """Every pair with one of KEYS, or the first that cannot be understood."""
    wanted, spans = Wanted(), []
    for token in find_tokens(text, KEYS):
        read = _READERS[token.key](token, _Context(text, people, words))
        if isinstance(read, Problem):
            return read
        wanted = wanted.narrowed(read[0])
        spans.append((token.start, read[1]))
    return Pairs(wanted, tuple(spans))


def is_list_word(word: str) -> bool:
    """Whether the word is one that lists know already: a kind, a status, `mine` or `all`."""
    return folded(word) in _LIST_WORDS


def consistent(wanted: Wanted) -> Wanted | Problem:
    """Statuses that the kinds asked for can have: `open obstacles` are no open recommendations."""
    if not wanted.kinds or not wanted.statuses:
        return wanted
    possible = wanted.statuses & statuses_of(wanted.kinds)
    if not possible:
        return Problem(ProblemCode.STATUS_UNKNOWN, ", ".join(sorted(wanted.statuses)))
    return replace(wanted, statuses=possible)


@dataclass(frozen=True, slots=True)
class _Context:
    text: str
    people: tuple[Mention, ...]
    themes: ThemeWords


def _read_theme(token: Token, context: _Context) -> _Reading | Problem:
    everything = best(token.readings, lambda words: folded(words) in EVERYTHING)
    if everything is not None and not context.themes.is_name(everything.text):
        return Wanted(everywhere=True), everything.end
    found = theme_of(token, context.themes)
    return found if isinstance(found, Problem) else (Wanted(theme=found[0]), found[1])


def _read_kind(token: Token, _context: _Context) -> _Reading | Problem:
    if token.word is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    wanted = Wanted()
    for word in filter(None, token.word.text.split(",")):
        found = _KIND_VOCABULARY.find(word)
        if not isinstance(found, Hit):
            return missed(found, ProblemCode.KIND_UNKNOWN, ProblemCode.WORD_AMBIGUOUS)
        wanted = wanted.narrowed(found.value)
    return wanted, token.word.end


def _read_status(token: Token, _context: _Context) -> _Reading | Problem:
    reading = best(token.readings, is_status) or token.word
    if reading is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    statuses: frozenset[str] = frozenset()
    for word in filter(None, reading.text.split(",")):
        found = find_status(word)
        if not isinstance(found, Hit):
            return missed(found, ProblemCode.STATUS_UNKNOWN, ProblemCode.STATUS_AMBIGUOUS)
        statuses |= found.value
    return Wanted(statuses=statuses), reading.end


def _read_author(token: Token, context: _Context) -> _Reading | Problem:
    if token.word is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    named = mention_at(context.text, token.at, context.people)
    if named is not None:
        return Wanted(author=named.id), token.at + len(named.label)
    if folded(token.word.text) in _MYSELF:
        return Wanted(mine=True), token.word.end
    return Problem(ProblemCode.PERSON_UNKNOWN, token.word.text)


def _read_page(token: Token, _context: _Context) -> _Reading | Problem:
    word = token.word
    if word is None or not (word.text.isascii() and word.text.isdigit() and len(word.text) < _PAGE_DIGITS):
        return Problem(ProblemCode.WORD_UNKNOWN, token.typed)
    return Wanted(before=int(word.text)), word.end


_PAGE_DIGITS = 19
"""Digits of a page's cursor stay below those of a 64-bit integer."""

_READERS: Mapping[str, Callable[[Token, _Context], _Reading | Problem]] = MappingProxyType(
    {
        "theme": _read_theme,
        "kind": _read_kind,
        "status": _read_status,
        "by": _read_author,
        "before": _read_page,
    }
)


def _read_bare(text: str, wanted: Wanted, context: _Context) -> Wanted | Problem:
    """The words that stand without a key, the longest known names first."""
    vocabulary = Vocabulary((*_names(), *context.themes.names_as(lambda key: Wanted(theme=key))))
    at = _word_from(text, 0)
    while readings := word_readings(text, at):
        read = _read_one(text, readings, vocabulary, context)
        if isinstance(read, Problem):
            return read
        wanted = wanted.narrowed(read[0])
        at = _word_from(text, read[1])
    return wanted


def _word_from(text: str, at: int) -> int:
    """Where the next word begins: punctuation between words says nothing."""
    return next(
        (index for index in range(at, len(text)) if text[index].isalnum() or text[index] == "@"), len(text)
    )


def _read_one(
    text: str, readings: tuple[Candidate, ...], vocabulary: Vocabulary[Wanted], context: _Context
) -> _Reading | Problem:
    begin = readings[-1].end - len(readings[-1].text)
    named = mention_at(text, begin, context.people)
    if named is not None:
        return Wanted(author=named.id), begin + len(named.label)
    word = readings[-1]
    for reading in readings if _may_go_on(word.text, vocabulary) else (word,):
        known = vocabulary.exact(reading.text) or vocabulary.exact(spaced(reading.text))
        if known is not None:
            return known.value, reading.end
    if folded(word.text) in _SMALL_WORDS or not folded(word.text):
        return Wanted(), word.end
    found = vocabulary.find(word.text)
    if isinstance(found, Hit):
        return found.value, word.end
    return missed(found, ProblemCode.WORD_UNKNOWN, ProblemCode.WORD_AMBIGUOUS)


def _may_go_on(word: str, vocabulary: Vocabulary[Wanted]) -> bool:
    """Whether a name of several words begins with this one, or with its part before a hyphen."""
    return any(map(vocabulary.begins_longer, (word, *spaced(word).split()[:1])))


def _names() -> Iterator[Name[Wanted]]:
    """Kinds come first for prefixes: `no` is a note before it is `not implemented`."""
    yield from _kind_names()
    for language, words in _MINE.items():
        for word in words.split():
            yield Name(Wanted(mine=True), word, language)
    for word in EVERYTHING:
        yield Name(Wanted(everywhere=True), word, main=False)
    for name in status_names():
        yield Name(Wanted(statuses=name.value), name.text, name.language, main=False)


def _kind_names() -> Iterator[Name[Wanted]]:
    for kind, row in _KINDS.items():
        for language, words in zip(Language, row.split(" / "), strict=True):
            for word in words.split():
                yield Name(Wanted(kinds=frozenset({kind})), word, language)


_KIND_VOCABULARY = Vocabulary(_kind_names())
_LIST_WORDS = frozenset(folded(name.text) for name in _names())
