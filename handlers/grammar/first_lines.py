"""The first line of a text that has more lines: `Ask them due friday`, with a list below it.

What stands at its end is said of the whole text, as what stands at the text's end is; unless the sentence
goes on below.
"""

from __future__ import annotations

import re

from handlers.grammar.folding import scannable

_ENDED = re.compile(r"(?:^|[^.])[.!?:]\Z")
NUMERAL = r"(?:\d{1,3}[.)]-?|[a-zA-Z]\))"
"""What an item is numbered with: `1.`, `1)`, `1.-`, `a)`."""

BULLET = rf"(?:[-*\u2022\u25e6\u25aa\u00b7]|{NUMERAL})"
"""What an item of a list begins with."""

_CONTINUED = re.compile(rf"(?!{NUMERAL}(?:\s|$))[*_~(\[\"']*(?P<next>[^\W_]|[,;.)/&+%=])")
"""How a line begins that may go on with a sentence: not indented, no list's, with a letter, digit or mark."""

_ITEM = re.compile(rf"[ \t]*{BULLET}[ \t]+")


_DANGLING = re.compile(r"[ \t]+[-\u2013\u2014/|]+[ \t]*\Z")


def first_line(text: str) -> tuple[str, str]:
    """The first line and what follows it, which begins with the line's colon or its break.

    All of the text and nothing, where nothing follows or where the sentence goes on in the next line, as it
    may where that begins with a small letter or a number.
    """
    at = text.find("\n")
    below = text[at + 1 :] if at >= 0 else ""
    if not below.strip():
        return text, ""
    plain = scannable(text[:at]).rstrip()
    if not _ENDED.search(plain[-2:]) and _goes_on(below):
        return text, ""
    end = len(plain.removesuffix(":"))
    return text[:end], text[end:]


def in_list(text: str, at: int) -> bool:
    """Whether words of a list's item, on a line below the first, stand in front of a place."""
    begin = text.rfind("\n", 0, at) + 1
    item = _ITEM.match(scannable(text[begin:at])) if begin else None
    return item is not None and bool(text[begin + item.end() : at].strip(" (,;:"))


def without_empty_item(text: str) -> str:
    """A text that something was cut off from, without a mark that nothing stands behind any more.

    That of a list, or a dash: `Send the map - due friday`.
    """
    item = _ITEM.fullmatch(scannable(text), text.rfind("\n") + 1)
    return text[: item.start()] if item and item.start() else _DANGLING.sub("", text)


def joined(line: str, below: str) -> str:
    """A first line, shortened or gone, with what follows it."""
    return line + below.lstrip(" \u00a0\t\r") if line.strip() else below.removeprefix(":").lstrip()


def _goes_on(below: str) -> bool:
    found = _CONTINUED.match(scannable(below))
    return found is not None and not (found["next"].isalpha() and not found["next"].islower())
