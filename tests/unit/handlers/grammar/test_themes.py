"""Themes by key, name, alias and prefix; taken out of a text wherever they stand."""

import pytest

from domain.group import Theme
from domain.language import Language, Names
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.themes import (
    ThemeNamed,
    ThemeTaken,
    ThemeWords,
    read_theme,
    take_everything,
    take_theme,
)
from handlers.grammar.unread_themes import unread_theme

Themes = tuple[Theme, ...]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("infrastructure", "infrastructure"),
        ("Infraestructura", "infrastructure"),
        ("INFRA", "infrastructure"),
        ("infr", "infrastructure"),
        ("innovacion", "innovation"),
        ("innovación", "innovation"),
        ("capital humano", "human-capital"),
        ("human-capital", "human-capital"),
        ("hum", "human-capital"),
        ("talent", "human-capital"),
        ("prov", "suppliers"),
        ("gob", "governance"),
    ],
)
def test_a_theme_is_found_by_any_of_its_words(word: str, key: str, themes: Themes) -> None:
    assert read_theme(word, themes) == ThemeNamed(key)


@pytest.mark.parametrize(
    "words",
    [
        "de infraestructura",
        "of infrastructure",
        "de la infraestructura",
        "sobre infra",
        "del tema infraestructura",
    ],
)
def test_a_small_word_before_a_theme_is_none_of_it(words: str, themes: Themes) -> None:
    assert read_theme(words, themes) == ThemeNamed("infrastructure")
    assert read_theme("de todo", themes) == ThemeNamed(everything=True)


def test_a_prefix_of_two_themes_names_both(themes: Themes) -> None:
    found = read_theme("in", themes)

    assert found == Problem(ProblemCode.THEME_AMBIGUOUS, "in", ("Innovation", "Infrastructure"))


def test_two_themes_where_there_is_room_for_one_are_named(themes: Themes) -> None:
    found = read_theme("theme:infra tema: capital humano", themes)
    assert found == Problem(ProblemCode.FILTERS_CONTRADICT, "theme:infra + tema: capital humano")
    assert read_theme("theme:infra tema:infraestructura", themes) == ThemeNamed("infrastructure")
    wrong = read_theme("theme:infra theme:zzz", themes)
    assert isinstance(wrong, Problem)
    assert (wrong.code, wrong.word) == (ProblemCode.THEME_UNKNOWN, "zzz")


def test_all_themes_are_taken_out_of_a_text_unless_a_theme_is_called_so(themes: Themes) -> None:
    assert take_everything("upcoming theme:all", themes) == "upcoming"
    assert take_everything("upcoming theme:infra", themes) is None
    called_so = Theme("all", Names({Language.ENGLISH: "All"}))
    assert take_everything("theme:all", (*themes, called_so)) is None


def test_a_word_like_no_theme_comes_with_those_of_the_group(themes: Themes) -> None:
    for found in (read_theme("batteries", themes), take_theme("theme:batteries x", themes)):
        assert isinstance(found, Problem)
        assert found.suggestions == ()
        assert found.themes == tuple(theme.names for theme in themes)


def test_a_slip_is_met_with_the_theme(themes: Themes) -> None:
    found = read_theme("goverment", themes)

    assert isinstance(found, Problem)
    assert found.code is ProblemCode.THEME_UNKNOWN
    assert found.suggestions[0] == "Governance"


def test_two_themes_of_one_name_are_both_offered(themes: Themes) -> None:
    twin = Theme("twin", themes[0].names)
    found = read_theme("innovación", (*themes, twin))

    assert isinstance(found, Problem)
    assert found.code is ProblemCode.THEME_AMBIGUOUS


def test_the_key_of_a_theme_is_never_ambiguous() -> None:
    themes = (
        Theme("capital", Names({Language.ENGLISH: "Capital", Language.SPANISH: "Financiamiento"})),
        Theme("finance", Names({Language.ENGLISH: "Finance", Language.SPANISH: "Capital"})),
    )
    assert read_theme("theme:capital", themes) == ThemeNamed("capital")
    assert take_theme("A text theme:capital", themes) == ThemeTaken("A text", "capital")


