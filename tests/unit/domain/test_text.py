"""What a text or a name must be to be stored."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refusal import Refusal, RefusalCode
from domain.text import NAME_MAX, TEXT_MAX, name, recordable

INVISIBLE = [
    "",
    " ",
    "\n\t \u2003",
    "\x00",
    "\u200b\u2060\ufeff",
    "\ud800",
    "\u200e",
    "\u200d\u200c \u2066\u2069",
]
ANY_TEXT = st.text(
    st.characters(codec=None, exclude_categories=[]) | st.sampled_from("\x00\r\n\t\u200d\u202e\u0301 a"),
    max_size=60,
)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  few chargers \n", "few chargers"),
        ("one\r\ntwo\rthree\nfour\tfive", "one\ntwo\nthree\nfour\tfive"),
        ("nul\x00 bell\x07 delete\x7f", "nul bell delete"),
        ("lone \ud83d half", "lone  half"),
        ("estacio\u0301n", "estaci\u00f3n"),
        ("override \u202eabc", "override abc"),
        ("zero\u200bwidth", "zerowidth"),
        ("\U0001f468\u200d\U0001f527 at work", "\U0001f468\u200d\U0001f527 at work"),
        ("\u2067\u05e9\u05dc\u05d5\u05dd\u2069", "\u2067\u05e9\u05dc\u05d5\u05dd\u2069"),
    ],
)
def test_a_text_is_stored_normalised_trimmed_and_without_what_databases_refuse(
    typed: str, stored: str
) -> None:
    assert recordable(typed) == stored


@pytest.mark.parametrize("typed", INVISIBLE)
def test_a_text_nobody_could_see_is_refused_as_empty(typed: str) -> None:
    for read in (recordable, name):
        with pytest.raises(Refusal) as caught:
            read(typed)
        assert caught.value.code is RefusalCode.TEXT_EMPTY


def test_a_text_of_3000_characters_is_stored_whole() -> None:
    assert TEXT_MAX == 3000
    assert recordable("\u00f1" * 3000) == "\u00f1" * 3000


def test_a_text_of_3001_characters_is_refused_with_its_length_and_the_limit() -> None:
    with pytest.raises(Refusal) as caught:
        recordable("n" * 3001)
    assert caught.value.code is RefusalCode.TEXT_TOO_LONG
    assert caught.value.facts == {"length": 3001, "limit": 3000}


def test_what_is_trimmed_does_not_count_towards_the_limit() -> None:
    assert len(recordable("\n" + "o\u0301" * 3000 + " " * 50)) == 3000


def test_a_name_stands_on_one_line_with_single_spaces() -> None:
    assert name(" Instituto \n de\t Energ\u0131\u0301a ") == "Instituto de Energ\u0131\u0301a"


def test_a_name_of_120_characters_is_taken_and_of_121_refused() -> None:
    assert NAME_MAX == 120
    assert name("n" * 120 + "  ") == "n" * 120
    with pytest.raises(Refusal) as caught:
        name("n" * 121)
    assert caught.value.code is RefusalCode.NAME_TOO_LONG
    assert caught.value.facts == {"length": 121, "limit": 120}


@given(ANY_TEXT)
def test_whatever_is_typed_comes_out_storable_and_stays_as_it_is(typed: str) -> None:
    try:
        stored = recordable(typed)
    except Refusal as refusal:
        assert refusal.code is RefusalCode.TEXT_EMPTY  # noqa: PT017 - a refusal may come, or not
        return
    assert stored.encode()
    assert "\x00" not in stored
    assert "\r" not in stored
    assert stored == unicodedata.normalize("NFC", stored).strip()
    assert recordable(stored) == stored
