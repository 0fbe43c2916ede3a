"""Which language a reader gets."""

from __future__ import annotations

import pytest

from domain.language import Language, Names, Text, Wording

ENGLISH, SPANISH = Language.ENGLISH, Language.SPANISH


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("es-MX", SPANISH),
        ("es_ES", SPANISH),
        ("es-419", SPANISH),
        ("ES", SPANISH),
        ("en-GB", ENGLISH),
        ("en", ENGLISH),
        ("fr-CA", None),
        ("est", None),
        ("", None),
        (None, None),
    ],
)
def test_a_slack_locale_names_its_language_by_the_part_before_the_country(
    locale: str | None, language: Language | None
) -> None:
    assert Language.of_locale(locale) is language


def test_a_name_is_given_in_the_language_asked_for() -> None:
    names = Names({ENGLISH: "Charging", SPANISH: "Carga"})
    assert [names.in_language(language) for language in (ENGLISH, SPANISH)] == ["Charging", "Carga"]


def test_a_name_in_one_language_serves_both() -> None:
    assert Names({SPANISH: "Carga"}).in_language(ENGLISH) == "Carga"


def test_a_reader_of_the_original_language_gets_the_original() -> None:
    text = Text("Pocos cargadores", SPANISH, {ENGLISH: "Few chargers"})
    assert text.for_reader(SPANISH) == Wording("Pocos cargadores", SPANISH, translated_for_reader=True)


def test_a_reader_gets_the_version_in_their_language() -> None:
    text = Text("Pocos cargadores", SPANISH, {ENGLISH: "Few chargers"})
    assert text.for_reader(ENGLISH) == Wording("Few chargers", ENGLISH, translated_for_reader=True)


def test_a_reader_without_a_version_gets_the_original_marked_as_such() -> None:
    text = Text("Pocos cargadores", SPANISH, {})
    assert text.for_reader(ENGLISH) == Wording("Pocos cargadores", SPANISH, translated_for_reader=False)
