"""`key: value` pairs anywhere in a text, and the text without them.

A pair begins at the start or behind a space. Its value is one word, words in quotes of any kind, or words
that the reader of the key knows together (`theme: human capital`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from handlers.grammar.folding import bare, folded, scannable

WORDS_MAX = 4
"""Words that are tried together as one value: the longest theme names and statuses have no more."""

_KEY = re.compile(r"(?<!\S)(?P<key>[^\W\d_]+):(?P<gap> ?)(?=\S|$)")
_WORD = re.compile(r"[ ]*([^\s]+)")
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<inside>[^\"\n]*?)(?P=quote)(?=[\s.,;:!?)]|$)")
_CLOSING = ".,;:!?)"
_FULL_STOP = re.compile(r"\.(?=\s|\Z)")
_SENTENCE_ENDS = (".", "!", "?", "\u2026")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a value: its text as typed, and where it ends."""

    text: str
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A pair found. `key` is canonical, `typed` as typed with its colon; the value begins `at`.

    `readings` are the possible values, the longest first and empty when nothing follows; a quoted value has
    one. `apart` tells that a space stands behind the colon: in prose that may be a sentence, not a pair.
    """

    key: str
    typed: str
    start: int
    at: int
    apart: bool
    quoted: bool
    readings: tuple[Candidate, ...]

    @property
    def word(self) -> Candidate | None:
        """The shortest reading: one word, or what is quoted."""
        return self.readings[-1] if self.readings else None


def find_tokens(text: str, keys: Mapping[str, str]) -> tuple[Token, ...]:
    """Every pair whose key, folded, is in `keys`; in the order of the text."""
    plain = scannable(text)
    if ":" not in plain:
        return ()
    begins = [match for match in _KEY.finditer(plain) if folded(match["key"]) in keys]
    ends = [*(match.start() for match in begins[1:]), len(plain)]
    return tuple(_token(text, plain, match, end, keys) for match, end in zip(begins, ends, strict=False))


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text without the spans, nor the spaces or the full stop that stood only around them, trimmed."""
    for start, end in sorted(spans, reverse=True):
        before, after = text[:start].rstrip(" \u00a0\t"), text[end:]
        if not before or before.endswith("\n"):
            after = after.lstrip(" \u00a0\t")
        if before.endswith("\n") and after.startswith("\n"):
            after = after[1:]
        if before.endswith(_SENTENCE_ENDS) and _FULL_STOP.match(after):
            after = after[1:]
        text = before + after
    return text.strip()


def _token(text: str, plain: str, match: re.Match[str], end: int, keys: Mapping[str, str]) -> Token:
    at = match.end()
    quoted = _QUOTED.match(plain, at, end)
    if quoted is not None:
        inside = text[quoted.start("inside") : quoted.end("inside")]
        readings: tuple[Candidate, ...] = (Candidate(inside, quoted.end()),) if inside.strip() else ()
    else:
        readings = word_readings(text, at, end)
    return Token(
        key=keys[folded(match["key"])],
        typed=text[match.start() : match.end("key") + 1],
        start=match.start(),
        at=at,
        apart=bool(match["gap"]),
        quoted=quoted is not None,
        readings=readings,
    )


def word_readings(
    text: str, at: int, end: int | None = None, *, most: int = WORDS_MAX
) -> tuple[Candidate, ...]:
    """One to `most` words from `at` on, on one line, the longest first; without closing punctuation."""
    plain = scannable(text)
    stop = len(plain) if end is None else end
    readings: list[Candidate] = []
    begin, position = at, at
    while len(readings) < most and (word := _WORD.match(plain, position, stop)):
        begin = word.start(1) if not readings else begin
        shown = word[1].rstrip(_CLOSING) or word[1]
        finish = word.start(1) + len(shown)
        if not bare(shown):
            break
        readings.append(Candidate(bare(text[begin:finish]), finish))
        if finish < word.end():
            break
        position = word.end()
    return tuple(reversed(readings))


def best(readings: Iterable[Candidate], known: Callable[[str], bool]) -> Candidate | None:
    """The longest reading that is known; None when none is."""
    return next((reading for reading in readings if known(reading.text)), None)
