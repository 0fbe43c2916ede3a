"""Splitting a digest into the messages of a thread. Pure: pieces in, messages out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.parts.blocks import Block
from handlers.parts.limits import MESSAGE_BLOCKS_MAX, MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters

BLOCKS_MAX = MESSAGE_BLOCKS_MAX - 4
CHARACTERS_MAX = MESSAGE_CHARACTERS_MAX - 700
"""What a message of a digest holds: a preview puts a few lines before and behind it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays together: the blocks of one section, with drawings and without."""

    name: str
    rich: tuple[Block, ...]
    plain: tuple[Block, ...]

    @property
    def size(self) -> Size:
        """The larger of both: the same pieces stand in a message, whichever way it is sent."""
        rich = characters(self.rich)
        plain = rich if self.plain is self.rich else characters(self.plain)
        return Size(max(len(self.rich), len(self.plain)), max(rich, plain))


@dataclass(frozen=True, slots=True)
class Size:
    """Blocks, and characters of all their text."""

    blocks: int = 0
    characters: int = 0

    def __add__(self, other: Size) -> Size:
        return Size(self.blocks + other.blocks, self.characters + other.characters)

    @property
    def fits(self) -> bool:
        """Whether one message takes it."""
        return self.blocks <= BLOCKS_MAX and self.characters <= CHARACTERS_MAX


def size_of(pieces: Sequence[Piece]) -> Size:
    """How large they are together."""
    return sum((piece.size for piece in pieces), Size())


def split(head: Piece, pieces: Sequence[Piece], foot: Piece) -> tuple[tuple[Piece, ...], ...]:
    """Messages, each a run of pieces in their order: the first has the head, then what fits, then the foot.

    The others follow as replies, each as full as may be. Raises ValueError for a piece that no message takes:
    whoever makes pieces keeps each below the limits.
    """
    opening, room = [head], size_of([head, foot])
    messages: list[list[Piece]] = [opening]
    taken = room
    for piece in pieces:
        size = piece.size
        if not size.fits:
            raise ValueError(f"no message takes {piece.name}: {size}")
        if (taken + size).fits:
            messages[-1].append(piece)
            taken += size
        else:
            messages.append([piece])
            taken = size
    opening.append(foot)
    return tuple(tuple(message) for message in messages)
