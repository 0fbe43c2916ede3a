"""Themes as people name them: by key, name in any language, alias, or an unambiguous prefix of these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from domain.group import Theme
from domain.language import Names
from handlers.grammar.first_lines import first_line
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.small_words import goes_on, is_unfinished
from handlers.grammar.tokens import Token, best, find_tokens, without
from handlers.grammar.vocabulary import Found, Hit, Miss, Name, T, Vocabulary

THEME_KEYS = {"theme": "theme", "tema": "theme"}

Tail: TypeAlias = Callable[[str], bool]
"""Whether what stands behind a pair is no more of a sentence: nothing, or pairs alone."""

_LEAD = re.compile(
    r"(?:del|de|of|for|about|on|in|sobre|en)(?: (?:the|el|la|los|las))?"
    r"(?: (?:theme|tema)(?: (?:of|de))?)? +(?=\S)",
    re.IGNORECASE,
)
"""What stands between `status` and a theme in a sentence: `status of infrastructure`."""

_PARTING = re.compile(r"[.,;:]+(?=\s|\Z)|[ \t]+[-|]+(?=[ \t])")
"""What stands between a pair that begins a text and the rest of its line."""

_LOOSE = " \t\r\n\u00a0,;.!"

NOTHING = frozenset({"none", "ninguno", "ninguna", "ningun", "-", "\u2013", "\u2014"})
"""Words for what a field says when it says nothing."""

ANYTHING = frozenset({"all", "everything", "todo", "todos", "todas"})
EVERYTHING = ANYTHING | {"all themes", "todos los temas"}


@dataclass(frozen=True, slots=True)
class ThemeNamed:
    """What a text says of themes: a key; `everything` for `all`; neither when it says nothing."""

    key: str | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class ThemeTaken:
    """`theme` is a key, None when no `theme:` was there; `rest` is the text without it."""

    rest: str
    theme: str | None


@dataclass(frozen=True)
class ThemeWords:
    """The words for a group's themes, which are made when one is looked for: most lines name no theme."""

    themes: Sequence[Theme]

    @cached_property
    def by_key(self) -> Mapping[str, Names]:
        """What each theme is called."""
        return {theme.key: theme.names for theme in self.themes}

    @cached_property
    def _vocabulary(self) -> Vocabulary[str]:
        return Vocabulary(_names(self.themes))

    def find(self, word: str) -> Found[str]:
        """The key of the theme, or what the word may have meant. A key itself is never ambiguous."""
        return Hit(word, None) if word in self.by_key else self._vocabulary.find(word)

    def names_as(self, value: Callable[[str], T]) -> Iterator[Name[T]]:
        """The same names for another vocabulary, which keys of themes are only a part of."""
        for name in _names(self.themes):
            yield Name(value(name.value), name.text, name.language, main=False)

    def is_name(self, words: str) -> bool:
        """Whether the words are exactly the name of one theme."""
        return words in self.by_key or self._vocabulary.exact(words) is not None


def read_theme(text: str, themes: Sequence[Theme]) -> ThemeNamed | Problem:
    """The theme that a text without other words names, with or without `theme:`."""
    tokens = find_tokens(text, THEME_KEYS)
    if len(tokens) > 1 and not text[: tokens[0].start].strip():
        return _one_theme(text, [token.start for token in tokens], themes)
    if tokens and not text[: tokens[0].start].strip():
        text = text[tokens[0].start + len(tokens[0].typed) :]
        if not text.strip():
            return Problem(ProblemCode.VALUE_MISSING, tokens[0].typed)
    name = bare(text)
    if not name:
        return ThemeNamed()
    words = ThemeWords(themes)
    lead = None if words.is_name(name) else _LEAD.match(scannable(name))
    name = name[lead.end() :] if lead else name
    if not words.is_name(name) and folded(name) in EVERYTHING:
        return ThemeNamed(everything=True)
    found = words.find(name)
    return ThemeNamed(found.value) if isinstance(found, Hit) else theme_missed(found, words)


def _one_theme(text: str, begins: Sequence[int], themes: Sequence[Theme]) -> ThemeNamed | Problem:
    """What several pairs name, when they all name the same."""
    pairs = [text[begin:end].strip() for begin, end in zip(begins, [*begins[1:], len(text)], strict=True)]
    first, *others = [read_theme(pair, themes) for pair in pairs]
    for pair, other in zip(pairs[1:], others, strict=True):
        if isinstance(first, Problem) or isinstance(other, Problem):
            return first if isinstance(first, Problem) else other
        if other != first:
            return Problem(ProblemCode.FILTERS_CONTRADICT, f"{pairs[0]} + {pair}")
    return first


