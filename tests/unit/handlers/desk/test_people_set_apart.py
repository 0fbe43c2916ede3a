"""Who is to do an action, set off with a colon, brackets or a bar; and pairs in brackets at its end."""

from __future__ import annotations

from datetime import date

import pytest

from domain.obstacle import Severity
from tests.fakes.scene import CHAIR, LEAD
from tests.unit.handlers.talk import Talk

WHO = "<@U0LEAD|U0LEAD>"
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    "line",
    [
        f"Action Item: {WHO} to call CFE by friday",
        f"action item {WHO} call CFE by friday",
        f"action call CFE (owner: {WHO}, due: friday)",
        f"Task of {WHO}: call CFE by friday",
        f"action by {WHO}: call CFE by friday",
        f"action ({WHO}): call CFE by friday",
        f"action [{WHO}] call CFE by friday",
        f"compromiso de {WHO}: call CFE para el viernes",
    ],
)
async def test_a_name_that_is_set_off_in_front_is_the_owners(line: str, talk: Talk) -> None:
    await talk.channel(line, CHAIR)
    made = talk.record.actions.by_number[1]
    assert (made.text.original, made.owner, made.due_on) == ("call CFE", LEAD, FRIDAY)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("action item: call CFE", "call CFE"),
        ("action item list for CFE", "item list for CFE"),
        (f"action by {WHO} the map is sent", "by @U0LEAD the map is sent"),
        (f"tarea de {WHO} urgente", "de @U0LEAD urgente"),
    ],
)
async def test_other_words_stay_and_it_is_theirs(line: str, text: str, talk: Talk) -> None:
    await talk.channel(line, CHAIR)
    made = talk.record.actions.by_number[1]
    assert (made.text.original, made.owner) == (text, CHAIR)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"action Call CFE | {WHO} | Dec 4", "@U0LEAD | Dec 4"),
        (f"action Call CFE - {WHO} - Dec 4", "@U0LEAD - Dec 4"),
        (f"action Call CFE; {WHO}; dec 4", "@U0LEAD; dec 4"),
        (f"acción Llamar a CFE ({WHO}, 4 dic)", "@U0LEAD, 4 dic"),
    ],
)
async def test_a_name_and_a_day_that_stay_in_the_text_are_told(line: str, words: str, talk: Talk) -> None:
    assert f"“{words}” stays in the text" in await talk.channel(line, CHAIR)


async def test_a_person_who_is_spoken_of_is_not_told(talk: Talk) -> None:
    assert "stays" not in await talk.channel(f"action Meet Ana ({WHO}) and Luis", CHAIR)


async def test_pairs_in_brackets_at_the_end_are_read(talk: Talk) -> None:
    await talk.channel("obstacle No power (severity:high, country:mx)", CHAIR)
    made = talk.record.obstacles.by_number[1]
    assert (made.text.original, made.severity, made.countries) == ("No power", Severity.HIGH, ("MX",))


@pytest.mark.parametrize("line", ["note Ramp closed (severity:high)", "obstacle No power (O-1: see map)"])
async def test_other_brackets_stay(line: str, talk: Talk) -> None:
    assert line.split("(")[1] in await talk.channel(line, CHAIR)


@pytest.mark.parametrize("line", ["asignar A-1 a Abril", "asignar A-1 a Domingo", "assign A-1 to May"])
async def test_a_name_is_no_month_and_no_weekday(line: str, talk: Talk) -> None:
    await talk.channel("action Call CFE", CHAIR)
    assert (await talk.alone(line, CHAIR)).startswith(
        f"I cannot tell who “{line.rsplit(maxsplit=1)[-1]}” is."
    )


@pytest.mark.parametrize("line", ["asignar A-1 a domingo", "asignar A-1 al domingo", "assign A-1 due may"])
async def test_days_are_days_as_before(line: str, talk: Talk) -> None:
    await talk.channel("action Call CFE", CHAIR)
    assert (await talk.channel(line, CHAIR)).startswith("*A-1* due")


@pytest.mark.parametrize(
    "line", [":wave: note Ramp closed", "\U0001f44b note Ramp closed", ":memo: :tada: pls note Ramp closed"]
)
async def test_a_line_may_begin_with_emoji(line: str, talk: Talk) -> None:
    await talk.channel(line, CHAIR)
    assert talk.record.notes.by_number[1].text.original == "Ramp closed"
