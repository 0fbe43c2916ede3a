"""Forms of a word that find each other, in both languages, and where in a text they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language, Text
from domain.search import Phrase, Prefix, Query, Term, Word, words
from storage.stems import MARKS, VERSIONS_APART, hit, indexed, stem, stems_of
from tests.unit.handlers.material import note

EN, ES = Language.ENGLISH, Language.SPANISH


def forms(text: str) -> list[str]:
    return [word for each in text.split() for word in words(each)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "charge charges charged charging Charging"),
        (EN, "charger chargers charger\u2019s"),
        (EN, "battery batteries BATTERY"),
        (EN, "electric electricity"),
        (ES, "cargador cargadores Cargadores"),
        (ES, "batería baterías bateria BATERÍA"),
        (ES, "eléctrico eléctrica electricos"),
        (ES, "estación estaciones estacion"),
        (ES, "recomendación recomendaciones recomendacion recomendar"),
        (ES, "niño niños"),
        (ES, "vehículo vehiculos"),
        (ES, "mañana mañanas"),
    ],
)
def test_forms_of_one_word_have_one_stem(language: Language, text: str) -> None:
    assert len({stem(word, language) for word in forms(text)}) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [(EN, "charging charger"), (ES, "cargador carga"), (ES, "año ano"), (EN, "car care")],
)
def test_different_words_have_different_stems(language: Language, text: str) -> None:
    assert len({stem(word, language) for word in forms(text)}) == len(text.split())


def test_every_language_has_stems_marked_as_its_own() -> None:
    assert set(MARKS) == set(Language)
    assert len(set(MARKS.values())) == len(MARKS)
    assert stems_of("charging") == ("echarg", "scharging")


@given(st.text())
def test_whatever_is_written_can_be_found_by_the_words_it_is_written_with(text: str) -> None:
    for language in Language:
        stored = indexed(Text(text, language, {}), words_among_stems=False)["stems"].split()
        assert all(set(stems_of(word)) & set(stored) for word in words(text))


@given(st.text(), st.text())
def test_what_is_stored_is_made_of_letters_and_digits(original: str, version: str) -> None:
    for among in (False, True):
        stored = indexed(Text(original, EN, {ES: version}), words_among_stems=among)
        every = [*stored["words"].replace(VERSIONS_APART, "").split(), *stored["stems"].split()]
        assert all(words(one) == (one,) for one in every if len(one) <= 64)


def test_both_versions_of_a_text_are_stored_apart() -> None:
    text = Text("Fast charging", EN, {ES: "Carga rápida"})
    assert indexed(text, words_among_stems=False) == {
        "words": "fast charging þ carga rapida",
        "stems": "echarg efast scarg srap",
    }
    assert indexed(text, words_among_stems=True)["stems"] == (
        "echarg efast scarg srap wcarga wcharging wfast wrapida"
    )


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Word("cargas"), {ES: ["Carga"]}),
        (Word("charger"), {EN: ["charger"]}),
        (Prefix("char"), {EN: ["charging", "charger"]}),
        (Phrase(("carga", "rapida")), {ES: ["Carga rápida"]}),
        (Phrase(("fast",)), {EN: ["Fast"]}),
        (Phrase(("carga", "fast")), {}),
        (Word("nada"), {}),
    ],
)
def test_a_hit_knows_where_its_terms_stand_in_each_version(
    term: Term, expected: dict[Language, list[str]]
) -> None:
    text = Text("Fast charging, a charger", EN, {ES: "Carga rápida, un cargador"})
    found = hit(Query((term,)), replace(note(), text=text))
    versions = {EN: text.original, **text.versions}
    shown = {
        language: [versions[language][begin:end] for begin, end in spans]
        for language, spans in found.spans.items()
        if spans
    }
    assert shown == expected
