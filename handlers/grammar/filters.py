"""What a list is asked for: kinds and filters in any order, in either language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.command import Utterance
from handlers.grammar.contradictions import Part, together
from handlers.grammar.filter_values import (
    KEYS,
    Context,
    Reading,
    looks_like_quarter,
    read_day,
    read_due,
    read_pair,
    read_quarter,
)
from handlers.grammar.folding import folded
from handlers.grammar.kinds import kind_names
from handlers.grammar.mentions import mention_at
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.setting import Setting
from handlers.grammar.statuses import pending_names, spaced, status_names
from handlers.grammar.themes import EVERYTHING
from handlers.grammar.tokens import Candidate, find_tokens, without, word_readings
from handlers.grammar.traits import OWED, TABLE, order_names, trait_names
from handlers.grammar.vocabulary import Hit, Name, Vocabulary
from handlers.grammar.wanted import Wanted
from handlers.words.slack_text import Mention

__all__ = ["KEYS", "Pairs", "Wanted", "is_list_word", "read_filters", "take_pairs", "together"]

_MINE = {Language.ENGLISH: "mine my me myself", Language.SPANISH: "míos mías mío mía mis mí yo"}
_SINCE = {"since": "since", "desde": "since", "until": "until", "hasta": "until"}
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "about and by for in of on para the with con de del el en la las los por sobre un una y"
        " please favor thanks gracias",
    )
)
_BY_WHEN = frozenset({"by", "due", "for", "para"})
"""In front of a day they say until when something is to be done, and are small words in front of others."""

_BEFORE_PEOPLE = frozenset({"by", "por", "of", "de", "for", "para"})
_BY = re.compile(r"(?:by|por)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the `key: value` pairs of a text ask for, and where they stand in it."""

    parts: tuple[Part, ...]
    spans: tuple[tuple[int, int], ...]


def read_filters(utterance: Utterance, setting: Setting) -> Wanted | Problem:
    """What the words behind `list` ask for, or the first word that cannot be understood."""
    parts = _parts(utterance, setting)
    since = None if isinstance(parts, Problem) else _since(parts)
    if since is not None:
        parts = _parts(utterance, setting, since)
    return parts if isinstance(parts, Problem) else together(parts)


def _parts(utterance: Utterance, setting: Setting, since: date | None = None) -> tuple[Part, ...] | Problem:
    """What pairs and bare words ask for; `until` may only be read when it is known since when."""
    pairs = take_pairs(utterance.rest, utterance.people, setting, since)
    if isinstance(pairs, Problem):
        return pairs
    bare = without(utterance.rest, pairs.spans)
    read = _read_bare(bare, Context(bare, utterance.people, setting, since))
    return read if isinstance(read, Problem) else (*pairs.parts, *_owned(pairs.parts, read))


def _owned(paired: Iterable[Part], bare: Sequence[Part]) -> Iterator[Part]:
    """Of actions alone a person is whoever does them, unless `by` says that they recorded them."""
    kinds = frozenset(kind for part in (*paired, *bare) for kind in part.wanted.kinds)
    for part in bare:
        is_named = part.wanted.author is not None and _BY.match(part.typed) is None
        owned = Wanted(owner=part.wanted.author)
        yield replace(part, wanted=owned) if is_named and kinds == {RecordKind.ACTION} else part


def take_pairs(
    text: str, people: tuple[Mention, ...], setting: Setting, since: date | None = None
) -> Pairs | Problem:
    """Every pair with one of KEYS, or the first that cannot be understood. `since` is said beside them."""
    parts, spans = [], []
    context = Context(text, people, setting, since)
    for token in find_tokens(text, KEYS):
        read = read_pair(token, context)
        if isinstance(read, Problem):
            return _with_choices(read, setting)
        spans.append((token.start, read[1]))
        parts.append(Part(text[token.start : read[1]], read[0]))
    begin = None if since is not None else _since(parts)
    if begin is not None:
        return take_pairs(text, people, setting, begin)
    return Pairs(tuple(parts), tuple(spans))


def _since(parts: Iterable[Part]) -> date | None:
    return next((part.wanted.since for part in parts if part.wanted.since is not None), None)


def is_list_word(word: str) -> bool:
    """Whether the word is one that lists know already: a kind, a status, `mine` or `all`."""
    return folded(word) in _LIST_WORDS


def _with_choices(problem: Problem, setting: Setting) -> Problem:
    """A value that is like none that there is: everything that it can be."""
    choices = _CHOICES.get(problem.code)
    if problem.suggestions or choices is None:
        return problem
    return replace(problem, suggestions=choices(setting), every=True)


