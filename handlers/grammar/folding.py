"""Words as they are compared: without case, accents or invisible characters; and text as it is scanned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"

_ALIKE: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | {"\uff1a": ":", "\ufe55": ":", "\uff0c": ","}
)
_UNLIKE = re.compile(f"[{re.escape(''.join(_ALIKE))}]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_WORDLESS = re.compile(r"[\s.\u2026\u2013\u2014_*-]*")
_BEYOND_ASCII = re.compile("[^ -~]")
"""Few characters of a line are any of these: to look for them costs less than to translate every one."""

_DROPPED = frozenset({"Mn", "Cf", "Cc"})
"""Categories of Unicode: accents, and what nobody sees."""


def folded(text: str) -> str:
    """The text for comparing: lower case, no accents (ñ becomes n), one space between words."""
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    plain = scannable(unicodedata.normalize("NFKD", text)).casefold()
    parts = unicodedata.normalize("NFKD", " ".join(plain.split()))
    return " ".join(_BEYOND_ASCII.sub(_kept, parts).split())


def _kept(part: re.Match[str]) -> str:
    return "" if unicodedata.category(part[0]) in _DROPPED else part[0]


def scannable(text: str) -> str:
    """The text with plain quotes, hyphens and spaces, character for character: positions stay the same."""
    if text.isascii() and "\t" not in text:
        return text
    return _UNLIKE.sub(lambda found: _ALIKE[found[0]], text)


def bare(text: str) -> str:
    """The text without quotes, spaces and closing punctuation around it."""
    return text.strip(f"\"'{_QUOTES}{_SINGLE_QUOTES}{_SPACES}\r\n .,;:")


def visible(text: str) -> str:
    """The text without the characters that nobody sees and that only get in the way of reading it."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def is_wordless(text: str) -> bool:
    """Whether a text is none, or what stands in examples for words that nobody typed: `note …`."""
    return _WORDLESS.fullmatch(text) is not None
