"""Countries as people write them."""

from __future__ import annotations

from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from handlers.grammar.folding import folded
from handlers.groups.countries import Unclear, read_countries
from handlers.groups.country_names import SEVERAL, assigned, names
from tests.unit.handlers.material import WORDS


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


NOT_ASSIGNED = (
    "AC",
    "AN",
    "CQ",
    "DG",
    "EA",
    "EZ",
    "IC",
    "QO",
    "SU",
    "TA",
    "UN",
    "XA",
    "XK",
    "XX",
    "YU",
    "ZZ",
)
"""Codes that are reserved, deleted, private or CLDR's own (ISO 3166-1, decoding table; UTS 35, regions)."""


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Turquía", "TR"),
        ("Hong Kong", "HK"),
        ("South Korea", "KR"),
        ("Korea (South)", "KR"),
        ("Republic of Korea", "KR"),
        ("Corea del Sur", "KR"),
        ("Corea del Norte", "KP"),
        ("Estados Unidos", "US"),
        ("los EE. UU.", "US"),
        ("EE UU", "US"),
        ("E.U.A.", "US"),
        ("Britain", "GB"),
        ("England", "GB"),
        ("Escocia", "GB"),
        ("Czech Republic", "CZ"),
        ("la República Checa", "CZ"),
        ("Chequia", "CZ"),
        ("Czechia", "CZ"),
        ("Holland", "NL"),
        ("Holanda", "NL"),
        ("los Países Bajos", "NL"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Cote d\u2019Ivoire", "CI"),
        ("Costa de Marfil", "CI"),
        ("Swaziland", "SZ"),
        ("Burma", "MM"),
        ("Palestine", "PS"),
        ("Arabia Saudita", "SA"),
        ("Arabia Saudí", "SA"),
        ("Saint Lucia", "LC"),
        ("Guinea Bissau", "GW"),
        ("El Salvador", "SV"),
        ("The Gambia", "GM"),
        ("DR Congo", "CD"),
        ("RU", "RU"),
        ("Georgia", "GE"),
    ],
)
def test_a_country_has_the_names_that_people_write(typed: str, code: str) -> None:
    assert read_countries(typed) == ((code,), None)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Trinidad and Tobago and Mexico", ("TT", "MX")),
        ("Mexico y Trinidad y Tobago", ("MX", "TT")),
        ("Holland & Belgium", ("NL", "BE")),
        ("México y EE. UU. y Canadá", ("MX", "US", "CA")),
    ],
)
def test_an_and_within_a_name_is_told_from_one_between_names(typed: str, codes: tuple[str, ...]) -> None:
    assert read_countries(typed) == (codes, None)


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Korea", ("KR", "KP")),
        ("Corea", ("KR", "KP")),
        ("Congo", ("CG", "CD")),
        ("el Congo", ("CG", "CD")),
        ("Virgin Islands", ("VI", "VG")),
    ],
)
def test_the_name_of_two_countries_is_asked_about(word: str, codes: tuple[str, ...]) -> None:
    assert read_countries(f"MX, {word}") == (("MX",), Unclear(word, codes, several=True))


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Mexixo", ("MX",)),
        ("Alemnia", ("DE",)),
        ("EU", ("US",)),
        ("E.U.", ("US",)),
        ("European Union", ()),
        ("Naciones Unidas", ()),
    ],
)
def test_what_was_probably_meant_is_offered(word: str, codes: tuple[str, ...]) -> None:
    _, unclear = read_countries(word)
    assert unclear is not None
    assert (unclear.word, unclear.codes[:1], unclear.several) == (word, codes, False)


@pytest.mark.parametrize("word", ["Atlantis", "419", "001", "Kosovo", *NOT_ASSIGNED])
def test_the_first_word_that_is_no_country_is_told(word: str) -> None:
    codes, unclear = read_countries(f"MX, {word}, US")
    assert unclear is not None
    assert (codes, unclear.word, unclear.several) == (("MX",), word, False)


def test_iso_assigns_249_codes_and_no_other_is_taken() -> None:
    every = {first + second for first in ascii_uppercase for second in ascii_uppercase}
    taken = {code for code in every if len(read_countries(code)[0]) == 1 and code != "UK"}
    assert len(assigned()) == 249
    assert taken == assigned()


@pytest.mark.parametrize("language", Language)
def test_every_country_is_understood_by_the_name_it_is_shown_with(language: Language) -> None:
    shown = {code: WORDS.for_language(language).country(code) for code in assigned()}
    assert {code: read_countries(name) for code, name in shown.items()} == {
        code: ((code,), None) for code in shown
    }


def test_no_name_stands_for_two_countries_unless_it_is_asked_about() -> None:
    meant: dict[str, set[str]] = {}
    for code, name in names():
        meant.setdefault(folded(name), set()).add(code)
    asked = {folded(name) for name in SEVERAL}
    assert {name for name, codes in meant.items() if len(codes) > 1} <= asked


@given(
    st.text(max_size=200) | st.lists(st.sampled_from(["Mexico", "y", "and", ",", "Korea", " "])).map(" ".join)
)
def test_anything_can_be_read(text: str) -> None:
    codes, unclear = read_countries(text)
    assert len(set(codes)) == len(codes)
    assert unclear is None or unclear.word in text


@pytest.mark.timeout(5)
def test_a_long_text_is_read_at_once() -> None:
    _, unclear = read_countries("y " * 1500)
    assert unclear is not None
    assert read_countries("Mexico y " * 300 + "Mexico") == (("MX",), None)
