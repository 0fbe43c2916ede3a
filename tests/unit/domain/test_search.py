"""Words as they are compared, and what a query may be made of."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.search import WORD_MAX, Phrase, Prefix, Query, Word, tokens, words

LETTERS = st.text(
    st.sampled_from("aábcdeéfghiíjlmnñoópqrstuúüvxyzAÁÉÍÑÓÚÜ ,.-¿¡'\u20190123456789"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Batería, bateria BATERÍA", ("bateria", "bateria", "bateria")),
        ("El niño soñó en 2027", ("el", "niño", "soño", "en", "2027")),
        ("an\u0303o N\u0303U", ("año", "ñu")),
        ("pingüino naïve façade", ("pinguino", "naive", "facade")),
        ("the charger\u2019s cable, O'Brien", ("the", "chargers", "cable", "obrien")),
        ("lithium-ion/V2G 3.5kW", ("lithium", "ion", "v2g", "3", "5kw")),
        ("ﬁnance ＶＥ² Straße", ("finance", "ve2", "strasse")),
        ("in\u00advisible in\u200bside", ("invisible", "inside")),
        ("one\ttwo\nthree\u00a0four", ("one", "two", "three", "four")),
        ("🔋 مرحبا Привет 电池", ()),
        ("", ()),
        ("a" * 100, ("a" * WORD_MAX,)),
    ],
)
def test_words_are_small_letters_without_accents_but_keep_the_tilde_of_n(
    text: str, expected: tuple[str, ...]
) -> None:
    assert words(text) == expected


@given(st.text())
def test_words_of_any_text_are_made_of_letters_and_digits_and_stay_as_they_are(text: str) -> None:
    found = words(text)
    assert all(re.fullmatch("[a-z0-9ñ]+", word) and len(word) <= WORD_MAX for word in found)
    assert words(" ".join(found)) == found


@given(LETTERS)
def test_case_and_the_way_accents_are_stored_do_not_matter(text: str) -> None:
    assert words(text.upper()) == words(text) == words(unicodedata.normalize("NFD", text))


@given(LETTERS)
def test_accents_do_not_matter(text: str) -> None:
    plain = text.translate(str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU"))
    assert words(text) == words(plain)


@given(st.text())
def test_a_token_is_the_word_that_stands_in_its_place(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    found = tokens(composed)
    assert tuple(token.word for token in found) == words(text)
    assert all(token.word in words(composed[token.start : token.end]) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)


@pytest.mark.parametrize("text", ["", "two words", "Capital", "acción", 'a"b', "carga*", "a\x00b", "x" * 65])
def test_a_term_is_made_of_words_alone(text: str) -> None:
    for made in (Word, Prefix, lambda one: Phrase((one,))):
        with pytest.raises(ValueError, match="made of words"):
            made(text)


def test_a_prefix_has_two_letters_and_a_query_a_term() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        Prefix("b")
    with pytest.raises(ValueError, match="nothing to search"):
        Query(())
    with pytest.raises(ValueError, match="made of words"):
        Phrase(())


def test_a_wider_query_takes_words_for_beginnings_and_leaves_the_rest() -> None:
    phrase = Phrase(("fast", "charging"))
    query = Query((Word("bater"), phrase, Prefix("red"), Word("2")))
    assert query.widened() == Query((Prefix("bater"), phrase, Prefix("red"), Word("2")))


def test_there_is_no_wider_query_without_words() -> None:
    assert Query((Phrase(("carga",)), Prefix("red"), Word("2"))).widened() is None
