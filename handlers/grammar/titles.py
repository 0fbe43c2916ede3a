"""A line about a meeting that begins with its title instead of its day: `Charging next tuesday hybrid`."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.arrangements import JOINING
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import scannable
from handlers.grammar.occasions import take_day
from handlers.grammar.rearrangements import ArrangementPart, read_arrangement_part

WORDS_MAX = 14
"""Words at the end of a line that are looked at: the longest day, time, zone and mode have no more."""

_WORD = re.compile(r"(?<!\S)\S+")


def read_behind_title(text: str, reader: Reader) -> ArrangementPart:
    """What of a schedule is understood, also where it stands behind the title and ends the line."""
    part = read_arrangement_part(text, reader)
    if part.day is not None or part.at is not None:
        return part
    begins = [found.start() for found in _WORD.finditer(scannable(part.text))]
    for begin in begins[1:][-WORDS_MAX:]:
        if take_day(part.text[begin:], reader)[0] is None:
            continue
        behind = read_arrangement_part(part.text[begin:], reader)
        if not behind.text:
            title = part.text[:begin].rstrip(JOINING)
            return replace(
                behind, text=title, place=part.place, link=part.link, mode=part.mode or behind.mode
            )
    return part
