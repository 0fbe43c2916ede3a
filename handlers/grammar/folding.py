"""Words as they are compared: without case, accents or invisible characters; and text as it is scanned."""

from __future__ import annotations

import unicodedata

_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"

_ALIKE = str.maketrans(
    dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | {"\uff1a": ":", "\ufe55": ":", "\uff0c": ","}
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


def folded(text: str) -> str:
    """The text for comparing: lower case, no accents (ñ becomes n), one space between words."""
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    plain = scannable(unicodedata.normalize("NFKD", text)).casefold()
    spaced = "".join(" " if character.isspace() else character for character in plain)
    parts = unicodedata.normalize("NFKD", spaced)
    kept = "".join(part for part in parts if unicodedata.category(part) not in {"Mn", "Cf", "Cc"})
    return " ".join(kept.split())


def scannable(text: str) -> str:
    """The text with plain quotes, hyphens and spaces, character for character: positions stay the same."""
    if text.isascii() and "\t" not in text:
        return text
    return text.translate(_ALIKE)


def bare(text: str) -> str:
    """The text without quotes, spaces and closing punctuation around it."""
    return text.strip(f"\"'{_QUOTES}{_SINGLE_QUOTES}{_SPACES}\r\n .,;:")


def visible(text: str) -> str:
    """The text without the characters that nobody sees and that only get in the way of reading it."""
    return text if text.isascii() else text.translate(_INVISIBLE)
