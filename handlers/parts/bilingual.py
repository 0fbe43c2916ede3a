"""What is said in several languages at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.parts.limits import BUTTON_TEXT_MAX
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

JOINT = " · "


def each(ts: Sequence[Translator], words: Callable[[Translator], str]) -> str:
    """The same in every language, once where all say it alike."""
    return JOINT.join(dict.fromkeys(words(t) for t in ts))


def in_each(ts: Sequence[Translator], name: str) -> str:
    """The message of the catalogue in every language, once where they agree."""
    return each(ts, lambda t: t(name))


def label(ts: Sequence[Translator], name: str) -> str:
    """The same on a button."""
    return cut_plain(in_each(ts, name), BUTTON_TEXT_MAX)
