"""Long texts in inputs: as much of them as fits, however they are counted."""

from __future__ import annotations

import pytest

from handlers.parts.widgets import INPUT_MAX, Setting, Words
from handlers.words.slack_text import ELLIPSIS, cut_characters
from tests.unit.handlers.material import EN, WORDS

SETTING = Setting(t=WORDS.for_language(EN))
EMOJI = "\U0001f600"


@pytest.mark.parametrize(
    ("text", "stands", "limit"),
    [
        ("x" * 3000, 3000, INPUT_MAX),
        ("x" * 3001, 3000, INPUT_MAX),
        (EMOJI * 1500, 1500, INPUT_MAX),
        (EMOJI * 2000, 2000, None),
        (EMOJI * 3000, 3000, None),
        (EMOJI * 3500, 3000, None),
    ],
    ids=lambda value: f"{len(value)} of {value[0]!r}" if isinstance(value, str) else str(value),
)
def test_a_text_is_cut_at_three_thousand_characters(text: str, stands: int, limit: int | None) -> None:
    element = Words(multiline=True).element(SETTING, text)

    assert len(element["initial_value"]) == stands
    assert element.get("max_length") == limit
    assert element["initial_value"].endswith(ELLIPSIS) is (len(text) > stands)


def test_characters_of_several_code_points_are_not_torn() -> None:
    family = "\U0001f469\u200d\U0001f467"
    assert cut_characters(family * 3, 7) == family * 2 + ELLIPSIS
