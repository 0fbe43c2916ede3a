"""Lines of a thread that begin nearly as a mark does, behind emoji and numbers, and under other headings."""

from __future__ import annotations

import pytest

from domain.reference import RecordKind
from handlers.grammar.scribbles import may_be_marked, read_lines


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (":memo: note: CFE came", RecordKind.NOTE, "CFE came"),
        ("\U0001f4dd Nota: CFE vino", RecordKind.NOTE, "CFE vino"),
        ("\u2705 *Decision:* publish", RecordKind.DECISION, "publish"),
        (":white_check_mark: :tada: Acuerdo: publicar", RecordKind.DECISION, "publicar"),
        ("1.- Acuerdo: publicar", RecordKind.DECISION, "publicar"),
        ("a) Acuerdo: publicar", RecordKind.DECISION, "publicar"),
    ],
)
def test_a_mark_may_stand_behind_emoji_and_numerals(text: str, kind: RecordKind, said: str) -> None:
    assert may_be_marked(text)
    (line,) = read_lines(text)
    assert (line.kind, line.text, line.near) == (kind, said, "")


@pytest.mark.parametrize(
    "text",
    [
        "Acuerdos:\n1.- Publicar\n2.- Capacitar",
        "Acuerdos:\na) Publicar\nb) Capacitar",
    ],
)
def test_lists_are_numbered_as_people_number_them(text: str) -> None:
    assert [line.text for line in read_lines(text)] == ["Publicar", "Capacitar"]


@pytest.mark.parametrize(
    ("text", "near", "meant"),
    [
        ("Tarea de @lead: mapa", "Tarea de @lead:", "tarea:"),
        ("Compromiso (@lead): mapa", "Compromiso (@lead):", "compromiso:"),
        ("Action @lead: call CFE", "Action @lead:", "action:"),
        ("Action for @lead: call CFE", "Action for @lead:", "action:"),
        ("Acción (viernes): llamar", "Acción (viernes):", "acción:"),
        ("Action required: call CFE", "Action required:", "action:"),
        ("Nota importante: traer cable", "Nota importante:", "nota:"),
        ("Acuerdo 1. Publicar", "Acuerdo 1.", "acuerdo:"),
        ("Acuerdo.- Publicar", "Acuerdo.-", "acuerdo:"),
        ("Acuerdos de la sesión:\n- Publicar", "Acuerdos de la sesión:", "acuerdos:"),
        ("Decisions made:\n- Publish", "Decisions made:", "decisions:"),
        ("*Acciones*\n• llamar a CFE", "Acciones", "Acciones:"),
        ("ACUERDOS\n1.- Publicar", "ACUERDOS", "ACUERDOS:"),
        ("Action items\n- call CFE", "Action items", "Action items:"),
    ],
)
def test_what_is_nearly_a_mark_is_asked_about(text: str, near: str, meant: str) -> None:
    assert may_be_marked(text)
    (line,) = read_lines(text)
    assert (line.near, line.meant) == (near, (meant,))


@pytest.mark.parametrize(
    "text",
    [
        "Nota de la CRE: vino",
        "Problem with the ramp: closed",
        "Note that this is fine: yes",
        "Nota 12.5 MW: bien",
        "Notas sin lista",
        "Actions\ncall CFE",
        "Nota\n- una lista",
        "Actions speak louder:\n- x",
        "\u00bfNota: x",
        "at 10:memo: note: x",
    ],
)
def test_sentences_are_nobody_s_business(text: str) -> None:
    assert read_lines(text) == ()
