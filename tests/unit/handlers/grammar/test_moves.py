"""What a move is asked for, as people write it."""

from __future__ import annotations

import pytest

from domain.language import Language
from domain.reference import Reference
from handlers.grammar.moves import DIRECTION_MAX, MoveWanted, read_move
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.subjects import Remark, read_remark

EN, ES = Language.ENGLISH, Language.SPANISH


def wanted(reference: str, **asked: object) -> MoveWanted:
    return MoveWanted(reference=Reference.parse(reference), **asked)  # type: ignore[arg-type]  # as in each row


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("R-2 under review", wanted("R-2", to="under_review")),
        ("r2 to under-review", wanted("R-2", to="under_review")),
        ("R-2: en revisión", wanted("R-2", to="under_review")),
        ("la R-2 pasa a acordada", wanted("R-2", to="agreed")),
        ("R-2 in progress 40%", wanted("R-2", to="in_progress", progress=40)),
        ("R-2 in progress at 40 %", wanted("R-2", to="in_progress", progress=40)),
        ("R-2 a en curso con 40 por ciento", wanted("R-2", to="in_progress", progress=40)),
        ("R-2 40%", wanted("R-2", progress=40)),
        ("R-2 140%", wanted("R-2", progress=140)),
        (
            "R-2 in progress 40% because the tender (50% of it) is out",
            wanted("R-2", to="in_progress", progress=40, reason="the tender (50% of it) is out"),
        ),
        (
            "R-2 no implementada porque no hay presupuesto",
            wanted("R-2", to="not_implemented", reason="no hay presupuesto"),
        ),
        ("R-2 not implemented: no budget", wanted("R-2", to="not_implemented", reason="no budget")),
        ("R-2 not implemented — no budget", wanted("R-2", to="not_implemented", reason="no budget")),
        ("O-3 dropped (because nobody asked)", wanted("O-3", to="dropped", reason="nobody asked")),
        ("O-3 dropped", wanted("O-3", to="dropped")),
        ("O-3 descartado, motivo: ya no aplica", wanted("O-3", to="dropped", reason="ya no aplica")),
        ("O-3 merged into O-2", wanted("O-3", to="merged", successor=Reference.parse("O-2"))),
        ("O-3 fusionado con el O-2.", wanted("O-3", to="merged", successor=Reference.parse("O-2"))),
        (
            "R-2 superseded by R-5 because one is enough",
            wanted("R-2", to="superseded", successor=Reference.parse("R-5"), reason="one is enough"),
        ),
        ("R-2 sustituida por R-5", wanted("R-2", to="superseded", successor=Reference.parse("R-5"))),
        ("R-2 reopen because there is new data", wanted("R-2", reopen=True, reason="there is new data")),
        ("R-2 reabrir", wanted("R-2", reopen=True)),
        ("R-2 abrir de nuevo", wanted("R-2", reopen=True)),
        ("A-7 open", wanted("A-7", reopen=True)),
        ("A-7 abierta", wanted("A-7", reopen=True)),
        ("A-7 done", wanted("A-7", to="done")),
        ("A-7 hecha", wanted("A-7", to="done")),
        ("A-7 descartada", wanted("A-7", to="dropped")),
        ("N-1 withdrawn", wanted("N-1", to="withdrawn")),
        ("R-2 agreed v3", wanted("R-2", to="agreed", version=3)),
        ("R-2 agreed because of v3", wanted("R-2", to="agreed", reason="v3")),
        ("R-2 agreed because", wanted("R-2", to="agreed")),
        ("R-13 under way", wanted("R-13", to="in_progress")),
        ("R-13 en marcha", wanted("R-13", to="in_progress")),
    ],
)
def test_a_move_is_read_in_both_languages(text: str, move: MoveWanted) -> None:
    assert read_move(text, EN) == read_move(text, ES) == move


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ProblemCode.REFERENCE_MISSING),
        ("in progress", ProblemCode.REFERENCE_MISSING),
        ("X-2 agreed", ProblemCode.REFERENCE_MISSING),
        ("R-2", ProblemCode.STATUS_MISSING),
        ("R-2 because of rain", ProblemCode.STATUS_MISSING),
        ("R-2, R-3 agreed", ProblemCode.REFERENCE_SEVERAL),
        ("R-2 and R-3 agreed", ProblemCode.REFERENCE_SEVERAL),
        ("R-2 resolved", ProblemCode.STATUS_OF_OTHER_KIND),
        ("A-7 agreed", ProblemCode.STATUS_OF_OTHER_KIND),
        ("R-2 open", ProblemCode.STATUS_OF_OTHER_KIND),
        ("R-2 somewhere nicer", ProblemCode.STATUS_OF_OTHER_KIND),
        ("R-2 agreeed", ProblemCode.STATUS_UNKNOWN),
        (f"R-2 {'agreed ' * DIRECTION_MAX}", ProblemCode.STATUS_OF_OTHER_KIND),
    ],
)
def test_what_is_no_move_is_a_problem(text: str, code: ProblemCode) -> None:
    found = read_move(text, EN)
    assert isinstance(found, Problem)
    assert found.code is code


def test_the_statuses_of_the_kind_are_offered_in_the_readers_language() -> None:
    found = {language: read_move("O-3 agreed", language) for language in Language}
    assert [problem.suggestions for problem in found.values() if isinstance(problem, Problem)] == [
        ("identified", "confirmed", "resolved", "dropped", "merged", "withdrawn"),
        ("identificado", "confirmado", "resuelto", "descartado", "fusionado", "retirado"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "version"),
    [
        ("R-2", None, None),
        ("R-2 because it is done", "it is done", None),
        ("R-2: I like it because it works", "I like it because it works", None),
        ("R-2 v3", None, 3),
        ("R-2 v3 is out", "v3 is out", None),
        ("R-2 porque sí", "sí", None),
    ],
)
def test_what_stands_behind_a_reference_is_a_remark(
    text: str, words: str | None, version: int | None
) -> None:
    assert read_remark(text) == Remark(reference=Reference.parse("R-2"), words=words, version=version)


@pytest.mark.parametrize("words", ["R-1 60", "R-1 to 60"])
def test_a_number_alone_is_met_with_the_percentage_to_type(words: str) -> None:
    found = read_move(words, ES)
    assert isinstance(found, Problem)
    assert found.suggestions[0] == "60%"


def test_a_meeting_has_statuses_of_its_own_names_and_they_are_read() -> None:
    found = read_move("M-1 xyz", ES)
    assert isinstance(found, Problem)
    assert found.suggestions == ("programada", "abierta", "cerrada", "cancelada")
    for word, to in (("cerrada", "closed"), ("cancelada", "withdrawn"), ("cancelled", "withdrawn")):
        assert read_move(f"M-1 {word}", ES) == wanted("M-1", to=to)
