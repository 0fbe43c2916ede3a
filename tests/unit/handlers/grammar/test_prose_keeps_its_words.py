"""A pair with a space behind its colon counts at the edges of a text alone: within it, it is a sentence."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.evidence import EvidenceSort
from handlers.grammar.amendments import take_amendment
from handlers.grammar.arrangements import take_mode
from handlers.grammar.dates.rules import Reader
from handlers.grammar.evidence import EvidenceWanted, read_evidence
from handlers.grammar.problems import Problem
from handlers.grammar.tails import tail_of_records
from handlers.grammar.themes import ThemeTaken, take_theme
from handlers.words.slack_text import Mention
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.lists import Themes

PROSE = "el tema de la red is not the only one, y formación: en todo el país for by a:b"
words = st.lists(st.sampled_from(PROSE.split()), max_size=6)
pairs = st.sampled_from(["theme: infra", "tema: capital humano", "theme:infra", "tema:talent"])
PEOPLE = (Mention("U1", "@lead-infra"),)


def counted(text: str) -> Counter[str]:
    return Counter(word.strip(",;.") for word in text.split() if word.strip(",;."))


@pytest.mark.parametrize(
    "text",
    [
        "the theme: infrastructure is not the only one",
        "El tema: capital humano es urgente",
        "the theme: talent in Mexico severity:high",
        "One line\nof the theme: infra and more\nand the end",
        "Theme: talent of drivers is scarce",
        "Tema: infraestructura y puertos",
        "Tema: capital humano sin crédito",
        "Theme: talent is what we lack",
        "Our theme: talent",
        "El nuevo tema: capital humano",
        "Se habló del tema: infraestructura.",
        "Our next theme: talent\n- in the north",
    ],
)
def test_a_theme_within_a_sentence_stays_where_a_space_follows_its_colon(text: str, themes: Themes) -> None:
    assert take_theme(text, themes) == ThemeTaken(text, None)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("theme: talent Chargers", "Chargers"),
        ("Chargers theme: talent", "Chargers"),
        ("Chargers, tema: capital humano.", "Chargers."),
        ("Chargers theme: talent severity:high", "Chargers severity:high"),
        ("Tema: capital humano. Se habló de puertos", "Se habló de puertos"),
        ("Tema: capital humano, se pide un comité", "se pide un comité"),
        ("Theme: talent: drivers are few", "drivers are few"),
        ("Tema: capital humano \u2013 faltan choferes", "faltan choferes"),
        ("tema:talent. Se habló de puertos", "Se habló de puertos"),
        ("theme: talent\n- one\n- two", "- one\n- two"),
        ("theme: talent for O-3", "for O-3"),
        ("theme: talent para @lead-infra: faltan choferes", "para @lead-infra: faltan choferes"),
        ("Chargers theme: talent for O-3", "Chargers for O-3"),
        ("Chargers theme: talent owner:@lead-infra due friday", "Chargers owner:@lead-infra due friday"),
        ("Chargers theme: talent\n- in the north", "Chargers\n- in the north"),
        ("the theme:talent of today", "the of today"),
    ],
)
def test_a_theme_at_the_edge_of_a_text_is_taken_also_behind_a_space(
    text: str, rest: str, themes: Themes
) -> None:
    tail = tail_of_records(PEOPLE, setting_with(themes))
    assert take_theme(text, themes, tail) == ThemeTaken(rest, "human-capital")


@given(words, pairs, words)
@example(["the"], "theme: infra", ["is", "not"])
@example([], "theme: infra", ["is", "not"])
def test_what_is_recorded_and_the_pair_that_is_taken_are_all_that_was_typed(
    themes: Themes, before: list[str], pair: str, after: list[str]
) -> None:
    line = " ".join([*before, pair, *after])
    taken = take_theme(line, themes)
    assert isinstance(taken, ThemeTaken)
    gone = counted(line) - counted(taken.rest)
    assert counted(taken.rest) - counted(line) == Counter()
    assert gone == (Counter() if taken.theme is None else counted(pair))
    if ": " in pair and before and after:
        assert taken == ThemeTaken(line, None)


@pytest.mark.parametrize(
    ("text", "title", "sort"),
    [
        ("Nuevo tipo: programa de becas", "Nuevo tipo: programa de becas", EvidenceSort.SOURCE),
        ("What kind: source of power", "What kind: source of power", EvidenceSort.SOURCE),
        ("Censo tipo: programa", "Censo", EvidenceSort.PROGRAMME),
        ("kind: programme Census", "Census", EvidenceSort.PROGRAMME),
        ("A new kind:programme of grants", "A new of grants", EvidenceSort.PROGRAMME),
    ],
)
def test_a_kind_within_a_title_stays_where_a_space_follows_its_colon(
    text: str, title: str, sort: EvidenceSort
) -> None:
    read = read_evidence(text)
    assert isinstance(read, EvidenceWanted)
    assert (read.title, read.sort) == (title, sort)


@pytest.mark.parametrize("text", ["The mode: hybrid is best", "Sobre el modo: virtual y sus costos"])
def test_how_people_take_part_within_an_agenda_stays(text: str) -> None:
    assert take_mode(text) == (None, text)


def test_a_date_within_a_correction_is_prose_and_moves_no_meeting() -> None:
    reader = Reader(today=date(2027, 3, 3), day_first=False)
    for text in ("Fix the date: friday 10:00 of the launch", "Decide when: nobody knows"):
        taken = take_amendment(text, reader, "UTC")
        assert not isinstance(taken, Problem)
        assert (taken.arrangement, taken.rest) == (None, text)
