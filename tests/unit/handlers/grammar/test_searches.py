"""What a search is asked for: words, beginnings, phrases, and filters behind their keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.group import Theme
from domain.reference import RecordKind, Reference, Series
from domain.search import WORDS_MAX, Phrase, Prefix, Query, Term, Word
from handlers.grammar.command import parse
from handlers.grammar.filters import Wanted
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.searches import TYPED_MAX, Search, read_search
from handlers.parts.limits import BUTTON_VALUE_MAX
from tests.fakes.setting import setting_with
from tests.unit.handlers.material import GROUP

Themes = tuple[Theme, ...]


def read(text: str, themes: Themes = ()) -> Search | Problem:
    return read_search(parse(f"find {text}"), setting_with(themes))


def said(line: str, themes: Themes = ()) -> Search | Problem:
    """What is understood when a button says its line."""
    return read_search(parse(line), setting_with(themes))


def terms(text: str, themes: Themes = ()) -> tuple[Term, ...]:
    search = read(text, themes)
    assert isinstance(search, Search), text
    return search.query.terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cargador", (Word("cargador"),)),
        ("estación de carga", (Word("estacion"), Word("carga"))),
        ("carga carga CARGA", (Word("carga"),)),
        ("bater*", (Prefix("bater"),)),
        ("Baterí* eléctrica", (Prefix("bateri"), Word("electrica"))),
        ("level 2 chargers", (Word("level"), Word("2"), Word("chargers"))),
        ("lithium-ion", (Phrase(("lithium", "ion")),)),
        ("co-oper*", (Word("co"), Prefix("oper"))),
        ("3.5 kW", (Phrase(("3", "5")), Word("kw"))),
        ("charger\u2019s don't", (Word("chargers"), Word("dont"))),
        ("mapa/censo,red;(norma)", (Word("mapa"), Word("censo"), Word("red"), Word("norma"))),
        ("cargo *teria", (Word("cargo"), Word("teria"))),
        ("-mapa +red ~vía", (Word("mapa"), Word("red"), Word("via"))),
        ("NOT near", (Word("not"), Word("near"))),
        ("niño y ñ", (Word("niño"),)),
        ("<@U12|lead-infra> carga", (Phrase(("lead", "infra")), Word("carga"))),
        ("decisions agreed mine", (Word("decisions"), Word("agreed"), Word("mine"))),
    ],
)
def test_words_and_beginnings_are_read(text: str, expected: tuple[Term, ...]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "quoted", ['"carga rápida"', "“carga rápida”", "«carga rápida»", "„carga rápida“", "'carga rápida'"]
)
def test_quotes_of_any_kind_make_a_phrase(quoted: str) -> None:
    phrase = Phrase(("carga", "rapida"))
    assert terms(quoted) == (phrase,)
    assert terms(f"red {quoted}, mapa") == (phrase, Word("red"), Word("mapa"))


def test_in_quotes_small_words_and_keys_are_words() -> None:
    assert terms('"de la"') == (Phrase(("de", "la")),)
    assert terms('"sobre tema: carga"') == (Phrase(("sobre", "tema", "carga")),)
    assert terms('"R-2"') == (Phrase(("r", "2")),)


def test_a_quote_that_does_not_end_is_passed_over() -> None:
    assert terms('"carga rápida') == (Word("carga"), Word("rapida"))
    assert terms('"" «» carga') == (Word("carga"),)


def test_filters_stand_behind_their_keys(themes: Themes) -> None:
    search = read(
        "carga tipo:obstáculos,notas theme: human capital estado:abierto by:<@U12|lead> before:40", themes
    )
    wanted = Wanted(
        kinds=frozenset({RecordKind.OBSTACLE, RecordKind.NOTE}),
        theme="human-capital",
        statuses=frozenset({"identified", "confirmed"}),
        author="U12",
        before=40,
    )
    assert search == Search(query=Query((Word("carga"),)), typed="carga", wanted=wanted)


def test_the_value_of_a_key_may_stand_in_quotes(themes: Themes) -> None:
    for text in (
        'tema:"capital humano" carga',
        'carga tema: "capital humano"',
        "carga tema:«capital humano»",
    ):
        search = read(text, themes)
        assert isinstance(search, Search)
        assert (search.query.terms, search.wanted.theme) == ((Word("carga"),), "human-capital")


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("carga theme:zzz", ProblemCode.THEME_UNKNOWN, "zzz"),
        ("carga kind:zzz", ProblemCode.KIND_UNKNOWN, "zzz"),
        ("carga kind:", ProblemCode.VALUE_MISSING, "kind:"),
        ("carga before:N-1", ProblemCode.SEARCH_WORD_UNKNOWN, "before:"),
        (
            "carga tipo:obstáculo estado:acordada",
            ProblemCode.FILTERS_CONTRADICT,
            "tipo:obstáculo + estado:acordada",
        ),
        ("carga by:lead-infra", ProblemCode.PERSON_UNKNOWN, "lead-infra"),
        ("theme:governance", ProblemCode.SEARCH_EMPTY, ""),
        ("de la", ProblemCode.SEARCH_EMPTY, ""),
        ("a b c", ProblemCode.SEARCH_EMPTY, ""),
        ("b*", ProblemCode.SEARCH_EMPTY, ""),
        ('?! … -- "" * 🔋 مرحبا', ProblemCode.SEARCH_EMPTY, ""),
        (" ".join(f"w{number}" for number in range(WORDS_MAX + 1)), ProblemCode.SEARCH_LONG, str(WORDS_MAX)),
        ('"' + "carga " * (WORDS_MAX + 1) + '"', ProblemCode.SEARCH_LONG, str(WORDS_MAX)),
        ("palabra.otra " * 3000, None, ""),
        (" ".join(f"w{number}" for number in range(8000)), ProblemCode.SEARCH_LONG, str(WORDS_MAX)),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_searched_is_a_problem(
    text: str, code: ProblemCode | None, word: str, themes: Themes
) -> None:
    found = read(text, themes)
    assert (found.code if isinstance(found, Problem) else None) is code
    assert not isinstance(found, Problem) or found.word == word


@pytest.mark.parametrize("text", ["R-2", "r2", "R 2", "R-002", "(r-2)", "R\u20132"])
def test_a_reference_is_known_as_one(text: str) -> None:
    search = read(text)
    assert isinstance(search, Search)
    assert search.reference == Reference(Series.RECOMMENDATION, 2)
    assert said(search.line()) == search


def test_a_reference_among_words_or_in_quotes_is_words() -> None:
    for text in ("R-2 mapa", '"R-2"', "R-2 R-3", "X-2"):
        search = read(text)
        assert isinstance(search, Search)
        assert search.reference is None


def test_a_search_too_long_to_repeat_is_repeated_by_its_words() -> None:
    search = read("carga " * 200 + "rápida «la red»")
    assert isinstance(search, Search)
    assert search.typed == '"la red" carga rapida'
    assert said(search.line()) == replace(search, wanted=Wanted())


PIECES = [
    '"', "'", "«", "»", "“", "”", "*", " ", "theme:", "tema: ", "kind:", "by:me", "status:agreed", "before:3",
    "carga", "rápida", "R-2", "r2", "-", ":", "&", "<", ">", "&amp;", "<@U1|lead>", "ñ", "\n", "(", ")", "de",
    "all", "human capital", "note", "infra", "before:", ",", "x" * 70, "\u200b", "\x00",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map("".join))
def test_the_line_of_any_search_is_read_as_the_same_search_and_fits_a_button(text: str) -> None:
    search = read(text, GROUP.themes)
    if isinstance(search, Search):
        assert said(search.line(), GROUP.themes) == replace(
            search, wanted=replace(search.wanted, before=None)
        )
        assert len(search.line(before=10**18)) < BUTTON_VALUE_MAX
        assert len(search.typed) <= TYPED_MAX or search.typed.isascii()
        wider = search.query.widened()
        if wider is not None:
            again = said(search.wider_line(wider), GROUP.themes)
            assert isinstance(again, Search)
            assert set(again.query.terms) == set(wider.terms)


def test_the_longest_search_with_every_filter_fits_a_button() -> None:
    words = " ".join(f"{number:02}{'x' * 70}*" for number in range(WORDS_MAX))
    everything = "status:recorded,withdrawn,proposed,in_progress,partially_implemented,not_implemented"
    search = read(f"{words} {everything} theme:talent by:<@U0123456789> owner:<@U0123456789>", GROUP.themes)
    assert isinstance(search, Search)
    assert len(search.line(before=10**18)) < BUTTON_VALUE_MAX
