"""JSON as it is stored and read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.jsontext import Unread, read, written

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
HALVES = st.text("\ud800é", min_size=1)
"""Texts with half a surrogate pair, which no encoder takes and JSON may hold."""


@given(JSON | HALVES | st.dictionaries(HALVES, HALVES))
def test_what_was_written_is_read_as_json_reads_it(value: Any) -> None:  # noqa: ANN401 - any JSON value
    assert read(written(value)) == json.loads(written(value)) == value


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        read("{")


def test_an_object_is_read_when_somebody_looks_into_it() -> None:
    """And is like any other then; a text that is no JSON shows that nobody looked before."""
    stored = {"text": "La línea se cerró", "blocks": [{"type": "divider"}]}
    unread = Unread(written(stored))
    assert unread == stored
    assert (dict(unread), list(unread), len(unread)) == (stored, ["text", "blocks"], 2)
    assert {**unread, "channel": "C1"} == {**stored, "channel": "C1"}
    assert unread.get("thread_ts") is None
    broken = Unread("no JSON")
    with pytest.raises(ValueError, match="Expecting"):
        broken["text"]
