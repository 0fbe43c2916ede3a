"""What a reader takes for one character: a base with its marks, an emoji with its joiners and tones, a flag.

The rules that matter when a text is cut, from Unicode Standard Annex 29 (grapheme cluster boundaries),
without its tables: combining marks by category, and ranges for the rest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Mc", "Me"})
_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_TAGS = ("\U000e0020", "\U000e007f")
_JAMO = ("\u1160", "\u11ff")
_SURROGATES = ("\ud800", "\udfff")
_PAIR = 2


def graphemes(text: str) -> Iterator[str]:
    """The text in pieces that must stay whole; joined they are the text again."""
    start = 0
    for at in range(1, len(text)):
        if not _continues(text, start, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _continues(text: str, start: int, at: int) -> bool:
    before, here = text[at - 1], text[at]
    if before in "\r\n" or here in "\r\n":
        return before == "\r" and here == "\n"
    if here < "\u0300":
        return False
    if before == _JOINER:
        return not here.isspace()
    if _within(here, _FLAGS):
        return _within(before, _FLAGS) and (at - start) % _PAIR == 1
    if _within(here, _SURROGATES):
        return _within(before, _SURROGATES) and (at - start) % _PAIR == 1
    return _extends(here)


def _extends(character: str) -> bool:
    return (
        character in {_JOINER, "\u200c"}
        or unicodedata.category(character) in _MARKS
        or any(_within(character, span) for span in (_TONES, _TAGS, _JAMO))
    )


def _within(character: str, span: tuple[str, str]) -> bool:
    return span[0] <= character <= span[1]
