"""Languages as people name them."""

import pytest

from domain.language import Language
from handlers.grammar.languages import read_language, read_languages
from handlers.grammar.problems import Problem, ProblemCode

EN, ES = Language.ENGLISH, Language.SPANISH


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("en", EN),
        ("es", ES),
        ("English", EN),
        ("inglés", EN),
        ("INGLES", EN),
        ("espanol", ES),
        ("español", ES),
        ("castellano", ES),
        ("Spanish", ES),
        ("esp", ES),
        ("ing", EN),
    ],
)
def test_a_language_is_read_by_its_name_in_either(word: str, language: Language) -> None:
    assert read_language(word) is language


@pytest.mark.parametrize("word", ["both", "ambos", "en,es", "en+es", "bilingüe"])
def test_both_languages_are_read_where_both_may_be_meant(word: str) -> None:
    assert read_languages(word) == (EN, ES)
    assert read_language(word) == Problem(ProblemCode.LANGUAGE_UNKNOWN, word)


@pytest.mark.parametrize("word", ["français", "", ","])
def test_another_language_is_a_problem(word: str) -> None:
    assert read_language(word) == Problem(ProblemCode.LANGUAGE_UNKNOWN, word)


def test_a_slip_is_met_with_the_language() -> None:
    problem = read_language("spansh")

    assert isinstance(problem, Problem)
    assert problem.suggestions == ("Spanish",)
