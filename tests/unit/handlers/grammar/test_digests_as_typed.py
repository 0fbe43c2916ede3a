"""Lines about digests as people type them who never read how: the number first, themes by name, slips."""

from __future__ import annotations

from datetime import time

import pytest

from domain.group import Theme
from domain.language import Language
from domain.recurrence import Weekly
from domain.schedule import Schedule
from handlers.desk.excuses import problem_text
from handlers.grammar.digest_orders import order_on
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import (
    DigestAction,
    DigestEdit,
    DigestOrder,
    DigestWanted,
    read_digest,
    says_order,
)
from tests.fakes.setting import setting_with
from tests.unit.handlers.material import WORDS

HERE = "America/Mexico_City"
MON, FRI = 0, 4
Themes = tuple[Theme, ...]


def _read(
    text: str, themes: Themes, language: Language = Language.SPANISH
) -> DigestWanted | DigestOrder | DigestEdit | Problem:
    return read_digest(text, themes, HERE, setting_with(themes, language))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("D-7", DigestOrder(DigestAction.LIST, 7)),
        ("d7 pausar", DigestOrder(DigestAction.PAUSE, 7)),
        ("D-7 vista previa", DigestOrder(DigestAction.PREVIEW, 7)),
        ("D-7 no omitir", DigestOrder(DigestAction.UNSKIP, 7)),
        ("#7 stop", DigestOrder(DigestAction.STOP, 7)),
    ],
)
def test_the_digest_may_be_named_before_what_is_to_be_done_with_it(
    text: str, order: DigestOrder, themes: Themes
) -> None:
    assert _read(text, themes) == order
    assert says_order(text)


@pytest.mark.parametrize("text", ["D-7 viernes 10:00", "editar 47 viernes 10:00", "edit D-7 fri 10:00"])
def test_what_stands_behind_a_digest_alone_is_what_is_to_be_different(text: str, themes: Themes) -> None:
    found = _read(text, themes)
    assert isinstance(found, DigestEdit)
    assert (found.number, found.said.days, found.said.at) == (
        47 if "47" in text else 7,
        frozenset({FRI}),
        time(10),
    )
    assert not says_order(text)


@pytest.mark.parametrize(
    ("word", "words", "order"),
    [
        ("D-7", "", (DigestAction.LIST, 7, "")),
        ("D-7", "pausa", (DigestAction.PAUSE, 7, "")),
        ("D-7", "viernes 10:00", (DigestAction.EDIT, 7, "viernes 10:00")),
        ("edit", "D-7 10:00", (DigestAction.EDIT, 7, "10:00")),
        ("ver", "D-7", (DigestAction.LIST, 7, "")),
        ("silenciar", "D-7", (DigestAction.MUTE, 7, "")),
        ("unmute", "D-7", (DigestAction.RESUME, 7, "")),
        ("delete", "D-7", (DigestAction.STOP, 7, "")),
    ],
)
def test_a_digest_is_known_by_its_reference_without_the_verb(
    word: str, words: str, order: tuple[DigestAction, int, str]
) -> None:
    assert order_on(word, words) == order


@pytest.mark.parametrize(
    ("word", "words"), [("edit", "R-7 10:00"), ("stop", "D-7 please do"), ("seven", "D-7"), ("A-7", "pausa")]
)
def test_other_words_and_other_items_are_no_order(word: str, words: str) -> None:
    assert order_on(word, words) is None


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("lunes 9:00 de infraestructura", ("infrastructure",)),
        ("lunes 9:00 solo infra", ("infrastructure",)),
        ("lunes 9:00 sobre capital humano", ("human-capital",)),
        ("lunes y jueves 9:00 solo capital humano sin semanas vacías", ("human-capital",)),
        ("mon 9 governance", ("governance",)),
        ("mon 9 about the human capital", ("human-capital",)),
    ],
)
def test_a_theme_needs_no_key_where_nothing_else_has_its_name(
    text: str, keys: tuple[str, ...], themes: Themes
) -> None:
    found = _read(text, themes)
    assert isinstance(found, DigestWanted)
    assert (found.covered.themes, found.schedule.zone) == (keys, HERE)


@pytest.mark.parametrize("text", ["lunes 9:00 Guadalajarra", "lunes 9:00 de cocina"])
def test_what_is_neither_a_theme_nor_a_place_is_still_asked_about(text: str, themes: Themes) -> None:
    found = _read(text, themes)
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.ZONE_UNKNOWN


@pytest.mark.parametrize(
    "text",
    ["lunes 9:00 mío", "viernes 9:00 solo mis asuntos", "lunes 9 mis pendientes", "mon 9 only my items"],
)
def test_what_is_ones_own_has_more_names_than_mine(text: str, themes: Themes) -> None:
    found = _read(text, themes)
    assert isinstance(found, DigestWanted)
    assert found.covered.mine


@pytest.mark.parametrize("text", ["lunes 9 solo mis temas", "mon 9 only my themes"])
def test_only_my_themes_is_what_the_button_of_that_name_shows(text: str, themes: Themes) -> None:
    found = _read(text, themes)
    assert isinstance(found, DigestWanted)
    assert found.covered.for_me


@pytest.mark.parametrize(
    "text",
    [
        "lunes 9:00 sin semanas vacías",
        "lunes 9:00 solo si hay novedades",
        "mon 9 only when there is news",
        "mon 9 no quiet weeks",
    ],
)
def test_quiet_weeks_are_left_out_in_many_words(text: str, themes: Themes) -> None:
    found = _read(text, themes)
    assert isinstance(found, DigestWanted)
    assert found.skip_quiet


@pytest.mark.parametrize(
    "text",
    ["edit D-7 don\u2019t skip quiet weeks", "D-7 no omitir semanas sin novedades", "edit D-7 keep quiet"],
)
def test_quiet_weeks_are_told_again_in_as_many(text: str, themes: Themes) -> None:
    found = _read(text, themes)
    assert isinstance(found, DigestEdit)
    assert found.said.skip_quiet is False


def test_days_are_joined_with_an_ampersand_too(themes: Themes) -> None:
    found = _read("mon & fri 9:00am", themes)
    assert isinstance(found, DigestWanted)
    assert found.schedule == Schedule(Weekly(frozenset({MON, FRI})), time(9), HERE)


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("lunnes 9:00", Language.SPANISH, "¿Quiso decir lunes?"),
        ("munday 9", Language.ENGLISH, "Did you mean Monday or Sunday?"),
    ],
)
def test_a_slip_in_the_day_is_asked_about(text: str, language: Language, meant: str, themes: Themes) -> None:
    found = _read(text, themes, language)
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.DAY_MISSING
    assert meant in problem_text(WORDS.for_language(language), found)


@pytest.mark.parametrize("text", ["hourly", "every hour", "cada hora", "cada 2 horas"])
def test_a_digest_is_no_hourly_one(text: str, themes: Themes) -> None:
    found = _read(text, themes)
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.RHYTHM_UNKNOWN
