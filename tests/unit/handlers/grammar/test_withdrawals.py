"""Why something is taken back: whatever stands behind it, but for a day, where it should go instead."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.subjects import Remark
from handlers.grammar.withdrawals import Instead, read_withdrawal

READER = Reader(date(2027, 3, 3), day_first=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("M-1", None),
        ("M-1 please", None),
        ("M-1, por favor. Gracias", None),
        ("M-1 por falta de quórum", "falta de quórum"),
        ("M-1 por falta de quórum, por favor", "falta de quórum"),
        ("M-1 because of the strike", "the strike"),
        ("M-1 because", None),
        ("M-1 for lack of a room", "lack of a room"),
        ("M-1, no hay quórum", "no hay quórum"),
        ("M-1 no hay quórum el viernes 19", "no hay quórum el viernes 19"),
        ("M-1 because friday 19", "friday 19"),
        ("M-1 for now", "for now"),
        ("M-1 for the time being, please", "for the time being"),
        ("M-1 por ahora", "por ahora"),
        ("M-1 por hoy", "por hoy"),
        ("M-1, por el momento", "por el momento"),
        ("M-1 por la huelga", "la huelga"),
        ("M-1 quedamos sin sala", "quedamos sin sala"),
        ("M-1 hace una semana que no hay quórum", "hace una semana que no hay quórum"),
        ("M-1 because the change of friday is final", "the change of friday is final"),
        ("M-1 moved to another ministry", "moved to another ministry"),
        ("M-1 cambio de planes", "cambio de planes"),
        ("A-1 El puerto ya llamó", "El puerto ya llamó"),
        ("M-1 \u2014 no quorum", "no quorum"),
        ("M-1 (strike)", "strike"),
        ("M-1 no quorum (see N-3)", "no quorum (see N-3)"),
        ("M-1 strike on thursday, friday and monday", "strike on thursday, friday and monday"),
        ("M-1 no one can do it", "no one can do it"),
        ("M-1 let's do it properly", "let's do it properly"),
        ("M-1 nos vemos en el foro", "nos vemos en el foro"),
        ("M-1 jueves 25 es puente", "jueves 25 es puente"),
        ("M-1 the minister can't, we wait for the new one", "the minister can't, we wait for the new one"),
        (
            "M-1 no hay quórum y la norma se publica el viernes",
            "no hay quórum y la norma se publica el viernes",
        ),
    ],
)
def test_other_words_are_the_reason_without_courtesies_and_what_leads_to_it(
    text: str, reason: str | None
) -> None:
    read = read_withdrawal(text, READER)
    assert isinstance(read, Remark), read
    assert read.words == reason


@pytest.mark.parametrize(
    ("text", "code", "when"),
    [
        ("M-1 el viernes 19", ProblemCode.REASON_IS_DAY, "el viernes 19"),
        ("M-1 mejor el lunes 22 a las 10:00", ProblemCode.REASON_IS_DAY, "el lunes 22 a las 10:00"),
        ("A-1 friday", ProblemCode.REASON_IS_DAY, "friday"),
        ("A-1 next week", ProblemCode.REASON_IS_DAY, "next week"),
        ("M-1 y pasarla al lunes 22", ProblemCode.REASON_IS_MOVE, "al lunes 22"),
        ("M-1 and move it to monday, please", ProblemCode.REASON_IS_MOVE, "to monday"),
        ("M-1, reprogramar para el 22 de marzo", ProblemCode.REASON_IS_MOVE, "para el 22 de marzo"),
        ("M-1 and reschedule to march 22 10:00", ProblemCode.REASON_IS_MOVE, "to march 22 10:00"),
        ("M-1 pasado mañana", ProblemCode.REASON_IS_DAY, "pasado mañana"),
        ("M-1 se mueve al viernes 19", ProblemCode.REASON_IS_MOVE, "al viernes 19"),
        ("M-1, queda para el viernes 19", ProblemCode.REASON_IS_MOVE, "para el viernes 19"),
        ("M-1 se pospone una semana", ProblemCode.REASON_IS_MOVE, "una semana"),
        ("M-1 se pasa al lunes", ProblemCode.REASON_IS_MOVE, "al lunes"),
        ("M-1 porque se pasa al lunes 22", ProblemCode.REASON_IS_MOVE, "al lunes 22"),
        ("M-1 ya que la reunión se recorre al martes", ProblemCode.REASON_IS_MOVE, "al martes"),
        ("M-1 se pasa al lunes por el puente", ProblemCode.REASON_IS_MOVE, "al lunes"),
        ("M-1, nueva fecha: viernes 19", ProblemCode.REASON_IS_MOVE, "viernes 19"),
        ("M-1 it is moved to april 2", ProblemCode.REASON_IS_MOVE, "to april 2"),
        ("M-1, new date friday 19", ProblemCode.REASON_IS_MOVE, "friday 19"),
        ("M-1 \u2014 moved to friday", ProblemCode.REASON_IS_MOVE, "to friday"),
        ("M-1 \u2013 se pasa al viernes", ProblemCode.REASON_IS_MOVE, "al viernes"),
        ("M-1 (moved to friday)", ProblemCode.REASON_IS_MOVE, "to friday"),
        ("M-1 (se pasa al viernes)", ProblemCode.REASON_IS_MOVE, "al viernes"),
        ("M-1 no quorum (moved to friday)", ProblemCode.REASON_IS_MOVE, "to friday"),
        ("M-1 let's do friday", ProblemCode.REASON_IS_MOVE, "friday"),
        ("M-1 we'll meet on friday", ProblemCode.REASON_IS_MOVE, "on friday"),
        ("M-1 thursday won't work, friday instead", ProblemCode.REASON_IS_MOVE, "friday"),
        ("M-1 because thursday won't work, friday instead", ProblemCode.REASON_IS_MOVE, "friday"),
        ("M-1 thursday won't work \u2014 friday is better", ProblemCode.REASON_IS_MOVE, "friday"),
        ("M-1 nos vemos el viernes", ProblemCode.REASON_IS_MOVE, "el viernes"),
        ("M-1 no hay quórum, mejor el viernes", ProblemCode.REASON_IS_MOVE, "el viernes"),
        ("M-1 jueves 25 es puente y nos vemos el viernes 26", ProblemCode.REASON_IS_MOVE, "el viernes 26"),
        ("M-1 \u2014 friday", ProblemCode.REASON_IS_DAY, "friday"),
        (
            "M-1 moved to friday 19 at 4 because of the strike",
            ProblemCode.REASON_IS_MOVE,
            "to friday 19 at 4 because of the strike",
        ),
        ("M-1 because it was moved to monday 29", ProblemCode.REASON_IS_MOVE, "to monday 29"),
        ("M-1 it has been postponed by two weeks", ProblemCode.REASON_IS_MOVE, "by two weeks"),
    ],
)
def test_a_day_is_no_reason(text: str, code: ProblemCode, when: str) -> None:
    read = read_withdrawal(text, READER)
    assert isinstance(read, Instead), read
    assert (read.problem.code, read.when, read.remark.words) == (code, when, None)


def test_the_version_of_a_button_is_no_reason() -> None:
    read = read_withdrawal("A-7 v3", READER)
    assert isinstance(read, Remark)
    assert (read.version, read.words) == (3, None)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_asked_about(text: str) -> None:
    assert isinstance(read_withdrawal(f"M-1 {text}", READER), Remark | Instead | Problem)


@pytest.mark.parametrize("text", ["A-1, ya quedó el viernes", "A-1 porque ya quedó el lunes"])
def test_what_was_done_on_a_day_is_a_reason_and_no_move(text: str) -> None:
    assert isinstance(read_withdrawal(text, READER), Remark)


@pytest.mark.parametrize("text", ["M-1, ya quedó para el viernes", "M-1, quedó el viernes"])
def test_what_was_set_for_a_day_is_a_move(text: str) -> None:
    assert isinstance(read_withdrawal(text, READER), Instead)
