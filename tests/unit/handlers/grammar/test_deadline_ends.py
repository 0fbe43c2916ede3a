"""What stands behind a day by which, and in front of one: emoji, zones in doubt, hours of `before`."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import split_deadline

FRIDAY = date(2026, 11, 27)
READER = Reader(date(2026, 11, 23), day_first=False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Call CFE by friday :pray:", "Call CFE :pray:"),
        ("Call CFE by friday \U0001f64f\U0001f3fd", "Call CFE \U0001f64f\U0001f3fd"),
        ("Llamar a CFE para el viernes \U0001f44d", "Llamar a CFE \U0001f44d"),
        ("Call CFE by friday, thanks :slightly_smiling_face:", "Call CFE :slightly_smiling_face:"),
        ("Call CFE by friday the latest", "Call CFE"),
        ("Call CFE by friday at 5pm CT", "Call CFE at 5pm CT"),
        ("Call CFE by friday at 5pm Central Time", "Call CFE at 5pm Central Time"),
        ("Call CFE by friday (5pm CST)", "Call CFE (5pm CST)"),
        ("Llamar a CFE para el viernes a las 5 pm, CT", "Llamar a CFE a las 5 pm, CT"),
    ],
)
def test_what_stands_behind_a_day_does_not_hide_it(text: str, kept: str) -> None:
    assert split_deadline(text, READER) == (kept, FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Send it before friday at noon",
        "Send it before friday 5pm",
        "Enviar la minuta antes del viernes a las 12",
    ],
)
def test_before_an_hour_of_a_day_is_on_that_day(text: str) -> None:
    assert split_deadline(text, READER) == (text, FRIDAY)


@pytest.mark.parametrize("text", ["Pay the invoice that is due friday", "Check what's due friday"])
def test_words_that_need_a_day_keep_it(text: str) -> None:
    assert split_deadline(text, READER) == (text, FRIDAY)


@pytest.mark.parametrize("text", ["Call CFE by friday: ask for nodes", "Send it by friday to the CT lab"])
def test_a_sentence_that_goes_on_keeps_its_day(text: str) -> None:
    assert split_deadline(text, READER) == (text, None)
