"""What a modal remembers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from handlers.desk.metadata import PRIVATE_METADATA_MAX, Metadata


@given(
    st.builds(
        Metadata,
        channel=st.none() | st.text(min_size=1, max_size=30),
        group=st.none() | st.integers(1, 10**9),
        language=st.sampled_from(Language),
    )
)
def test_what_is_written_is_read_again(metadata: Metadata) -> None:
    written = metadata.write()
    assert Metadata.read(written) == metadata
    assert len(written) <= PRIVATE_METADATA_MAX


@pytest.mark.parametrize(
    "garbage",
    ["", "null", "[]", "{", "7", '{"group": "seven"}', '{"channel": 7}', '{"language": "de"}', "\x00"],
)
def test_garbage_is_empty(garbage: str) -> None:
    assert Metadata.read(garbage) == Metadata()


@given(st.text())
def test_anything_can_be_read(text: str) -> None:
    assert isinstance(Metadata.read(text), Metadata)
