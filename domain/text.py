"""What a text must be to be recorded."""

from __future__ import annotations

import unicodedata

from domain.refusal import Refusal, RefusalCode

TEXT_MAX = 3000
"""Characters. A modal's plain text input takes no more (docs.slack.dev, plain-text input element), and what
one can type one must be able to edit in the form."""

NAME_MAX = 120
"""Characters of a name (group, theme, organisation): fits a header block (150) with its reference."""

_KEPT_CONTROLS = frozenset("\n\t\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202b\u202c")
"""Line ends, and the joiners, marks and isolates that emoji and right-to-left scripts need."""


def recordable(text: str) -> str:
    """The text ready to store: NFC, trimmed, without control characters or lone surrogates.

    PostgreSQL refuses NUL and no encoder takes a lone surrogate, so they go before they can fail a write.
    Raises Refusal TEXT_EMPTY or TEXT_TOO_LONG.
    """
    cleaned = _cleaned(text)
    if not cleaned:
        raise Refusal(RefusalCode.TEXT_EMPTY)
    if len(cleaned) > TEXT_MAX:
        raise Refusal(RefusalCode.TEXT_TOO_LONG, length=len(cleaned), limit=TEXT_MAX)
    return cleaned


def name(text: str) -> str:
    """A name on one line. Raises Refusal TEXT_EMPTY or NAME_TOO_LONG."""
    cleaned = " ".join(_cleaned(text).split())
    if not cleaned:
        raise Refusal(RefusalCode.TEXT_EMPTY)
    if len(cleaned) > NAME_MAX:
        raise Refusal(RefusalCode.NAME_TOO_LONG, length=len(cleaned), limit=NAME_MAX)
    return cleaned


def _cleaned(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.strip()
    kept = (
        character
        for character in text.replace("\r\n", "\n").replace("\r", "\n")
        if character in _KEPT_CONTROLS or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
    )
    cleaned = unicodedata.normalize("NFC", "".join(kept)).strip()
    return cleaned if any(_is_seen(character) for character in cleaned) else ""


def _is_seen(character: str) -> bool:
    return not character.isspace() and character not in _KEPT_CONTROLS