def take_everything(text: str, themes: Sequence[Theme]) -> str | None:
    """The text without its `theme:all`; None when there is none."""
    return _take(text, themes, EVERYTHING)


def take_no_theme(text: str, themes: Sequence[Theme]) -> str | None:
    """The text without its `theme:none`; None when there is none."""
    return _take(text, themes, NOTHING, apart=False)


def _take(text: str, themes: Sequence[Theme], meaning: frozenset[str], *, apart: bool = True) -> str | None:
    """`apart`: a space may stand behind the colon."""
    words = ThemeWords(themes)
    for token in find_tokens(text, THEME_KEYS):
        if token.apart and not apart:
            continue
        reading = best(token.readings, lambda typed: folded(typed) in meaning)
        if reading is not None and not words.is_name(reading.text):
            return without(text, [(token.start, reading.end)])
    return None


def says_nothing(behind: str) -> bool:
    """Whether the words are no words at all."""
    return not behind.strip(_LOOSE)


def take_theme(text: str, themes: Sequence[Theme], tail: Tail = says_nothing) -> ThemeTaken | Problem:
    """The first `theme:` of a text and the text without it.

    Behind a space the words must be exactly a theme's, and the pair must stand at the beginning or end of
    the text, where only what is a `tail` may follow it: `the theme: talent is urgent` is a sentence.
    """
    taken, problem = take_theme_part(text, themes, tail)
    return taken if problem is None else problem


def take_theme_part(
    text: str, themes: Sequence[Theme], tail: Tail = says_nothing
) -> tuple[ThemeTaken, Problem | None]:
    """The same, and what is wrong with a pair that names no theme: that is taken out of the text too."""
    words = ThemeWords(themes)
    for token in find_tokens(text, THEME_KEYS):
        reading = best(token.readings, words.is_name) or (None if token.apart else token.word)
        if reading is None:
            if token.apart or token.readings:
                continue
            end = token.start + len(token.typed)
            missing = Problem(ProblemCode.VALUE_MISSING, token.typed)
            return ThemeTaken(without(text, [(token.start, end)]), None), missing
        if token.apart and not _is_at_an_edge(text, token.start, reading.end, tail):
            continue
        rest = _without(text, token.start, reading.end)
        found = words.find(reading.text)
        if isinstance(found, Miss):
            return ThemeTaken(rest, None), theme_missed(found, words)
        return ThemeTaken(rest, found.value), None
    return ThemeTaken(text.strip(), None), None


def _without(text: str, start: int, end: int) -> str:
    """The text without a pair, nor the mark that parted it from its sentence: `Theme: talent. They said`."""
    before = text[:start].rstrip(" \t\u00a0")
    if not before or before.endswith("\n"):
        parted = _PARTING.match(scannable(text), end)
        return without(text, [(start, parted.end() if parted else end)])
    marks = len(before) - len(before.rstrip(",;"))
    is_last = says_nothing(first_line(text[end:])[0])
    return without(text, [(len(before) - marks if is_last else start, end)])


def _is_at_an_edge(text: str, start: int, end: int, tail: Tail) -> bool:
    """Whether a pair begins the text, or ends it or its first line, and is no part of a sentence there."""
    line, _ = first_line(text)
    is_end = tail(text[end:]) or (end <= len(line) and tail(line[end:]))
    if says_nothing(text[:start]):
        return is_end or not goes_on(text[end:])
    return is_end and not is_unfinished(text[:start])


def theme_of(token: Token, words: ThemeWords) -> tuple[str, int] | Problem:
    """The key of the theme that a pair names, and where the pair ends. For texts that hold only pairs."""
    reading = best(token.readings, words.is_name) or token.word
    if reading is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    found = words.find(reading.text)
    return (found.value, reading.end) if isinstance(found, Hit) else theme_missed(found, words)


def theme_missed(miss: Miss[str], words: ThemeWords) -> Problem:
    """The problem with a word that is no theme, or several."""
    problem = missed(miss, ProblemCode.THEME_UNKNOWN, ProblemCode.THEME_AMBIGUOUS)
    meant = tuple(words.by_key[name.value] for name in miss.nearest)
    return replace(problem, themes=tuple(words.by_key.values()), meant=meant)


def _names(themes: Sequence[Theme]) -> Iterator[Name[str]]:
    for theme in themes:
        for language, name in theme.names.by_language.items():
            yield Name(theme.key, name, language)
        yield Name(theme.key, theme.key)
        for alias in theme.aliases:
            yield Name(theme.key, alias, main=False)
