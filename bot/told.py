"""What others tell us, made fit to be stored, logged and printed."""

from __future__ import annotations

import re

_CODE = re.compile("[a-z0-9_]{1,64}")
"""As all of Slack's codes are (docs.slack.dev, errors of the methods)."""


def code_told(value: object) -> str | None:
    """The code that a server named; None when it is no code, which may be any text at all."""
    return value if isinstance(value, str) and _CODE.fullmatch(value) else None


def visibly(text: str) -> str:
    """The text with a space for line ends, and without what a terminal would obey or nobody would see."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
