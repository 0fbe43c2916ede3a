"""The language that a text is written in, told by its small words alone, and only without doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from handlers.grammar.written_in import written_in

_EN, _ES = Language.ENGLISH, Language.SPANISH

_ENGLISH = (
    "The permits take nine months in every state.",
    "not enough chargers at Laredo",
    "THE PERMITS ARE LATE",
    "We need more técnicos in Laredo",
    "Don't wait, it's late",
    "CFE said that the Secretaría de Energía will publish it in March",
    "Send the map to @lead-infra before O-3 is closed: https://example.org/los/de/la/que",
)
_SPANISH = (
    "Los permisos tardan nueve meses en cada estado.",
    "No se ha publicado la norma",
    "LOS PERMISOS TARDAN",
    "Faltan técnicos en Monterrey",
    "¿Quién paga?",
    "El Bank of America no financia los nodos",
    "el paso de camiones está cerrado",
    "Enviar el mapa a @lead-infra antes de cerrar O-3: https://example.org/the/of/and/to",
)
_UNCLEAR = (
    "",
    "the",
    "los",
    "12",
    "12 345 67 %",
    "Permits take nine months",
    "CFE abre 12 nodos",
    "Los Angeles chargers",
    "El Paso chargers",
    "el paso bridge closed",
    "EL PASO BRIDGE CLOSED",
    "los angeles and las vegas chargers",
    "puente del rio bridge",
    "Secretaría de Energía",
    "Cámara de la Industria",
    "Bank of America",
    "OR, LA, IN",
    "charger fees",
    "Revisar the Grid Code con CFE",
    "Send the map and los permisos to the CRE para el viernes",
    "vehicle to grid",
    "https://example.org/los/de/la/que",
    "<@U01|lead-infra> #the-grid R-2 O-3",
)


@pytest.mark.parametrize("text", _ENGLISH)
def test_a_sentence_of_english_is_seen(text: str) -> None:
    assert written_in(text) is _EN


@pytest.mark.parametrize("text", _SPANISH)
def test_a_sentence_of_spanish_is_seen(text: str) -> None:
    assert written_in(text) is _ES


@pytest.mark.parametrize("text", _UNCLEAR)
def test_names_numbers_addresses_and_mixed_sentences_are_in_neither(text: str) -> None:
    assert written_in(text) is None


def test_what_is_quoted_counts_only_where_nothing_else_tells() -> None:
    quoted = "“the grid is full and we need more”"

    assert written_in(f"La CFE dijo en el foro que {quoted}") is _ES
    assert written_in(f"CFE: {quoted}") is _EN


@pytest.mark.parametrize("text", [*_ENGLISH, *_SPANISH])
def test_a_language_that_the_group_does_not_have_is_not_seen(text: str) -> None:
    language = written_in(text)
    others = [each for each in Language if each is not language]

    assert written_in(text, others) is None
    assert written_in(text, ()) is None


_NEUTRAL = st.lists(
    st.sampled_from(
        (
            *("CFE", "12", "3.5", "R-2", "@lead-infra", "https://example.org/the/los", "El Paso", "México"),
            *(
                "Los Angeles",
                "Bank of America",
                "Secretaría de Energía",
                "2027-Q1",
                "40 %",
                "Querétaro",
                "no",
            ),
        )
    ),
    max_size=12,
).map(" ".join)


@given(text=_NEUTRAL)
def test_names_numbers_and_addresses_alone_never_show_a_language(text: str) -> None:
    assert written_in(text) is None


@given(before=_NEUTRAL, sentence=st.sampled_from(_ENGLISH[:2]), behind=_NEUTRAL)
def test_names_and_numbers_around_an_english_sentence_change_nothing(
    before: str, sentence: str, behind: str
) -> None:
    assert written_in(f"{before}. {sentence}. {behind}") is _EN


@given(before=_NEUTRAL, sentence=st.sampled_from(_SPANISH[:2]), behind=_NEUTRAL)
def test_names_and_numbers_around_a_spanish_sentence_change_nothing(
    before: str, sentence: str, behind: str
) -> None:
    assert written_in(f"{before}. {sentence}. {behind}") is _ES


@given(english=st.sampled_from(_ENGLISH[:3]), spanish=st.sampled_from(_SPANISH[:3]))
def test_a_sentence_of_each_is_in_neither(english: str, spanish: str) -> None:
    english, spanish = english.lower(), spanish.lower()

    assert written_in(f"{english} {spanish}") is None
    assert written_in(f"{spanish} {english}") is None


@given(text=st.text(max_size=3000))
def test_no_text_is_too_strange_to_look_at(text: str) -> None:
    assert written_in(text) in {None, *Language}