@pytest.mark.parametrize(
    ("text", "rest", "key"),
    [
        ("build a map theme:infra", "build a map", "infrastructure"),
        ("theme:infra build a map", "build a map", "infrastructure"),
        ("build theme:infra a map", "build a map", "infrastructure"),
        ("build a map theme:infra.", "build a map.", "infrastructure"),
        ("We met 42 firms. Theme: infra.", "We met 42 firms.", "infrastructure"),
        ("Fuimos a 42 empresas. Tema: infraestructura.", "Fuimos a 42 empresas.", "infrastructure"),
        ("Who pays? theme:infra.", "Who pays?", "infrastructure"),
        ("un mapa tema:infraestructura nacional", "un mapa nacional", "infrastructure"),
        ("un mapa tema: Capital Humano", "un mapa", "human-capital"),
        ("un mapa tema:capital humano ya", "un mapa ya", "human-capital"),
        ("a map theme:“human capital” now", "a map now", "human-capital"),
        ("a map theme:'human capital' now", "a map now", "human-capital"),
        ("a map THEME:TALENT", "a map", "human-capital"),
        ("a map\u00a0theme:infra", "a map", "infrastructure"),
        ("one\ntheme:infra\ntwo", "one\ntwo", "infrastructure"),
        ("one  two\n\n  three theme:infra", "one  two\n\n  three", "infrastructure"),
        ("theme:infra", "", "infrastructure"),
        ("no pair here", "no pair here", None),
        ("", "", None),
        ("on the theme: nothing new", "on the theme: nothing new", None),
        ("by theme:\n- one", "by theme:\n- one", None),
        ("a subtheme:infra", "a subtheme:infra", None),
        ("see http://theme:infra", "see http://theme:infra", None),
        ("the theme: infra of roads", "the theme: infra of roads", None),
    ],
)
def test_a_theme_is_taken_out_of_the_text(text: str, rest: str, key: str | None, themes: Themes) -> None:
    assert take_theme(text, themes) == ThemeTaken(rest, key)


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("a map theme:zzz", ProblemCode.THEME_UNKNOWN, "zzz"),
        ("a map theme:in", ProblemCode.THEME_AMBIGUOUS, "in"),
        ("a map theme:", ProblemCode.VALUE_MISSING, "theme:"),
        ('a map theme:"zzz yyy"', ProblemCode.THEME_UNKNOWN, "zzz yyy"),
    ],
)
def test_a_wrong_theme_is_a_problem_with_its_word(
    text: str, code: ProblemCode, word: str, themes: Themes
) -> None:
    taken = take_theme(text, themes)

    assert isinstance(taken, Problem)
    assert (taken.code, taken.word) == (code, word)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", ThemeNamed()),
        ("  ", ThemeNamed()),
        ("infra", ThemeNamed("infrastructure")),
        ("theme:infra", ThemeNamed("infrastructure")),
        ("tema: capital humano", ThemeNamed("human-capital")),
        ("“Human capital”", ThemeNamed("human-capital")),
        ("all", ThemeNamed(everything=True)),
        ("theme:all", ThemeNamed(everything=True)),
        ("todos los temas", ThemeNamed(everything=True)),
    ],
)
def test_a_text_that_is_a_theme_is_read(text: str, named: ThemeNamed, themes: Themes) -> None:
    assert read_theme(text, themes) == named


def test_a_text_that_is_no_theme_is_a_problem(themes: Themes) -> None:
    assert read_theme("theme:", themes) == Problem(ProblemCode.VALUE_MISSING, "theme:")
    assert read_theme("goverment", themes) == Problem(ProblemCode.THEME_UNKNOWN, "goverment", ("Governance",))


def test_a_long_wrong_word_is_repeated_only_in_part(themes: Themes) -> None:
    problem = read_theme("z" * 3000, themes)

    assert isinstance(problem, Problem)
    assert problem.word == "z" * 59 + "…"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Falta carga bidireccional tema gobernanza", "tema gobernanza"),
        ("Chargers are few, theme governance", "theme governance"),
        ("Chargers are few (theme human capital)", "theme human capital"),
        ("Falta carga, tema: talento", "tema: talento"),
        ("Falta carga. Tema: baterías.", "Tema: baterías"),
        ("Falta carga tema gobernanza\n- en Laredo", "tema gobernanza"),
    ],
)
def test_a_theme_that_was_not_read_is_told(text: str, told: str, themes: Themes) -> None:
    assert unread_theme(text, ThemeWords(themes)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Falta una norma sobre el tema gobernanza",
        "Every theme needs a lead",
        "El tema es urgente",
        "Se trata de un tema delicado",
        "Hay que ver ese tema: la norma",
        "Theme parks need governance",
        "Governance is a theme",
        "They said: theme: governance is slow",
        "The theme: suppliers cannot find labs",
        "El tema: faltan técnicos",
    ],
)
def test_words_about_themes_are_words(text: str, themes: Themes) -> None:
    assert unread_theme(text, ThemeWords(themes)) == ""