_CHOICES: Mapping[ProblemCode, Callable[[Setting], tuple[str, ...]]] = MappingProxyType(
    {
        ProblemCode.SECTOR_UNKNOWN: Setting.sector_choices,
        ProblemCode.COUNTRY_UNKNOWN: Setting.country_choices,
        ProblemCode.DRIVER_UNKNOWN: Setting.driver_choices,
        ProblemCode.ORDER_UNKNOWN: lambda setting: order_names(setting.language),
    }
)


def _read_bare(text: str, context: Context) -> list[Part] | Problem:
    """The words that stand without a key, the longest known names first."""
    parts: list[Part] = []
    at = _word_from(text, 0)
    if at == len(text):
        return parts
    themes = context.setting.theme_words.names_as(lambda key: Wanted(theme=key))
    vocabulary = Vocabulary((*_NAMES, *themes))
    while readings := word_readings(text, at):
        read = _read_one(text, readings, vocabulary, context)
        if isinstance(read, Problem):
            return read
        parts.append(Part(text[at : read[1]], read[0]))
        at = _word_from(text, read[1])
    return parts


def _word_from(text: str, at: int) -> int:
    """Where the next word begins: punctuation between words says nothing."""
    return next(
        (index for index in range(at, len(text)) if text[index].isalnum() or text[index] == "@"), len(text)
    )


def _read_one(
    text: str, readings: tuple[Candidate, ...], vocabulary: Vocabulary[Wanted], context: Context
) -> Reading | Problem:
    begin = readings[-1].end - len(readings[-1].text)
    word = readings[-1]
    at = _word_from(text, word.end) if folded(word.text) in _BEFORE_PEOPLE else begin
    named = mention_at(text, at, context.people)
    if named is not None:
        return Wanted(author=named.id), at + len(named.label)
    for reading in readings if _may_go_on(word.text, vocabulary) else (word,):
        known = vocabulary.exact(reading.text) or vocabulary.exact(spaced(reading.text))
        if known is not None:
            return known.value, reading.end
    when = _when(text, word, context)
    if when is not None:
        return when
    if folded(word.text) in _SMALL_WORDS or not folded(word.text):
        return Wanted(), word.end
    found = vocabulary.find(word.text)
    if isinstance(found, Hit):
        return found.value, word.end
    return missed(found, ProblemCode.WORD_UNKNOWN, ProblemCode.WORD_AMBIGUOUS)


def _when(text: str, word: Candidate, context: Context) -> Reading | Problem | None:
    """`since monday`, `hasta el 3 de junio` without a colon, and a quarter by itself."""
    if folded(word.text) in _BY_WHEN:
        behind = _word_from(text, word.end)
        is_repeated = folded(text[behind : behind + len(word.text)]) == folded(word.text)
        due = None if is_repeated else read_due(text, behind, context)
        if due is not None:
            return due
    key = _SINCE.get(folded(word.text))
    if key is not None:
        return read_day(text, _word_from(text, word.end), key, context)
    quarter = read_quarter(word.text, context.setting.reader) if looks_like_quarter(word.text) else None
    return None if quarter is None else (Wanted(quarter=quarter), word.end)


def _may_go_on(word: str, vocabulary: Vocabulary[Wanted]) -> bool:
    """Whether a name of several words begins with this one, or with its part before a hyphen."""
    return any(map(vocabulary.begins_longer, (word, *spaced(word).split()[:1])))


def _names() -> Iterator[Name[Wanted]]:
    """Kinds come first for prefixes: `no` is a note before it is `not implemented`."""
    for kind in kind_names():
        yield Name(Wanted(kinds=frozenset({kind.value})), kind.text, kind.language)
    for language, words in _MINE.items():
        for word in words.split():
            yield Name(Wanted(mine=True), word, language)
    for word in EVERYTHING:
        yield Name(Wanted(everywhere=True), word, main=False)
    for wanted, row in ((Wanted(owed=True), OWED), (Wanted(table=True), TABLE)):
        for language, names in row.items():
            for name in names:
                yield Name(wanted, name, language, main=False)
    for trait in trait_names():
        yield Name(Wanted(traits=frozenset({trait.value})), trait.text, trait.language, main=False)
    for status in (*status_names(), *pending_names()):
        yield Name(Wanted(statuses=status.value), status.text, status.language, main=False)


_NAMES = tuple(_names())
_LIST_WORDS = frozenset(folded(name.text) for name in _NAMES)
