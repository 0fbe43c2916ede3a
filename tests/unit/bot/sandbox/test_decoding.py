"""JSON and numbers that are too much."""

import pytest

from bot.sandbox.decoding import DIGITS_MAX, JSON_DEPTH_MAX, decode_count, decode_json


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


def test_json_is_read_as_deep_as_it_can_be_looked_at() -> None:
    assert decode_json(nested(JSON_DEPTH_MAX)) is not None
    assert decode_json(b'{"k": 1}') == {"k": 1}


@pytest.mark.parametrize("text", [nested(JSON_DEPTH_MAX + 1), nested(100_000), "[", ""])
def test_deeper_json_is_an_error_like_text_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"nested|Expecting"):
        decode_json(text)


def test_a_count_is_read() -> None:
    assert decode_count("9" * DIGITS_MAX) == int("9" * DIGITS_MAX)


@pytest.mark.parametrize("text", ["", "-1", "1.0", "²", "٣", "9" * 5_000])
def test_what_is_no_count_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        decode_count(text)
