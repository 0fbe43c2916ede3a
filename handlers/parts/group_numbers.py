"""The number of a group, as values of buttons, selects and forms carry it."""

from __future__ import annotations

import re

GROUP_DIGITS = 18
"""Digits of the longest: every database takes each number of so many (at most 2⁶³ - 1)."""

GROUP_MAX = 10**GROUP_DIGITS - 1

NUMBER = rf"[0-9]{{1,{GROUP_DIGITS}}}"
"""A pattern of such a number."""

_WHOLE = re.compile(NUMBER)


def group_number(text: str) -> int | None:
    """The number; None for what is none, which nobody sends who only presses and chooses."""
    return int(text) if _WHOLE.fullmatch(text) else None
