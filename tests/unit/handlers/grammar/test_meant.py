"""Lines without their verb are said anew with it, where only one thing can be meant."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.command import Utterance, parse
from handlers.grammar.meant import as_meant, reference_first
from tests.unit.handlers.material import GROUP

TODAY = date(2027, 3, 3)


def meant(line: str) -> tuple[str, str]:
    said = as_meant(parse(line), TODAY, GROUP.themes)
    return said.word, said.rest


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("R-6", "show", "R-6"),
        ("r6", "show", "R-6"),
        ("R-6 60%", "move", "R-6 60%"),
        ("R-6: 60 %", "move", "R-6 60 %"),
        ("R-6 accepted", "move", "R-6 accepted"),
        ("R-6 aprobada porque hay red", "move", "R-6 aprobada porque hay red"),
        ("R-6 hecho", "move", "R-6 hecho"),
        ("O-3 merged into O-2", "move", "O-3 merged into O-2"),
        ("A-7 done", "move", "A-7 done"),
        ("R-6 evidence", "show", "R-6 evidence"),
    ],
)
def test_a_reference_with_a_status_or_progress_behind_it_is_a_move(line: str, word: str, rest: str) -> None:
    assert meant(line) == (word, rest)


@pytest.mark.parametrize("line", ["R-6 is nice", "R-6 impl", "R-6 60", "M-1 friday", "A-7 @oem-us"])
def test_of_other_words_behind_a_reference_nobody_knows(line: str) -> None:
    assert meant(line) == tuple(line.split(maxsplit=1))
    assert reference_first(parse(line)) is not None


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("obstáculos", "listar", "obstáculos"),
        ("obstáculos abiertos", "listar", "obstáculos abiertos"),
        ("obstacles theme:talent", "list", "obstacles theme:talent"),
        ("recomendaciones", "listar", "recomendaciones"),
        ("Notes!", "list", "Notes!"),
        ("notas", "listar", "notas"),
        ("acciones mías", "listar", "acciones mías"),
        ("tasks", "list", "tasks"),
        ("evidencias", "listar", "evidencias"),
    ],
)
def test_a_plural_asks_for_the_list(line: str, word: str, rest: str) -> None:
    said, kept = meant(line)
    assert (said, kept.replace("!", "")) == (word, rest.replace("!", ""))


@pytest.mark.parametrize("line", ["obstacle Few", "nota Pocos", "meetings", "reuniones", "list notes", "x"])
def test_verbs_and_other_words_stay_what_they_are(line: str) -> None:
    assert as_meant(parse(line), TODAY) == parse(line)


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("move M-1 from thursday to friday", "meeting", "move M-1 from thursday to friday"),
        ("mover M-1 de las 10 a las 12", "reunión", "mover M-1 de las 10 a las 12"),
        ("postpone M-1 a week", "meeting", "postpone M-1 a week"),
        ("aplaza M-1 una semana", "reunión", "aplazar M-1 una semana"),
        ("adelantar M-1 al lunes", "reunión", "adelantar M-1 al lunes"),
        ("posponer M-1", "reunión", "posponer M-1"),
    ],
)
def test_a_meeting_is_moved_as_behind_the_verb_of_meetings(line: str, word: str, rest: str) -> None:
    assert meant(line) == (word, rest)


@pytest.mark.parametrize(
    "line", ["vencidas las licencias de CFE", "overdue permits hurt everybody", "vencida la norma"]
)
def test_a_sentence_about_what_is_overdue_asks_for_no_list(line: str) -> None:
    assert as_meant(parse(line), TODAY) == parse(line)


@pytest.mark.parametrize(
    "line", ["vencidas", "overdue", "vencidas mías", "overdue actions", "vencidas tema:talento"]
)
def test_what_is_overdue_is_listed(line: str) -> None:
    assert meant(line)[1] == line


@pytest.mark.parametrize(
    "line", ["move M-1 cancelled", "move M-1", "move R-1 agreed", "snooze M-1 friday", "postpone A-7 friday"]
)
def test_what_is_moved_or_put_off_otherwise_stays_with_its_verb(line: str) -> None:
    assert as_meant(parse(line), TODAY) == parse(line)


def test_who_is_named_stays_named() -> None:
    said = as_meant(parse("actions owner:<@U1|lead>"), TODAY)
    assert isinstance(said, Utterance)
    assert (said.raw, [one.id for one in said.people]) == ("actions owner:<@U1|lead>", ["U1"])


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("status of R-1", "show", "R-1"),
        ("status R-1?", "show", "R-1"),
        ("Status of the R-1", "show", "R-1"),
        ("estado de A-1", "ver", "A-1"),
        ("estado de la R-1", "ver", "R-1"),
        ("estatus R-1", "ver", "R-1"),
        ("my notes", "list", "notes mine"),
        ("mis recomendaciones", "listar", "recomendaciones míos"),
    ],
)
def test_what_is_asked_of_one_item_or_of_ones_own_is_shown(line: str, word: str, rest: str) -> None:
    assert meant(line) == (word, rest)


@pytest.mark.parametrize(
    "line",
    ["status infra", "status of R-1 and R-2", "estado", "mis pendientes", "my tasks", "mine", "my plant"],
)
def test_other_words_behind_these_verbs_are_theirs(line: str) -> None:
    word, _, rest = line.partition(" ")
    assert meant(line) == (word, rest)


def test_only_a_kind_without_its_verb_implies_it() -> None:
    assert as_meant(parse("notes about permits"), TODAY).implied
    assert not as_meant(parse("list notes about permits"), TODAY).implied


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("where do we stand?", "status", ""),
        ("Where do we stand on infrastructure?", "status", "infrastructure"),
        ("where are we with talent", "status", "talent"),
        ("how are we doing", "status", ""),
        ("¿Cómo vamos?", "estado", ""),
        ("cómo vamos en infraestructura", "estado", "infraestructura"),
        ("¿En qué vamos con proveedores?", "estado", "proveedores"),
        ("overdue", "list", "overdue"),
        ("overdue actions", "list", "overdue actions"),
        ("what is overdue?", "list", "overdue"),
        ("vencidas", "listar", "vencidas"),
        ("Vencidos?", "listar", "vencidos"),
        ("atrasadas de infraestructura", "listar", "atrasadas de infraestructura"),
        ("¿Qué está vencido?", "listar", "vencido"),
    ],
)
def test_the_product_s_own_headings_are_understood(line: str, word: str, rest: str) -> None:
    assert meant(line) == (word, rest)


@pytest.mark.parametrize(
    "line",
    ["where do they stand", "cómo vamos a pagar los nodos no se sabe", "where is the map", "Late arrivals"],
)
def test_other_questions_are_not_read_as_ours(line: str) -> None:
    assert meant(line) == tuple(line.split(maxsplit=1))
