"""What one did last and no change tells, what is taken back elsewhere, and another theme for a channel."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import DIRECT, TICK_SECONDS, Office
from tests.integration.ways import on_both_engines
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, SPEAKERS, words

WHERE = "infrastructure"
ACTS = {
    ENGLISH: (
        *(("snooze A-1 friday",), ("snooze A-1 off",), ("mute A-1",), ("mute reminders",)),
        *(("language es", "language en"), ("language zone Tijuana",)),
    ),
    SPANISH: (
        *(("posponer A-1 viernes",), ("posponer A-1 cancelar",), ("silenciar A-1",)),
        *(("silenciar recordatorios",), ("idioma en", "idioma es"), ("idioma zona Tijuana",)),
    ),
}
"""Each changes something, the language back to the person's own."""
UNDO = {ENGLISH: "undo", SPANISH: "deshacer"}


@pytest.fixture
def tick_seconds() -> float:
    """What concerns another channel is told there by the outbox."""
    return TICK_SECONDS


@on_both_engines
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_no_record_is_taken_back_for_what_was_done_after_it(office: Office, language: Language) -> None:
    who, command = SPEAKERS[language], COMMANDS[language]
    await office.asks(who, WHERE, f"{command} action @{who} write a letter")
    before = await office.changes()
    for lines in ACTS[language]:
        for line in lines:
            await office.asks(who, WHERE, f"{command} {line}")
        told = await office.asks(who, WHERE, f"{command} {UNDO[language]}")
        assert f"(only {who} sees this)" in told
        assert f"“{UNDO[language]} A-1" in told
    assert await office.changes() == before
    assert "*A-1*" in await office.asks(who, WHERE, f"{command} {UNDO[language]} A-1")
    assert await office.changes() != before


@on_both_engines
async def test_what_is_so_already_is_nothing_to_take_back(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg note A slip of mine")
    for line in ("language en", "unmute N-1", "unmute reminders", "language zone Slack"):
        await office.asks("oem-us", WHERE, f"/wg {line}")
    assert "*N-1* taken back" in await office.asks("oem-us", WHERE, "/wg undo")


@on_both_engines
async def test_the_channel_learns_of_a_note_that_is_taken_back_in_a_direct_message(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg note A slip of mine")
    await office.reads("doe-us", WHERE)
    async with office.next_message(WHERE):
        await office.asks("oem-us", DIRECT, "/wg undo")
    told = await office.reads("doe-us", WHERE)
    assert "*N-1* taken back (note, Infrastructure): A slip of mine" in told
    assert words(office, ENGLISH, "pressed-by", name="oem-us") in told


@on_both_engines
async def test_a_channel_learns_of_its_other_theme_and_undo_says_which_channel_it_was(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg setup")
    await office.submits("chair-us", {"group": "1"})
    await office.reads("oem-us", WHERE)
    async with office.next_message(WHERE):
        done = await office.submits("chair-us", {"theme": "governance"})
    told = await office.reads("oem-us", WHERE)
    names = {"theme": "Governance", "former": "Infrastructure"}
    assert words(office, ENGLISH, "setup-invite") not in str(done.view)
    assert words(office, ENGLISH, "setup-told.theme", **names) in told
    undone = await office.asks("chair-us", WHERE, "/wg undo")
    assert "Infrastructure → Governance" in undone
