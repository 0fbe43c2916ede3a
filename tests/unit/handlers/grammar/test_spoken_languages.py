"""Languages, themes and zones of a digest without a key: a short word is no city."""

from __future__ import annotations

import re
from datetime import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.coverage import EVERYTHING
from domain.group import Theme
from domain.language import Language
from domain.recurrence import MonthlyOnWeekday, Weekly
from domain.schedule import Schedule
from handlers.grammar.coverages import Covered
from handlers.grammar.digests import DigestEdit, DigestSaid, DigestWanted
from handlers.grammar.folding import folded
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import read_digest
from handlers.grammar.spoken_languages import take_languages
from handlers.grammar.vocabulary import Hit, Miss
from handlers.grammar.zones import BEGINNING_MIN, find_zone, is_zone
from handlers.parts.coverage import coverage_words
from tests.fakes.setting import setting_with
from tests.unit.handlers.material import GROUP, WORDS

HERE, TIJUANA = "America/Mexico_City", "America/Tijuana"
FRIDAYS = Weekly(frozenset({4}))
EN, ES = Language.ENGLISH, Language.SPANISH
BOTH = (EN, ES)
Themes = tuple[Theme, ...]


def of_catalogues() -> frozenset[str]:
    """Every word of every text that people read, as it is compared."""
    catalogues = (folder for folder in files("handlers.i18n").iterdir() if folder.name in {"en", "es"})
    texts = (file.read_text("utf-8") for folder in catalogues for file in folder.iterdir())
    return frozenset(folded(word) for text in texts for word in re.findall(r"[^\W\d_]{2,}", text))


CATALOGUE_WORDS = of_catalogues()


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("weekly fri 9:00 es", (ES,)),
        ("viernes 9:00 en", (EN,)),
        ("en fri 9:00", (EN,)),
        ("fri en 9:00", (EN,)),
        ("es fri 9:00", (ES,)),
        ("es,en fri 9:00", (ES, EN)),
        ("fri 9:00 en/es", BOTH),
        ("viernes 9:00 es y en", (ES, EN)),
        ("fri 9:00 both", BOTH),
        ("viernes 9:00 ambos", BOTH),
        ("viernes 9:00, bilingüe", BOTH),
        ("fri 9:00 in Spanish", (ES,)),
        ("fri 9:00 in english and spanish", BOTH),
        ("weekly fri 9:00 in both languages", BOTH),
        ("viernes 9:00 en español", (ES,)),
        ("viernes 9:00 solo en inglés", (EN,)),
        ("viernes a las 9:00 en inglés y español", BOTH),
        ("viernes a las 9:00 en español y en inglés", (ES, EN)),
        ("viernes 9:00 español e inglés", (ES, EN)),
        ("viernes 9:00 en ambos idiomas", BOTH),
        ("viernes 9:00 en los dos idiomas", BOTH),
        ("fri 9:00 es lang:en,es", BOTH),
    ],
)
def test_languages_are_read_as_people_say_them(
    text: str, languages: tuple[Language, ...], themes: Themes
) -> None:
    found = read_digest(text, themes, HERE)
    assert found == DigestWanted(schedule=Schedule(FRIDAYS, time(9), HERE), languages=languages)


@pytest.mark.parametrize(
    ("text", "languages"), [("viernes 9:00 en Tijuana", ()), ("viernes 9:00 en español, en Tijuana", (ES,))]
)
def test_the_preposition_before_a_place_is_no_language(
    text: str, languages: tuple[Language, ...], themes: Themes
) -> None:
    found = read_digest(text, themes, HERE)
    assert found == DigestWanted(schedule=Schedule(FRIDAYS, time(9), TIJUANA), languages=languages)


@pytest.mark.parametrize(("word", "languages"), [("es", (ES,)), ("en", (EN,)), ("both", BOTH)])
def test_an_edit_that_names_a_language_leaves_the_zone(
    word: str, languages: tuple[Language, ...], themes: Themes
) -> None:
    assert read_digest(f"edit D-1 {word}", themes, HERE) == DigestEdit(1, DigestSaid(languages=languages))


