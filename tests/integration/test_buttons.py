"""Buttons say a line in the stead of whoever presses them, with that person's own rights and language."""

from __future__ import annotations

import re

import pytest

from tests.integration.office import Office
from tests.integration.words import ENGLISH, SPANISH, words


async def test_a_button_answers_whoever_presses_it_in_their_own_language(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note Seen by all")

    shown = await office.presses("lead-infra", "infrastructure", "Show it")
    stands = await office.presses("guest-us", "infrastructure", "Where we stand")

    assert "(only lead-infra sees this)" in shown
    assert "*N-1 · nota · Infraestructura*" in shown
    assert "(only guest-us sees this)" in stands
    assert "Where we stand: Infrastructure" in stands
    assert "only" not in await office.reads("oem-us", "infrastructure")


async def test_the_next_page_of_a_list_goes_on_where_the_first_ended(office: Office) -> None:
    for number in range(1, 13):
        await office.types("oem-us", "infrastructure", f"/wg note Number {number}")
    await office.asks("doe-us", "infrastructure", "/wg list notes")

    second = await office.presses("doe-us", "infrastructure", "Next page")
    first = await office.presses("doe-us", "infrastructure", "First page")

    assert "*N-2*" in second
    assert "*N-3*" not in second
    assert "[Next page]" not in second
    assert "*N-12*" in first


@pytest.mark.parametrize("line", ["show N-1", "status", "list"])
async def test_sharing_shows_the_answer_to_the_channel_and_says_who_asked(office: Office, line: str) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note Worth showing")
    await office.reads("lead-infra", "infrastructure")
    alone = await office.asks("oem-us", "infrastructure", f"/wg {line}")

    shared = await office.presses("oem-us", "infrastructure", "Show to the channel")

    assert await office.reads("lead-infra", "infrastructure") == shared.replace("only oem-us", "everybody")
    assert "(everybody sees this)" in shared
    signature = words(office, ENGLISH, "pressed-by", name="oem-us")
    unsigned = [line for line in shared.splitlines() if not line.endswith(signature)]
    assert len(shared.splitlines()) == len(unsigned) + 2
    assert "[Show to the channel]" not in shared
    told = re.sub(r" ?\[Show to the channel\]", "", alone).rstrip()
    assert "\n".join(unsigned).replace("everybody sees", "only oem-us sees") == told


async def test_what_is_refused_is_not_shared(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note Worth showing")
    await office.asks("oem-us", "infrastructure", "/wg show N-1")
    await office.reads("lead-infra", "infrastructure")
    await office.forges("oem-us", "infrastructure", "Show to the channel", "show N-99")

    refused = await office.presses("oem-us", "infrastructure", "Show to the channel")

    assert words(office, ENGLISH, "refusal-reference-unknown", reference="N-99") in refused
    assert "(only oem-us sees this)" in refused
    assert await office.reads("lead-infra", "infrastructure") == ""


TAMPERED = {
    "another verb": ("digest stop D-1", "digest-none-whose"),
    "a verb that is none": ("frobnicate", "problem-verb-unknown"),
    "setting up": ("setup", "refusal-chair-only"),
    "another group": ("show N-1 group:2", "problem-kind-unknown"),
}


@pytest.mark.parametrize("row", TAMPERED)
async def test_a_tampered_value_is_worth_what_its_person_may_type(office: Office, row: str) -> None:
    line, message = TAMPERED[row]
    await office.asks("chair-us", "infrastructure", "/wg digest mon 09:00")
    await office.asks("oem-us", "infrastructure", "/wg obstacle Something")
    await office.forges("oem-us", "infrastructure", "Show it", line)
    before = await office.changes()

    answer = await office.presses("oem-us", "infrastructure", "Show it")

    facts = {"word": line.split()[-1]} if message.startswith("problem") else {"reference": "N-1"}
    assert words(office, ENGLISH, message, **facts) in answer
    assert "(only oem-us sees this)" in answer
    assert await office.changes() == before


async def test_a_tampered_value_that_records_records_for_whoever_pressed_it(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note Something")
    await office.forges("lead-infra", "infrastructure", "Show it", "nota <@U0MEMBER00|chair-mx> &lt;b&gt;")

    answer = await office.presses("lead-infra", "infrastructure", "Show it")
    shown = await office.asks("lead-infra", "infrastructure", "/gt ver N-2")

    assert "*N-2* nota, Infraestructura: @chair-mx <b>" in answer
    assert "la registró lead-infra" in shown


@pytest.mark.parametrize("value", ["N-99", "", "O-1", "anything else"])
async def test_record_it_again_repeats_only_what_is_ones_own(office: Office, value: str) -> None:
    await office.asks("doe-us", "infrastructure", "/wg obstacle Of somebody else")
    await office.asks("oem-us", "infrastructure", "/wg note Mine")
    await office.asks("oem-us", "infrastructure", "/wg note Mine")
    await office.forges("oem-us", "infrastructure", "Record it again", value)
    before = await office.changes()

    answer = await office.presses("oem-us", "infrastructure", "Record it again")

    assert "(only oem-us sees this)" in answer
    assert await office.changes() == before


async def test_the_same_words_for_another_obstacle_are_recorded_without_asking(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Few chargers")
    await office.asks("oem-us", "infrastructure", "/wg recommend Build more")

    answer = await office.asks("oem-us", "infrastructure", "/wg recommend Build more for O-1")

    assert "*R-2*" in answer
    assert words(office, ENGLISH, "answers-obstacles", references="O-1") in answer


async def test_a_digest_of_all_themes_is_scheduled_in_a_channel_of_one(office: Office) -> None:
    own = await office.asks("chair-us", "infrastructure", "/wg digest mon 09:00")
    everything = await office.asks("chair-us", "infrastructure", "/wg digest mon 09:00 theme:all")

    assert "Infraestructura" in own or "Infrastructure" in own
    assert "*D-2*" in everything
    assert "all themes" in everything


async def test_a_digest_that_is_there_already_is_shown_with_its_buttons(office: Office) -> None:
    await office.asks("chair-us", "infrastructure", "/wg digest mon 09:00")
    before = await office.changes()

    again = await office.asks("chair-us", "infrastructure", "/wg digest mon 09:00")
    stopped = await office.presses("chair-us", "infrastructure", words(office, ENGLISH, "button-stop"))

    assert "There is such a digest already, *D-1*" in again
    assert "(only chair-us sees this)" in again
    assert words(office, ENGLISH, "digest-stopped", number=1) in stopped
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


async def test_the_setup_button_opens_the_form_for_an_administrator(empty_office: Office) -> None:
    answer = await empty_office.asks("chair-mx", "lobby", "/gt nota Algo")
    await empty_office.presses("chair-mx", "lobby", words(empty_office, SPANISH, "button-setup"))

    assert words(empty_office, SPANISH, "no-group-here") in answer
    assert (await empty_office.form("chair-mx"))["callback_id"] == "setup-found"


async def test_the_join_button_opens_the_form(office: Office) -> None:
    await office.asks("newcomer-mx", "ev-group", "/gt ayuda")
    await office.presses("newcomer-mx", "ev-group", words(office, SPANISH, "button-join"))

    assert (await office.form("newcomer-mx"))["callback_id"] == "join"


async def test_words_that_look_like_a_chosen_group_are_words(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg nte the tariff was in group:2")
    await office.presses("oem-us", "infrastructure", "note")

    await office.submits("oem-us", {})

    answer = await office.asks("oem-us", "infrastructure", "/wg list notes")
    assert "the tariff was in group:2" in answer


async def test_a_button_that_mends_a_verb_keeps_who_was_named(office: Office) -> None:
    await office.asks("lead-infra", "infrastructure", "/wg note Mine")
    missed = await office.asks("oem-us", "infrastructure", "/wg lst by:@lead-infra")

    answer = await office.presses("oem-us", "infrastructure", "list")

    assert "[list]" in missed
    assert "Mine" in answer
