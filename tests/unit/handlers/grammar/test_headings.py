"""Headings of a message: `Acuerdos:` over a list, several things in one line, and none."""

from __future__ import annotations

import pytest

from domain.language import Language
from handlers.grammar.problems import ProblemCode
from handlers.grammar.scribbles import read_lines

EN, ES = Language.ENGLISH, Language.SPANISH


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Actions:\n- @doe-us send census by friday\n- @oem-us call CFE",
            ["@doe-us send census by friday", "@oem-us call CFE"],
        ),
        (
            "Tasks:\n1. @doe-us send it\n   with maps\n2. @oem-us call",
            ["@doe-us send it\n   with maps", "@oem-us call"],
        ),
        (
            "Acuerdos:\n• usar la norma\n  - desde junio\n• censar",
            ["usar la norma\n  - desde junio", "censar"],
        ),
        ("Problemas:\n- no hay agua\n- ni luz", ["no hay agua", "ni luz"]),
        ("*Compromisos:*\n- enviar el censo\n- ninguno", ["enviar el censo"]),
        ("#acuerdos\n- usar la norma\n- censar", ["usar la norma", "censar"]),
        ("Acuerdos: dos\n- usar la norma\n- censar", ["dos\n- usar la norma\n- censar"]),
        ("Nota:\n- vino la CRE\n- vino CFE", ["- vino la CRE\n- vino CFE"]),
        ("Notas:\n> vino la CRE", ["> vino la CRE"]),
    ],
)
def test_below_a_heading_of_several_each_item_of_the_list_is_one(text: str, items: list[str]) -> None:
    found = read_lines(text)
    assert [each.text for each in found] == items
    assert not any(each.near for each in found)
    assert len({each.mark for each in found}) == len(items)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Actions: @doe-us send it; @oem-us call CFE", "Actions:"),
        ("Acción:\n- @doe-us enviar\n- @oem-us llamar", "Acción:"),
        ("#action @doe-us send it\n- @oem-us call", "#action"),
        ("Decisions: none. Actions: @doe-us call CFE", "Decisions:"),
        ("Acuerdos: usar la norma. Compromisos: censar", "Acuerdos:"),
        ("Nota: vino la CRE. Acuerdos: usar la norma", "Nota:"),
    ],
)
def test_several_things_in_one_line_are_not_taken_for_one(text: str, near: str) -> None:
    (found,) = read_lines(text)
    assert (found.near, found.why) == (near, ProblemCode.LINE_OF_SEVERAL)


@pytest.mark.parametrize(
    "text",
    [
        "Action: @doe-us @oem-us call CFE",
        "Action: @doe-us send it; CFE helps",
        "Note: CFE said so. Decision: we go",
        "Acuerdos: usar la norma; censar",
    ],
)
def test_one_thing_with_several_parts_stays_one(text: str) -> None:
    (found,) = read_lines(text)
    assert (found.near, found.text) == ("", text.split(": ", maxsplit=1)[1])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Acuerdos: los mismos", "decisión:"),
        ("Acuerdos: los mismos de la sesión pasada", "decisión:"),
        ("Decisiones: pendientes para la próxima", "decisión:"),
        ("Recommendations: see R-1", "recommend:"),
        ("Acciones: véase la minuta", "acción:"),
    ],
)
def test_a_heading_that_only_says_where_records_are_is_asked_about(text: str, meant: str) -> None:
    (found,) = read_lines(text)
    assert (found.near, found.meant, found.why) == (text, (meant,), ProblemCode.LINE_ELSEWHERE)
