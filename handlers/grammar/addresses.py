"""The address of the web in what was typed: as Slack encodes it, or bare."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.words.slack_text import decode

_ENTITY = re.compile(r"<(?P<target>https?://[^<>|]+)(?:\|(?P<label>[^<>]*))?>", re.IGNORECASE)
_QUOTES = "\u201c\u201d\u00ab\u00bb"
_BARE = re.compile(rf"(?<![^\s(;\"'{_QUOTES}\u2018])https?:(?:(?!&[gl]t;)[^\s<>\"{_QUOTES}])*", re.IGNORECASE)
_FIRST = re.compile(r"\s*(?P<word>[^\s<>]+)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:[^\s:]", re.IGNORECASE)
_HOST = re.compile(r"[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_CLOSING = ".,;:!?'\u2019\u2026"
_AROUND = (("(", ")"), ("&lt;", "&gt;"), ('"', '"'), ("\u201c", "\u201d"), ("\u00ab", "\u00bb"))
_BETWEEN = ",;:\u2013\u2014"


@dataclass(frozen=True, slots=True)
class AddressTaken:
    """The address as typed, and the text without it, still encoded.

    `label`: the words that stood in its place, where it was a link with words of its own.
    """

    address: str
    rest: str
    label: str = ""


def take_address(raw: str) -> AddressTaken | None:
    """The first address of an encoded text; failing that its first word, when that looks like one.

    What has another scheme looks like one too, so that it can be refused for what it is.
    """
    found = _ENTITY.search(raw)
    bare = _BARE.search(raw)
    if found is not None and (bare is None or found.start() <= bare.start()):
        address = decode(found["target"]).text
        return AddressTaken(address, _without(raw, found.span()), _label(address, found["label"] or ""))
    if bare is not None:
        word = _trimmed(bare[0])
        return AddressTaken(decode(word).text, _without(raw, (bare.start(), bare.start() + len(word))))
    first = _FIRST.match(raw)
    if first is None:
        return None
    word = _trimmed(first["word"])
    if not _HOST.fullmatch(word) and not _SCHEME.match(word):
        return None
    start = first.start("word")
    return AddressTaken(decode(word).text, _without(raw, (start, start + len(word))))


def _label(address: str, label: str) -> str:
    """The words of a link, unless they are its address as somebody typed it."""
    words = decode(label).text.strip()
    return "" if words.rstrip("/") in {address.rstrip("/"), _plain(address)} else words


def _plain(address: str) -> str:
    return address.partition("://")[2].rstrip("/")


def _trimmed(word: str) -> str:
    """Without the punctuation of the sentence around it; a bracket stays where the address opens one."""
    word = word.rstrip(_CLOSING)
    while word.endswith(")") and word.count(")") > word.count("("):
        word = word[:-1].rstrip(_CLOSING)
    return word


def _without(raw: str, span: tuple[int, int]) -> str:
    """The text without the address, and without the marks and brackets that stood around it alone."""
    before, after = raw[: span[0]].rstrip(), raw[span[1] :].lstrip()
    for opening, closing in _AROUND:
        if before.endswith(opening) and after.startswith(closing):
            before, after = before.removesuffix(opening).rstrip(), after.removeprefix(closing).lstrip()
    return f"{before} {after}".strip() if before else after.lstrip(_BETWEEN).strip()