@pytest.mark.parametrize("words", ["all themes", "all the themes", "todos los temas", "Todos los temas,"])
def test_all_themes_are_said_as_the_answer_says_them(words: str, themes: Themes) -> None:
    assert read_digest(f"fri 9:00 {words}", themes, HERE) == DigestWanted(
        schedule=Schedule(FRIDAYS, time(9), HERE), covered=Covered(themes=())
    )


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("fri 9:00 east", ProblemCode.ZONE_UNKNOWN, "east"),
        ("viernes 9:00 sin", ProblemCode.ZONE_UNKNOWN, "sin"),
        ("viernes 9:00 con", ProblemCode.ZONE_UNKNOWN, "con"),
        ("viernes 9:30 hora de Marte", ProblemCode.ZONE_UNKNOWN, "Marte"),
        ("jueves 9:00 zona Marte", ProblemCode.ZONE_UNKNOWN, "Marte"),
        ("jueves 9:00 zona horaria Marte", ProblemCode.ZONE_UNKNOWN, "Marte"),
        ("edit D-1 9:00 zona Marte", ProblemCode.ZONE_UNKNOWN, "Marte"),
        ("jueves 9:30 zona Dom", ProblemCode.ZONE_UNKNOWN, "Dom"),
        ("thu 9:40 zone Sund", ProblemCode.ZONE_UNKNOWN, "Sund"),
        ("thu 9:45 Frida time", ProblemCode.ZONE_UNKNOWN, "Frida"),
        ("fri 9:30 zone:Tij", ProblemCode.ZONE_UNKNOWN, "Tij"),
        ("fri 9:00 west", ProblemCode.ZONE_AMBIGUOUS, "west"),
        ("first monday jun 9:03", ProblemCode.DIGEST_TERM, "jun"),
        ("first monday jan 9:03", ProblemCode.DIGEST_TERM, "jan"),
    ],
)
def test_a_short_word_is_asked_about(text: str, code: ProblemCode, word: str, themes: Themes) -> None:
    problem = read_digest(text, themes, HERE, setting_with(themes))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (code, word)


def test_a_day_behind_the_hour_of_a_place_is_still_a_day(themes: Themes) -> None:
    found = read_digest("9:00 hora de Tijuana los viernes", themes, HERE)
    assert found == DigestWanted(schedule=Schedule(FRIDAYS, time(9), TIJUANA))
    spoken = read_digest("zona Tijuana viernes 9:00", themes, HERE)
    assert spoken == read_digest("fri time 9:00 zone Tijuana", themes, HERE) == found
    again = read_digest("9:00 hora de la mar los viernes", themes, HERE)
    assert isinstance(again, Problem)


def test_the_beginning_of_a_city_only_suggests_it(themes: Themes) -> None:
    found = find_zone("Tij")
    assert isinstance(found, Miss)
    assert (found.several, found.suggestions) == (False, ("Tijuana",))
    assert find_zone("Tijua") == Hit(TIJUANA, None)
    assert isinstance(read_digest("fri 9:00 tijua", themes, HERE), DigestWanted)


@pytest.mark.parametrize(("word", "zones"), [("easte", 2), ("guadal", 3), ("san lu", 2), ("centr", 2)])
def test_a_beginning_of_several_places_is_asked_about_whatever_names_them(word: str, zones: int) -> None:
    found = find_zone(word)
    assert isinstance(found, Miss)
    assert (found.several, len(found.nearest)) == (True, zones)


def test_no_word_of_ours_but_these_is_a_zone() -> None:
    taken = {word for word in CATALOGUE_WORDS if isinstance(find_zone(word), Hit)}
    begun = {word for word in taken if not is_zone(word)}
    assert taken - begun == {"centro", "reunion"}
    assert begun == {"campo", "nueva", "marque", "mexico"}
    assert min(map(len, begun)) >= BEGINNING_MIN


@given(st.sampled_from(sorted(word for word in CATALOGUE_WORDS if len(word) < BEGINNING_MIN)))
def test_a_short_word_of_ours_never_moves_a_digest(word: str) -> None:
    found = read_digest(f"fri 9:00 {word}", (), HERE)
    assert isinstance(found, Problem) or found.schedule.zone == HERE  # type: ignore[union-attr]  # a schedule


@given(
    languages=st.sampled_from([(EN,), (ES,), (EN, ES), (ES, EN)]),
    said_in=st.sampled_from(Language),
    weekday=st.integers(0, 6),
)
def test_what_the_list_says_of_languages_and_themes_is_read_as_the_same(
    languages: tuple[Language, ...], said_in: Language, weekday: int
) -> None:
    t = WORDS.for_language(said_in)
    names = t.list([t(f"language-{language.value}") for language in languages])
    said = f"{coverage_words(t, GROUP, EVERYTHING)}, {names}"
    line = f"{t.weekday(weekday)} 9:00, {said}"
    assert read_digest(line, GROUP.themes, HERE, setting_with(GROUP.themes, said_in)) == DigestWanted(
        schedule=Schedule(Weekly(frozenset({weekday})), time(9), HERE),
        covered=Covered(themes=()),
        languages=languages,
    )


@given(st.text(max_size=60))
def test_a_text_without_a_language_is_left_alone(text: str) -> None:
    taken = take_languages(text)
    assert taken.languages or taken.rest == text


def test_a_rhythm_and_a_language_stand_side_by_side(themes: Themes) -> None:
    found = read_digest("monthly on the 2nd tuesday 9:00 es", themes, HERE)
    assert found == DigestWanted(schedule=Schedule(MonthlyOnWeekday(2, 1), time(9), HERE), languages=(ES,))
