"""Owners and themes without a colon, and what a sentence says of them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.scene import CHAIR, LEAD
from tests.unit.handlers.talk import Talk

WHO = "<@U0LEAD|U0LEAD>"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1; the group has a driver."""
    talk.drive(jobs=("Jobs", "Empleo"))
    await talk.channel("obstacle Few chargers")
    return talk


@pytest.mark.parametrize(
    "line",
    [
        f"recommend Build for O-1, owner {WHO}",
        f"recommend Build, owner {WHO} for O-1",
        f"recomendar Build para O-1, responsable {WHO}",
        f"recomendar Build para O-1 a cargo de {WHO}",
        f"recommend Build for O-1, assigned to {WHO}.",
    ],
)
async def test_an_owner_needs_no_colon(line: str, talk: Talk) -> None:
    await talk.channel(line, CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original.rstrip("."), held.answers, held.owner) == ("Build", (1,), LEAD)


async def test_full_stops_may_part_pairs(talk: Talk) -> None:
    line = f"recomendar Armar el padrón. Responsable: {WHO}. Fecha: 30 de marzo de 2027."
    shown = await talk.channel(line, CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.owner, held.due_on) == ("Armar el padrón.", LEAD, date(2027, 3, 30))
    assert "Armar el padrón" in shown


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (f"recommend Responsable: {WHO} audits meters and reports", "Responsable: @U0LEAD"),
        (f"recommend Build where the owner {WHO} says so", "owner @U0LEAD"),
        (f"obstacle Few chargers in Laredo, owner {WHO}", "owner @U0LEAD"),
    ],
)
async def test_an_owner_within_a_sentence_stays_and_is_told(line: str, told: str, talk: Talk) -> None:
    assert f"“{told}” stays in the text" in await talk.channel(line, CHAIR)


@pytest.mark.parametrize(
    "text", ["Owners of chargers pay twice", "A cargo de la CFE queda la red", "Responsable social"]
)
async def test_owners_who_are_nobody_are_words(text: str, talk: Talk) -> None:
    assert "stays in the text" not in await talk.channel(f"recommend {text}", CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert held.text.original == text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("obstacle Few chargers in Laredo, theme talent", "“theme talent” stays in the text"),
        ("note Few chargers in Laredo tema: talento", "“tema: talento” stays in the text; it is set apart"),
        ("recommend Train the drivers theme talent", "“theme talent” stays in the text"),
    ],
)
async def test_a_theme_that_is_not_read_is_told(line: str, told: str, talk: Talk) -> None:
    assert told in await talk.channel(line)


async def test_what_whoever_may_not_plan_says_of_an_owner_stays_in_the_text(talk: Talk) -> None:
    shown = await talk.channel(f"recommend Paint bays for O-1 by June 30, owner {WHO}")
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.answers) == ("Paint bays by June 30, owner @U0LEAD", (1,))
    assert "“owner @U0LEAD” stays in the text" in shown
