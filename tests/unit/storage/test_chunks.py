"""Long lists of parameters in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.repositories.chunks import CHUNK, chunked


@given(st.integers(0, 3 * CHUNK + 1))
def test_pieces_hold_everything_in_order_and_none_is_too_long_or_empty(length: int) -> None:
    pieces = list(chunked(range(length)))
    assert [value for piece in pieces for value in piece] == list(range(length))
    assert all(0 < len(piece) <= CHUNK for piece in pieces)
