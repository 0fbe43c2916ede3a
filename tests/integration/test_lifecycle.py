"""The life of items, from signed requests to what everybody sees, in both languages."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TypeAlias

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.client import ElementName, container_of
from domain.group import AgreementRule
from domain.language import Language
from domain.people import Role
from domain.ports import UnitOfWork
from tests.goldens import Goldens
from tests.integration.cast import SAMPLE, USERS
from tests.integration.minutes import Minutes
from tests.integration.office import Office, address
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH, words

WHERE = "infrastructure"


Scene: TypeAlias = tuple[tuple[str, str], ...]
"""Who types which line, in order."""

IN_ENGLISH: Scene = (
    ("oem-us", "/wg recommend Publish a national map of charging stations"),
    ("chair-us", "/wg move R-1 under review"),
    ("doe-us", "/wg object R-1 The costs are not known"),
    ("chair-us", "/wg move R-1 agreed"),
    ("doe-us", "/wg support R-1 Now they are"),
    ("chair-us", "/wg move R-1 agreed"),
    ("chair-us", "/wg assign R-1 @oem-us quarter 2027-Q3"),
    ("oem-us", "/wg move R-1 in progress 40% because the tender is out"),
    ("chair-us", "/wg move R-1 in progress 40% because the tender is out"),
    ("oem-us", "/wg move R-1 partially implemented 60%"),
    ("oem-us", "/wg done R-1"),
    ("oem-us", "/wg show R-1"),
    ("oem-us", "/wg action @doe-us Send the load data to the universities due friday"),
    ("doe-us", "/wg done A-1"),
)
IN_SPANISH: Scene = (
    ("lead-suppliers", "/gt recomendar Publicar un mapa nacional de estaciones de carga"),
    ("chair-mx", "/gt mover R-1 en revisión"),
    ("lead-infra", "/gt objetar R-1 No se conocen los costos"),
    ("chair-mx", "/gt mover R-1 acordada"),
    ("lead-infra", "/gt apoyar R-1 Ya se conocen"),
    ("chair-mx", "/gt mover R-1 acordada"),
    ("chair-mx", "/gt asignar R-1 a @lead-suppliers para el trimestre 2027-T3"),
    ("lead-suppliers", "/gt mover R-1 a en curso 40 % porque ya salió la licitación"),
    ("lead-infra", "/gt mover R-1 a en curso 40 % porque ya salió la licitación"),
    ("lead-suppliers", "/gt mover R-1 parcialmente implementada 60%"),
    ("lead-suppliers", "/gt hecho R-1"),
    ("lead-suppliers", "/gt ver R-1"),
    (
        "lead-suppliers",
        "/gt acción @lead-infra Enviar los datos de carga a las universidades para el viernes",
    ),
    ("lead-infra", "/gt hecho A-1"),
)
SCENES = {ENGLISH: IN_ENGLISH, SPANISH: IN_SPANISH}


async def make_rule(office: Office, rule: AgreementRule) -> None:
    """The group has another rule of agreement from now on."""

    def job(uow: UnitOfWork) -> None:
        record = uow.workspace(TEAM.id).group(1)
        record.save_group(replace(record.group, agreement_rule=rule))

    await office.bot.services.store.write(job)


@on_both_engines
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_a_recommendation_from_proposed_to_implemented(
    office: Office, language: Language, goldens: Goldens
) -> None:
    minutes = Minutes(office)
    for who, line in SCENES[language]:
        await minutes.types(who, WHERE, line)
    await minutes.presses(SCENES[language][-1][0], WHERE, words(office, language, "button-undo"))
    goldens.compare(f"lifecycle/{language.value}", minutes.text())


async def _reviewed(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg recommend Publish a map")
    await office.asks("chair-us", WHERE, "/wg move R-1 under review")


@pytest.mark.parametrize("rule", AgreementRule)
async def test_every_rule_of_agreement_holds_when_its_positions_are_there(
    office: Office, rule: AgreementRule
) -> None:
    """Nobody has spoken, then everybody of the group supports it."""
    await make_rule(office, rule)
    await _reviewed(office)
    if rule in {AgreementRule.EACH_COUNTRY, AgreementRule.TRIPLE_HELIX}:
        before = await office.changes()
        assert "(only chair-us sees this)" in await office.asks("chair-us", WHERE, "/wg move R-1 agreed")
        assert await office.changes() == before
    for who in (member.handle for member in SAMPLE.members if member.role is not Role.OBSERVER):
        await office.asks(who, WHERE, "/wg support R-1")

    told = await office.asks("chair-us", WHERE, "/wg move R-1 agreed")

    assert "under review → agreed" in told
    assert "(only chair-us sees this)" not in told


@pytest.mark.parametrize("rule", [rule for rule in AgreementRule if rule is not AgreementRule.OPEN])
async def test_an_objection_stops_every_rule_but_the_open_one_until_a_chair_overrides_it(
    office: Office, rule: AgreementRule
) -> None:
    await make_rule(office, rule)
    await _reviewed(office)
    await office.asks("doe-us", WHERE, "/wg object R-1 The costs are not known")

    asked = await office.asks("chair-us", WHERE, "/wg move R-1 agreed")
    told = await office.asks("chair-us", WHERE, "/wg move R-1 agreed because the grant does not wait")
    card = await office.asks("oem-us", WHERE, "/wg show R-1")

    assert words(office, ENGLISH, "missed-objecting", names="doe-us") in asked
    assert "the grant does not wait" in told
    assert words(office, ENGLISH, "card-override", reason="the grant does not wait") in card


@pytest.mark.parametrize(
    ("who", "line"),
    [
        ("oem-us", "/wg move R-1 agreed"),
        ("oem-us", "/wg assign R-1 @oem-us"),
        ("oem-us", "/wg support O-1"),
        ("observer-us", "/wg support R-1"),
        ("guest-us", "/wg support R-1"),
        ("newcomer-us", "/wg object R-1"),
        ("chair-us", "/wg move R-1 implemented"),
        ("chair-us", "/wg move R-1 not implemented"),
        ("chair-us", "/wg move R-1 superseded"),
        ("chair-us", "/wg move R-1 150%"),
        ("chair-us", "/wg move R-1 reopen because"),
        ("chair-us", "/wg assign R-1 @newcomer-us"),
        ("chair-us", "/wg assign R-1 due 2020-01-01"),
        ("chair-us", "/wg done N-1"),
        ("chair-us", "/wg move R-1"),
    ],
)
async def test_a_refusal_changes_nothing_and_is_for_one_person(office: Office, who: str, line: str) -> None:
    await _reviewed(office)
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    await office.asks("oem-us", WHERE, "/wg note The census")
    before = await office.changes()

    answer = await office.asks(who, WHERE, line)

    assert f"(only {who} sees this)" in answer
    assert await office.changes() == before


async def test_a_stale_button_shows_the_present_state(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    await office.asks("chair-us", WHERE, "/wg move O-1")
    label = words(office, ENGLISH, "button-move", status="confirmed")
    await office.asks("lead-infra", WHERE, "/wg move O-1 resolved")
    before = await office.changes()

    answer = await office.presses("chair-us", WHERE, label)

    assert words(office, ENGLISH, "move-stale", reference="O-1", state="resolved") in answer
    assert await office.changes() == before


@on_both_engines
@pytest.mark.parametrize("line", ["/wg move R-1", "/wg show R-1"])
async def test_a_double_click_moves_once(office: Office, line: str) -> None:
    await office.asks("oem-us", WHERE, "/wg recommend Publish a map")
    await office.asks("chair-us", WHERE, line)
    label = words(office, ENGLISH, "button-move", status="under review")
    message, button = await office.button("chair-us", WHERE, label)
    element = ElementName(
        container_of(address("chair-us", WHERE), message), button["block_id"], button["action_id"]
    )
    before = await office.changes()

    clicks = await asyncio.gather(*(office.people.action(USERS["chair-us"], element) for _ in range(2)))

    assert [click.ok for click in clicks] == [True, True]
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


@on_both_engines
async def test_a_double_click_on_support_takes_one_position(office: Office) -> None:
    await _reviewed(office)
    message, button = await office.button("oem-us", WHERE, words(office, ENGLISH, "button-support"))
    element = ElementName(
        container_of(address("oem-us", WHERE), message), button["block_id"], button["action_id"]
    )
    before = await office.changes()

    clicks = await asyncio.gather(*(office.people.action(USERS["oem-us"], element) for _ in range(2)))

    assert [click.ok for click in clicks] == [True, True]
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


async def test_a_forged_button_gives_nobody_more_rights(office: Office) -> None:
    await _reviewed(office)
    await office.forges("oem-us", WHERE, words(office, ENGLISH, "button-support"), "move R-1 agreed v2")
    before = await office.changes()

    answer = await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-support"))

    assert words(office, ENGLISH, "refusal-lead-only") in answer
    assert await office.changes() == before
