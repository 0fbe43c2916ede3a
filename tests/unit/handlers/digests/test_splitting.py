"""A long digest in the messages of a thread."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.digests.splitting import BLOCKS_MAX, CHARACTERS_MAX, Piece, size_of, split
from handlers.parts.blocks import Block, section
from handlers.parts.limits import MESSAGE_BLOCKS_MAX, MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters


def blocks(sizes: list[int]) -> tuple[Block, ...]:
    return tuple(section("x" * size) for size in sizes)


SIZES = st.lists(st.integers(1, 3000), max_size=4)
HEAD, FOOT = (Piece(name, blocks([40, 60]), blocks([40, 60])) for name in ("head", "foot"))


@st.composite
def pieces(draw: st.DrawFn) -> list[Piece]:
    """Sections as a digest may have them: a few blocks each, drawn and written ones of different sizes."""
    sizes = draw(st.lists(st.tuples(SIZES, SIZES), max_size=60))
    made = [Piece(str(number), blocks(rich), blocks(plain)) for number, (rich, plain) in enumerate(sizes)]
    return [piece for piece in made if piece.size.fits]


@given(pieces())
def test_every_section_appears_once_in_order_and_every_message_fits(every: list[Piece]) -> None:
    messages = split(HEAD, every, FOOT)
    assert (messages[0][0], messages[0][-1]) == (HEAD, FOOT)
    told = [piece for message in messages for piece in message if piece not in (HEAD, FOOT)]
    assert told == every
    for message in messages:
        for way in ("rich", "plain"):
            sent = [block for piece in message for block in getattr(piece, way)]
            assert len(sent) <= MESSAGE_BLOCKS_MAX
            assert characters(sent) <= MESSAGE_CHARACTERS_MAX


@given(pieces())
def test_no_message_could_have_taken_what_the_next_begins_with(every: list[Piece]) -> None:
    messages = split(HEAD, every, FOOT)
    for message, following in pairwise(messages):
        assert not size_of([*message, following[0]]).fits


def test_what_fits_stays_one_message() -> None:
    several = [Piece(str(number), blocks([10]), blocks([10])) for number in range(BLOCKS_MAX - 4)]
    assert len(split(HEAD, several, FOOT)) == 1
    assert len(split(HEAD, [*several, Piece("last", blocks([10]), ())], FOOT)) == 2


def test_a_section_that_no_message_takes_is_a_mistake_of_whoever_made_it() -> None:
    huge = Piece("huge", blocks([3000] * (CHARACTERS_MAX // 3000 + 1)), ())
    with pytest.raises(ValueError, match="huge"):
        split(HEAD, [huge], FOOT)
