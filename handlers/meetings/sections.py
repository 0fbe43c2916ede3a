"""Headings with bullets below them, cut into as many messages as Slack needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.parts.blocks import Block, Run, bullets, faint, paragraph, strong
from handlers.parts.limits import MESSAGE_BLOCKS_MAX, MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters
from handlers.words.translator import Translator

BULLETS_MAX = 40
"""Lines of one list: a longer one is hard to read on a phone."""

BLOCKS_AIM = MESSAGE_BLOCKS_MAX - 6
CHARACTERS_AIM = MESSAGE_CHARACTERS_MAX - 1500
"""Left free for the heading and the buttons around the sections."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    heading: str
    lines: tuple[tuple[Run, ...], ...]

    def first(self, t: Translator, shown: int, total: int | None = None) -> Section:
        """The first lines, and how many more there are of `total` (None: of the lines)."""
        missing = (len(self.lines) if total is None else total) - min(shown, len(self.lines))
        kept = self.lines[:shown]
        if missing > 0:
            kept = (*kept, (faint(t("and-more", count=missing)),))
        return Section(self.heading, kept)


def rendered(sections: Sequence[Section]) -> list[Block]:
    """The blocks of the sections."""
    blocks: list[Block] = []
    for section in sections:
        blocks.append(paragraph(strong(section.heading)))
        starts = range(0, len(section.lines), BULLETS_MAX)
        blocks += [bullets(section.lines[start : start + BULLETS_MAX]) for start in starts]
    return blocks


def packed(sections: Sequence[Section]) -> list[list[Section]]:
    """The sections by message; one that goes on in the next message has its heading there again."""
    pages: list[list[Section]] = [[]]
    for section in sections:
        left = section
        while left.lines:
            room = _room(pages[-1], left)
            if room == 0 and pages[-1]:
                pages.append([])
                continue
            taken = max(room, 1)
            pages[-1].append(Section(left.heading, left.lines[:taken]))
            left = Section(left.heading, left.lines[taken:])
    return [page for page in pages if page] or [[]]


def _room(page: Sequence[Section], section: Section) -> int:
    """How many of the section's lines the page still takes."""
    used = characters(rendered(page)) + len(section.heading)
    if len(rendered(page)) + 2 > BLOCKS_AIM:
        return 0
    for count, line in enumerate(section.lines):
        used += characters([list(line)])
        if used > CHARACTERS_AIM:
            return count
    return len(section.lines)
