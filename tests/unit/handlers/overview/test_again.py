"""Recording the same words once more."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language, Text
from domain.reference import Series
from handlers.overview.again import REPEATS
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.talk import Talk

SOURCE = "https://working-group.slack.com/archives/C0001/p1700000000000100"
ITS_OWN = {"number", "recorded_in", "recorded_at", "changed_at", "version"}
"""What tells two items apart that say the same."""

LINES = {
    "N-1": "note The ramp at the port is closed",
    "O-2": "obstacle The ramp at the port is closed severity:high countries:MX,US",
    "R-1": "recommend Open the ramp for O-1 owner:me quarter:2027-Q1 countries:MX drivers:jobs priority",
    "A-1": "action Call the port owner:me due:2026-12-04",
    "E-1": "evidence https://example.org/ramp The state of the ramp kind:plant for O-1",
}


@pytest.fixture
def talk(talk: Talk) -> Talk:
    talk.drive(jobs=("Jobs", "Empleo"))
    return talk


def item(talk: Talk, reference: str) -> Item:
    found: Item = talk.record.items(Series(reference[0])).by_number[int(reference[2:])]
    return found


def said(item: Item) -> dict[str, object]:
    return {each.name: getattr(item, each.name) for each in fields(item) if each.name not in ITS_OWN}


def test_every_kind_that_is_recorded_with_its_words_is_recorded_again() -> None:
    assert set(REPEATS) == {series for series, nature in NATURES.items() if not nature.own_verbs}
    assert {Series(reference[0]) for reference in LINES} == set(REPEATS)


@pytest.mark.parametrize("reference", LINES)
async def test_what_is_recorded_again_keeps_all_that_was_said_of_it(reference: str, talk: Talk) -> None:
    await talk.hears("obstacle Trucks wait for hours", LEAD)
    await talk.hears(LINES[reference], CHAIR)
    first = item(talk, reference)
    text = Text(first.text.original, first.text.language, {Language.SPANISH: "La rampa está cerrada"})
    first = replace(first, source=SOURCE, text=text, theme="charging")
    talk.record.items(first.kind.series).save(first)
    await talk.again(reference, CHAIR)
    number = max(talk.record.items(first.kind.series).by_number)
    second = item(talk, f"{reference[0]}-{number}")
    assert second.number > first.number
    assert said(second) == said(first)


async def test_who_may_not_plan_records_again_what_they_proposed_without_the_plan(talk: Talk) -> None:
    await talk.hears("recommend Open the ramp", MEMBER)
    await talk.hears("assign R-1 me due 2027-03-31", CHAIR)
    answer = await talk.again("R-1")
    second = item(talk, "R-2")
    assert answer.in_channel
    assert (second.text.original, second.owner, second.due_on) == ("Open the ramp", None, None)


async def test_a_plan_for_a_day_that_has_passed_is_recorded_again_without_the_day(talk: Talk) -> None:
    await talk.hears(LINES["R-1"].replace(" for O-1", ""), CHAIR)
    first = talk.record.recommendations.by_number[1]
    talk.record.recommendations.save(replace(first, due_on=date(2026, 11, 1)))
    await talk.again("R-1", CHAIR)
    second = talk.record.recommendations.by_number[2]
    assert (second.owner, second.due_on, second.priority) == (CHAIR, None, True)
