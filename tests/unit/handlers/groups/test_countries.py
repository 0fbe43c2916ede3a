"""Countries as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.groups.countries import read_countries


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Mexico, United States", ("MX", "US")),
        ("méxico; estados unidos", ("MX", "US")),
        ("MX\nUS\nmx", ("MX", "US")),
        (" us ,, ", ("US",)),
        ("Canadá", ("CA",)),
        ("", ()),
        ("USA, México", ("US", "MX")),
        ("EE.UU.", ("US",)),
        ("EE. UU.", ("US",)),
        ("EEUU", ("US",)),
        ("U.S.A.", ("US",)),
        ("EUA", ("US",)),
        ("the United States of America", ("US",)),
        ("Estados Unidos de América", ("US",)),
        ("Estados Unidos Mexicanos", ("MX",)),
        ("UK", ("GB",)),
        ("U.K.", ("GB",)),
        ("Reino Unido", ("GB",)),
        ("México y Estados Unidos", ("MX", "US")),
        ("Mexico and the United States", ("MX", "US")),
        ("MX/US", ("MX", "US")),
        ("Trinidad y Tobago", ("TT",)),
        ("Bosnia and Herzegovina; Mexico", ("BA", "MX")),
    ],
)
def test_countries_are_read_in_either_language(typed: str, codes: tuple[str, ...]) -> None:
    assert read_countries(typed) == (codes, None)


@pytest.mark.parametrize("word", ["Atlantis", "419", "001", "North America"])
def test_the_first_word_that_is_no_country_is_told(word: str) -> None:
    assert read_countries(f"MX, {word}, US") == (("MX",), word)


@given(st.text(max_size=200))
def test_anything_can_be_read(text: str) -> None:
    codes, unknown = read_countries(text)
    assert len(set(codes)) == len(codes)
    assert unknown is None or unknown in text
