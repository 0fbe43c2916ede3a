"""What is said in several languages at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.group import Group
from handlers.parts.limits import BUTTON_TEXT_MAX
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator
from handlers.words.words import Words

JOINT = " · "


def of_group(words: Words, first: Translator, group: Group) -> list[Translator]:
    """The languages of the group, that of whoever asked first."""
    others = (language for language in group.languages if language is not first.language)
    return [first, *(words.for_language(language) for language in others)]


def each(ts: Sequence[Translator], words: Callable[[Translator], str]) -> str:
    """The same in every language, once where all say it alike."""
    return JOINT.join(dict.fromkeys(words(t) for t in ts))


def in_each(ts: Sequence[Translator], name: str) -> str:
    """The message of the catalogue in every language, once where they agree."""
    return each(ts, lambda t: t(name))


def label(ts: Sequence[Translator], name: str) -> str:
    """The same on a button."""
    return cut_plain(in_each(ts, name), BUTTON_TEXT_MAX)
