"""“I am here”, pressed in a thread: it is taken once, and answered where its reader looks."""

from __future__ import annotations

import pytest

from bot.sandbox.client import ElementName, container_of
from domain.language import Language
from tests.integration.cast import CHANNELS, USERS
from tests.integration.gathering import WHERE, Gathering
from tests.integration.office import Office
from tests.integration.screen import buttons_of
from tests.integration.words import ENGLISH, SPANISH, words


@pytest.fixture
def tick_seconds() -> float:
    """Answers to mentions are given by the outbox."""
    return 0.05


@pytest.mark.parametrize(
    ("language", "who", "line"),
    [
        (ENGLISH, "doe-us", "@rapporteur meeting show M-1"),
        (SPANISH, "lead-infra", "@rapporteur reunión ver M-1"),
    ],
)
async def test_i_am_here_pressed_in_the_meetings_thread_is_answered_there(
    office: Office, gathering: Gathering, language: Language, who: str, line: str
) -> None:
    thread = await gathering.starts("oem-us")
    await gathering.writes(who, thread, line)
    label = words(office, language, "button-here")
    message, button = next(
        (each, button)
        for each in reversed(await gathering.thread(who, thread))
        for button in buttons_of(each)
        if button["text"]["text"] == label and each.get("ephemeral")
    )
    element = ElementName(container_of(CHANNELS[WHERE], message), button["block_id"], button["action_id"])

    for _ in range(2):
        reply = await office.people.action(USERS[who], element)
        assert reply.ok, reply
    await gathering.settled()

    assert [each.user for each in (await gathering.meeting(1)).present].count(USERS[who]) == 1
    told = words(office, language, "meeting-here", people=who, meeting="").removeprefix(":")
    assert told in await gathering.replies(who, thread)
    assert told not in await office.reads(who, WHERE)
