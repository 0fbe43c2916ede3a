"""Words at the end of a text that may have been meant for its theme and stay in it: `tema gobernanza`."""

from __future__ import annotations

import re

from handlers.grammar.first_lines import first_line
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.small_words import UNFINISHED, is_unfinished
from handlers.grammar.themes import ThemeWords
from handlers.grammar.vocabulary import Hit

_NAMED = re.compile(
    r"(?<![^\s(])(?:theme|tema)(?P<colon>\s?:)?\s+(?P<name>[^\s:,;]+(?: [^\s:,;]+){0,3}?)[\s.!)]*\Z",
    re.IGNORECASE,
)
_END = 120
"""Characters of a text's end that are looked at: more than a theme's name has."""


def unread_theme(text: str, words: ThemeWords) -> str:
    """These words, of a text that no theme was read in; empty for none.

    Without a colon they are a theme's name, and no word of the sentence in front of them leads to it.
    """
    for said in dict.fromkeys((first_line(text)[0], text)):
        begin = max(0, len(said) - _END)
        found = _NAMED.search(scannable(said[begin:]))
        if found is None:
            continue
        name, before = bare(found["name"]).rstrip(".!)"), said[: begin + found.start()]
        is_meant = _is_named(name, words) if found["colon"] else _is_name(name, words, before)
        if is_meant:
            return said[begin + found.start() : begin + found.end("name")].rstrip(".!)")
    return ""


def _is_named(name: str, words: ThemeWords) -> bool:
    """One word may be a slip; several are a theme's name, or a sentence."""
    if " " in name:
        return isinstance(words.find(name), Hit)
    return bool(name) and folded(name) not in UNFINISHED


def _is_name(name: str, words: ThemeWords, before: str) -> bool:
    return words.is_name(name) and not is_unfinished(before)
