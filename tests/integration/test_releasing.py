"""A chair releases a channel from its group, in the form of `setup`."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import Office
from tests.integration.ways import on_both_engines
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, words
from tests.rendering import view_text

WHERE = "infrastructure"
CHAIRS = {ENGLISH: ("chair-us", "setup", "meeting"), SPANISH: ("chair-mx", "configurar", "reunión")}
each_language = pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)


async def _chooses(office: Office, language: Language) -> str:
    """What the step says that follows the choice of no group."""
    chair, verb, _ = CHAIRS[language]
    await office.asks(chair, WHERE, f"{COMMANDS[language]} {verb}")
    answer = await office.submits(chair, {"group": "none"})
    return view_text(answer.view or {})


@on_both_engines
@each_language
async def test_a_released_channel_is_no_groups_until_it_is_bound_again(
    office: Office, language: Language
) -> None:
    chair, verb, _ = CHAIRS[language]
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    name = office.bot.services.words.for_language(language)
    warned = await _chooses(office, language)
    assert name("button-release") in warned

    done = await office.submits(chair, {})

    said = view_text(done.view or {})
    assert words(office, language, "setup-released-digests", count=1) in said
    assert words(office, ENGLISH, "no-group-here") in await office.asks(
        "newcomer-us", WHERE, "/wg note Nobody's"
    )
    await office.asks(chair, WHERE, f"{COMMANDS[language]} {verb}")
    await office.submits(chair, {"group": "1"})
    bound = await office.submits(chair, {"theme": "infrastructure"})
    assert words(office, language, "setup-title") in view_text(bound.view or {})
    told = await office.asks("oem-us", WHERE, "/wg history all")
    assert words(office, ENGLISH, "change-channel-bound.gone") in told


@each_language
async def test_a_channel_in_which_a_meeting_is_open_is_not_released(
    office: Office, language: Language
) -> None:
    chair, _, meeting = CHAIRS[language]
    start = "start" if language is ENGLISH else "iniciar"
    await office.asks(chair, WHERE, f"{COMMANDS[language]} {meeting} {start}")
    await _chooses(office, language)

    refused = await office.submits(chair, {})

    assert words(office, language, "refusal-channel-holds-meeting", reference="M-1") in view_text(
        refused.view or {}
    )
    assert "N-1" in await office.asks("oem-us", WHERE, "/wg note Still the group's")
