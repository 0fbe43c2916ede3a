"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.folding import bare, folded, scannable, visible


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("DECISIÓN", "decision"),
        ("Decisio\u0301n", "decision"),
        ("Año  nuevo", "ano nuevo"),
        ("one\ntwo\tthree\u00a0four", "one two three four"),
        ("R\u20132", "r-2"),
        ("\u201cquoted\u201d", '"quoted"'),
        ("no\u200bta\u00ad", "nota"),
        ("\uff21\uff22", "ab"),
        ("Straße", "strasse"),
        ("a\x00b", "ab"),
        ("", ""),
    ],
)
def test_words_are_compared_without_case_accents_and_invisible_characters(typed: str, compared: str) -> None:
    assert folded(typed) == compared


def test_scanning_sees_plain_quotes_hyphens_and_spaces() -> None:
    assert (
        scannable("\u201ca\u201d \u2018b\u2019 \u00abc\u00bb d\u2014e\u00a0f\uff1ag")
        == '"a" \'b\' "c" d-e f:g'
    )


def test_joiners_of_emoji_are_kept_and_zero_width_spaces_are_not() -> None:
    assert visible("a\u200bb\ufeff \U0001f469\u200d\U0001f467") == "ab \U0001f469\u200d\U0001f467"


def test_a_bare_word_has_no_quotes_or_punctuation_around_it() -> None:
    assert bare(" \u201cHuman capital\u201d., ") == "Human capital"


@given(text=st.text(st.characters(max_codepoint=127)))
def test_plain_ascii_is_folded_as_any_text_is(text: str) -> None:
    """An accent beside it sends the whole text the long way."""
    assert folded(text) == folded(f"{text} é").removesuffix("e").strip()
