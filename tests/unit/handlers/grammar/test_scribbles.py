"""Lines of a message that are to be recorded."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.headings import says_nothing
from handlers.grammar.scribbles import may_be_marked, read_lines
from handlers.words.slack_text import decode
from tests.unwatched import processor_seconds

EN, ES = Language.ENGLISH, Language.SPANISH

MARKED = [
    ("#note said", RecordKind.NOTE, "said", EN),
    ("note: said", RecordKind.NOTE, "said", EN),
    ("  - #decision: agreed", RecordKind.DECISION, "agreed", None),
    ("#nota dicho", RecordKind.NOTE, "dicho", ES),
    ("Nota: dicho", RecordKind.NOTE, "dicho", ES),
    ("#decisión acordado", RecordKind.DECISION, "acordado", ES),
    ("decision: acordado", RecordKind.DECISION, "acordado", None),
    ("acuerdo: primero el censo", RecordKind.DECISION, "primero el censo", ES),
    ("#opportunity two labs", RecordKind.OPPORTUNITY, "two labs", EN),
    ("oportunidad: dos laboratorios", RecordKind.OPPORTUNITY, "dos laboratorios", ES),
    ("#obstacle no map", RecordKind.OBSTACLE, "no map", EN),
    ("#obstaculo sin mapa", RecordKind.OBSTACLE, "sin mapa", ES),
    ("#recommend publish a map", RecordKind.RECOMMENDATION, "publish a map", EN),
    ("Recomendación: publicar", RecordKind.RECOMMENDATION, "publicar", ES),
    ("#action send it", RecordKind.ACTION, "send it", EN),
    ("acción\uff1a enviar", RecordKind.ACTION, "enviar", ES),
    ("#note", RecordKind.NOTE, "", EN),
    ("#note …", RecordKind.NOTE, "", EN),
    ("nota: ...", RecordKind.NOTE, "", ES),
    ("#notas de ayer", RecordKind.NOTE, "de ayer", ES),
    ("#obstaculos falta luz", RecordKind.OBSTACLE, "falta luz", ES),
    ("#acuerdos primero el censo", RecordKind.DECISION, "primero el censo", ES),
    ("#tasks send it", RecordKind.ACTION, "send it", EN),
    ("#compromiso enviar", RecordKind.ACTION, "enviar", ES),
    ("compromiso: enviar", RecordKind.ACTION, "enviar", ES),
    ("propose: a map", RecordKind.RECOMMENDATION, "a map", EN),
    ("*#note bold*", RecordKind.NOTE, "bold", EN),
    ("_#nota dicho_", RecordKind.NOTE, "dicho", ES),
    ("~note: said~ ", RecordKind.NOTE, "said", EN),
    ("*_#note said_*", RecordKind.NOTE, "said", EN),
    ("**#note said**", RecordKind.NOTE, "said", EN),
    ("• *#note said*", RecordKind.NOTE, "said", EN),
    ("* _#note said_", RecordKind.NOTE, "said", EN),
    ("*#note bold", RecordKind.NOTE, "bold", EN),
    ("* #note with *emphasis*", RecordKind.NOTE, "with *emphasis*", EN),
    ("#note *bold*", RecordKind.NOTE, "*bold*", EN),
    ("#note snake_case_", RecordKind.NOTE, "snake_case_", EN),
    ("_#note of snake_case_", RecordKind.NOTE, "of snake_case", EN),
    ("*Note:* said", RecordKind.NOTE, "said", EN),
    ("*note*: said", RecordKind.NOTE, "said", EN),
    ("_#note_ said", RecordKind.NOTE, "said", EN),
    ("Acuerdos: usar la NOM-003", RecordKind.DECISION, "usar la NOM-003", ES),
    ("Acuerdo:\n- usar la NOM-003\n- censar", RecordKind.DECISION, "- usar la NOM-003\n- censar", ES),
    ("Decisiones:\n1. usar la NOM-003", RecordKind.DECISION, "usar la NOM-003", ES),
    ("*Actions:*\n- send it", RecordKind.ACTION, "send it", EN),
    ("#problema no hay luz", RecordKind.OBSTACLE, "no hay luz", ES),
    ("problem: no power", RecordKind.OBSTACLE, "no power", EN),
    ("Notas: vino la CRE", RecordKind.NOTE, "vino la CRE", ES),
    ("compromisos: enviar", RecordKind.ACTION, "enviar", ES),
    ("obstáculos: no se publicó la norma", RecordKind.OBSTACLE, "no se publicó la norma", ES),
    ("1. nota: dicho", RecordKind.NOTE, "dicho", ES),
    ("12) note: said", RecordKind.NOTE, "said", EN),
    ("Nota : dicho", RecordKind.NOTE, "dicho", ES),
    ("*Nota* : dicho", RecordKind.NOTE, "dicho", ES),
    ("Action item: send it", RecordKind.ACTION, "send it", EN),
    ("Action Items:\n- send it", RecordKind.ACTION, "send it", EN),
    ("Problemas: no hay agua", RecordKind.OBSTACLE, "no hay agua", ES),
    ("Obstáculos: sin agua en Puebla", RecordKind.OBSTACLE, "sin agua en Puebla", ES),
    ("Obstacles: no water", RecordKind.OBSTACLE, "no water", EN),
    ("Problema: sin agua", RecordKind.OBSTACLE, "sin agua", ES),
    ("Decisión: no", RecordKind.DECISION, "no", ES),
    ("Acuerdos: el mismo formato para todos", RecordKind.DECISION, "el mismo formato para todos", ES),
    ("Acciones: ver con CFE el permiso", RecordKind.ACTION, "ver con CFE el permiso", ES),
    ("Decisions: pending permits go first", RecordKind.DECISION, "pending permits go first", EN),
    ("Acuerdos: no hubo quórum; se repite", RecordKind.DECISION, "no hubo quórum; se repite", ES),
]


@pytest.mark.parametrize(("line", "kind", "text", "language"), MARKED)
def test_a_marked_line_is_read(line: str, kind: RecordKind, text: str, language: Language | None) -> None:
    (found,) = read_lines(line)
    assert (found.kind, found.text, found.language) == (kind, text, language)
    assert may_be_marked(line)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello everybody",
        "please note: nothing",
        "notes: none",
        "note that it is late",
        "obstáculos: ninguno",
        "#vote now",
        "#movilidad primero",
        "a #decision in the middle",
        "https://example.org",
        "noted:",
        "*hello everybody*",
        "#note* said",
        "__init__ note",
        "Acuerdos: ninguno.",
        "Acuerdos: no hay",
        "Decisions: N/A",
        "Actions: none",
        "Obstáculos: sin cambios",
        "Note items: two",
        "Acuerdos: no hubo",
        "Acuerdos: ninguno nuevo",
        "Acuerdos:\n- ninguno",
        "Oportunidades: ninguna por ahora",
        "Opportunities: none so far.",
        "Problem: none",
        "Problema: ninguno.",
        "Acción: ninguna por el momento",
        "notes - none",
        "notas de ayer - Puebla",
        "Nota de la CRE: vino",
        "noteworthy: this",
        "note://x",
        "Pendientes: ninguno",
        "pendiente de firma",
        "decision-making takes time",
        "10:30 acuerdo",
        "Acuerdos y compromisos",
        "the note : said",
    ],
)
def test_other_lines_are_nobody_s_business(text: str) -> None:
    assert read_lines(text) == ()


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("#obtaculo Falta luz", "#obstáculo"),
        ("#reccomend a map", "#recommend"),
        ("#desicion así", "#decision"),
    ],
)
def test_a_mark_with_a_slip_is_met_with_what_it_may_mean(line: str, meant: str) -> None:
    (found,) = read_lines(line)
    assert (found.near, meant in found.meant) == (line.split(maxsplit=1)[0], True)
    assert may_be_marked(line)


@pytest.mark.parametrize(
    ("line", "near", "meant", "text"),
    [
        ("Nota - vino la CRE", "Nota -", "nota:", "vino la CRE"),
        ("Decision \u2013 a map", "Decision \u2013", "decision:", "a map"),
        ("Acuerdo 1: usar la norma", "Acuerdo 1:", "acuerdo:", "usar la norma"),
        ("Obstáculo #3: falta luz", "Obstáculo #3:", "obstáculo:", "falta luz"),
        ("nota:pegada al texto", "nota:pegada", "nota: pegada", "pegada al texto"),
        ("Pendiente: enviar el censo", "Pendiente:", "acción:", "enviar el censo"),
        ("- Pendientes:\n- enviar", "Pendientes:", "acción:", "- enviar"),
        ("#riesgo falta luz", "#riesgo", "#obstáculo", "falta luz"),
        ("#issue no power", "#issue", "#obstáculo", "no power"),
        ("#idea una ventanilla", "#idea", "#recomendar", "una ventanilla"),
    ],
)
def test_what_is_nearly_a_mark_is_asked_about(line: str, near: str, meant: str, text: str) -> None:
    (found,) = read_lines(line)
    assert (found.near, found.meant, found.text) == (near, (meant,), text)
    assert may_be_marked(line)


def test_a_line_without_a_mark_is_nobodys_wherever_it_stands() -> None:
    text = "hello\n#decision The census\ncomes first\n\nbefore any siting\nnote: CFE spoke\n\n- thanks\n"
    assert [(each.kind, each.text) for each in read_lines(text)] == [
        (RecordKind.DECISION, "The census"),
        (RecordKind.NOTE, "CFE spoke"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "&gt; #obstacle Nobody trains\nI agree with that",
        "&gt;#note said\n&gt; #decision so",
        "&gt;&gt;&gt; somebody wrote\n#note said",
        "```\n#note said\n```\nlike this",
        "Write ```like this\nnote: said``` and so on",
    ],
)
def test_what_is_quoted_or_code_marks_nothing_and_neither_does_what_follows_it(text: str) -> None:
    assert read_lines(decode(text).text) == ()


@pytest.mark.parametrize(
    "below",
    [
        "- one\n- two",
        "• one\n• two",
        "1. one\n12) two",
        "  indented\n\tmore",
        "> they said",
        "```\ncode\n\n#note x\n```",
    ],
)
def test_a_list_a_quote_code_or_indented_lines_right_below_belong_to_the_line(below: str) -> None:
    for text in (f"#nota Tres puntos:\n{below}", f"#nota Tres puntos:\n{below}\nplain\n{below}"):
        assert [(each.kind, each.text) for each in read_lines(text)] == [
            (RecordKind.NOTE, f"Tres puntos:\n{below}")
        ]


def test_a_quoted_mark_ends_the_record_above_it_and_another_quote_belongs_to_it() -> None:
    text = "#note a\n> as they said\nb\n> #obstacle c\nd\n#decision e\n```\n#note f\n```\n>>> g\n#note h"
    assert [(each.kind, each.text) for each in read_lines(text)] == [
        (RecordKind.NOTE, "a\n> as they said"),
        (RecordKind.DECISION, "e\n```\n#note f\n```"),
    ]


def test_a_fence_that_nothing_closes_is_none() -> None:
    assert [each.text for each in read_lines("```\n#note said")] == ["said"]


def test_a_channel_that_completion_put_in_is_a_mark_too() -> None:
    encoded = "<#C0123|decision> The census comes first"
    assert may_be_marked(encoded)
    (found,) = read_lines(decode(encoded).text)
    assert (found.kind, found.text) == (RecordKind.DECISION, "The census comes first")


def test_marks_tell_kinds_and_words_apart_without_holding_them() -> None:
    one, two, other = read_lines("#note a\n#note b\n#decision a")
    assert len({one.mark, two.mark, other.mark}) == 3
    assert read_lines("note:   a ")[0].mark == one.mark
    assert "a" * 3 not in one.mark


@pytest.mark.parametrize(
    "text",
    [
        "*" * 40_000,
        "*#note " * 5_000,
        "* _~" * 10_000,
        "*a" + "* " * 19_000,
        "nota " * 8_000,
        "- 1. " * 8_000,
    ],
)
def test_the_longest_message_is_read_at_once_whatever_it_is_made_of(text: str) -> None:
    assert processor_seconds(lambda: (read_lines(text), may_be_marked(text))) < 1
    assert len(read_lines(text)) <= 1


@given(st.text())
def test_what_has_a_mark_passes_the_first_look(text: str) -> None:
    if read_lines(text):
        assert may_be_marked(text)


@given(st.sampled_from(["#note", "acción:", "- decision:", "* #nota"]), st.text())
def test_any_text_behind_a_mark_is_read(mark: str, text: str) -> None:
    assume(not says_nothing(text, several=False))
    assert read_lines(f"{mark} {text}")
