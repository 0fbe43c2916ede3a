"""A marked line of a thread says what it says behind its verb, whoever writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.reference import RecordKind
from domain.usecases.scribbling import Misread, Scribble
from handlers.desk.calendar import reader_in
from handlers.desk.serving import Serving
from handlers.desk.typed import read_typed_part
from handlers.grammar.command import parse
from handlers.scribe.lines import lines_of
from handlers.words.slack_text import decode
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.desk.house import House, interaction

VERBS = {
    RecordKind.NOTE: "note",
    RecordKind.OBSTACLE: "obstacle",
    RecordKind.RECOMMENDATION: "recommend",
    RecordKind.ACTION: "action",
}
TEXTS = (
    "Fix the ramp",
    "Fix the ramp owner:<@U0CHAIR|chair> <@U0MEMBER|member>",
    "Fix the ramp due friday quarter:2027-Q1",
    "Fix the ramp due:friday by monday",
    "Fix the ramp owner:me due monday theme:charging",
    "Fix the ramp by friday then go",
    "Fix the ramp owner:<@U0CHAIR|chair> due:2027-06-01 theme:x",
    "Fix it theme:talent owner:zz severity:high country:mx",
    "<@U0LEAD|lead> to fix it due monday 99",
    "@nobody fix it theme:zz",
    "Call <@U0LEAD|lead> about it by friday",
    "Build it for O-3 due friday due:monday",
    "Build it quarter:2027-Q1 due june 30 for O-1",
    "Build it by june for O-3 owner:me priority",
    "Build it due friday 99",
    "Sembrar los árboles para el lunes",
    "CFE: 12 nodos para el lunes",
    "Sembrar árboles para O-1, vence el 31 de abril",
    "Sembrar árboles tema gobernanza",
    "severity:zz country:zz Fix it",
    "due:",
)


@pytest.mark.parametrize("kind", VERBS)
@pytest.mark.parametrize("who", [MEMBER, LEAD, CHAIR])
@pytest.mark.parametrize("text", TEXTS)
async def test_a_marked_line_says_what_it_says_behind_its_verb(
    text: str, who: str, kind: RecordKind, house: House
) -> None:
    request = await Serving(house.services).request(interaction(who), parse("help"), None, None)
    part = read_typed_part(replace(request, utterance=parse(f"{VERBS[kind]} {text}")), kind)
    reader = reader_in(request.situation.zone, request.situation.language, request.now)
    (line,) = lines_of(request.situation, decode(f"#{VERBS[kind]} {text}"), reader)
    assert line.kind is kind
    if isinstance(line, Misread):
        problem = next(iter(part.problems.values()))
        assert (line.code, line.word) == (problem.code.value, problem.word)
        return
    typed = part.typed
    assert not part.problems
    assert (line.text, line.theme, line.language) == (typed.text, typed.theme, typed.language)
    assert (line.owner, line.due_on, line.said) == (typed.owner, typed.said.due_on, typed.said)
    assert (line.answers, line.kept) == (part.answers, tuple(kept.typed for kept in typed.kept))


@pytest.mark.parametrize(
    "text", ["enviar el censo a CFE <@U0LEAD|lead>", "send it to CRE <@U0LEAD|lead> by friday"]
)
async def test_a_name_that_may_be_the_owners_stays_in_the_text_of_a_line_and_is_told(
    text: str, house: House
) -> None:
    request = await Serving(house.services).request(interaction(MEMBER), parse("help"), None, None)
    reader = reader_in(request.situation.zone, request.situation.language, request.now)
    (line,) = lines_of(request.situation, decode(f"#action {text}"), reader)
    assert isinstance(line, Scribble)
    assert (line.owner, line.kept) == (None, ("@lead",))
    assert line.text.endswith("@lead")
