"""Themes as they are entered when a group is founded, and the keys they get."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from domain.group import Theme
from domain.language import Language, Names
from domain.refusal import Refusal, RefusalCode
from domain.text import NAME_MAX
from handlers.grammar.filters import is_list_word
from handlers.grammar.folding import folded
from handlers.grammar.references import find_reference

KEY_MAX = 60
"""Characters of a key, with a number behind it: it stands in lines that buttons carry."""

FIELD = "themes"

MARKS = ",;:"
"""What ends a value or a key where pairs are typed."""


def read_themes(text: str) -> tuple[Theme, ...]:
    """One theme a line, `English name | Nombre en español`; one name serves both languages.

    Raises Refusal when a name is too long, cannot be typed, is two themes', or means something else already.
    """
    lines = [_names(line) for line in text.splitlines() if line.strip(" |")]
    _require_short(lines)
    _require_typeable(lines)
    _require_own(lines)
    themes: list[Theme] = []
    for names in lines:
        key = _key(names[0], len(themes) + 1, {theme.key for theme in themes})
        themes.append(Theme(key, Names(dict(zip((Language.ENGLISH, Language.SPANISH), names, strict=True)))))
    return tuple(themes)


def _names(line: str) -> tuple[str, str]:
    """The English and the Spanish name."""
    english, _, spanish = (part.strip() for part in line.partition("|"))
    return english or spanish, spanish or english


def _require_short(lines: Sequence[tuple[str, str]]) -> None:
    longest = max((len(name) for names in lines for name in names), default=0)
    if longest > NAME_MAX:
        raise Refusal(RefusalCode.NAME_TOO_LONG, length=longest, limit=NAME_MAX, field=FIELD)


def _require_typeable(lines: Sequence[tuple[str, str]]) -> None:
    """`theme:NAME` finds it: its name holds no mark that ends a value, and is no item's reference."""
    for name in (name for names in lines for name in names):
        if any(mark in name for mark in MARKS):
            raise Refusal(RefusalCode.THEME_NAME_MARKED, word=name, field=FIELD)
        if find_reference(name) is not None:
            raise Refusal(RefusalCode.THEME_NAME_REFERENCE, word=name, field=FIELD)


def _require_own(lines: Sequence[tuple[str, str]]) -> None:
    """No two themes answer to the same word, in whichever language, and none to a word of lists."""
    taken: set[str] = set()
    for names in lines:
        own = {folded(name): name for name in names}
        for word, name in own.items():
            if is_list_word(word):
                raise Refusal(RefusalCode.THEME_NAME_TAKEN, word=name, field=FIELD)
            if word in taken:
                raise Refusal(RefusalCode.THEMES_ALIKE, word=name, field=FIELD)
        taken |= own.keys()


def _key(name: str, number: int, taken: Collection[str]) -> str:
    """Latin letters and digits of the name, else the theme's number; numbered where another has it."""
    slug = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")[:KEY_MAX].rstrip("-")
    return next(key for key in _numbered(slug or f"theme-{number}") if key not in taken)


def _numbered(key: str) -> Iterator[str]:
    """The key, then with 2, 3 … behind it."""
    yield key
    for number in range(2, 1000):
        end = f"-{number}"
        yield key[: KEY_MAX - len(end)] + end
