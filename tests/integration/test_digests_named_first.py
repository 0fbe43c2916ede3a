"""Digests by their reference, as people say it whom nobody told that `digest` comes first; and reminders."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import DIRECT, Office
from tests.integration.words import ENGLISH, SPANISH, words

WHERE = "ev-group"


@pytest.fixture
def transport() -> str:
    """Over HTTP alone: what is typed arrives the same way."""
    return "http"


@pytest.fixture
async def two(office: Office) -> Office:
    for time in ("09:00", "10:00"):
        await office.asks("chair-us", WHERE, f"/wg digest mon {time}")
    return office


@pytest.mark.parametrize("line", ["/wg digest D-2", "/wg digest list D-2"])
async def test_a_digest_that_is_named_is_shown_alone(two: Office, line: str) -> None:
    shown = await two.asks("chair-us", WHERE, line)
    assert "D-2 · Mondays at 10:00 AM" in shown
    assert "D-1 ·" not in shown


async def test_one_that_is_not_there_is_not_shown(two: Office) -> None:
    told = words(two, ENGLISH, "refusal-subscription-unknown", number=9)
    assert told in await two.asks("chair-us", WHERE, "/wg digest D-9")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("/wg D-2", "digest list D-2"),
        ("/wg show D-2", "digest list D-2"),
        ("/gt ver D-2", "digest list D-2"),
        ("/wg D-2 pause", "digest pause D-2"),
        ("/wg mute D-2", "digest mute D-2"),
        ("/wg edit D-2 11:00", "digest edit D-2 11:00"),
        ("/wg D-2 fri 11:00", "digest edit D-2 fri 11:00"),
    ],
)
async def test_what_is_meant_of_a_digest_is_a_press_away(two: Office, line: str, meant: str) -> None:
    before = await two.changes()
    answer = await two.asks("chair-us", WHERE, line)
    assert words(two, ENGLISH, "pointer-digest", line=meant) in answer
    assert f"[{meant}]" in answer
    assert await two.changes() == before


async def test_an_offered_edit_makes_the_digest_different(two: Office) -> None:
    await two.asks("chair-us", WHERE, "/wg D-2 fri 11:00")
    edited = await two.presses("chair-us", WHERE, "digest edit D-2 fri 11:00")
    assert "Mondays → Fridays" in edited


@pytest.mark.parametrize(("language", "line"), [(ENGLISH, "/wg digest help"), (SPANISH, "/gt resumen ayuda")])
async def test_help_about_digests_may_stand_behind_their_verb(
    office: Office, language: Language, line: str
) -> None:
    await office.asks("oem-us", WHERE, f"/wg language {language}")
    answer = await office.asks("oem-us", WHERE, line)
    assert words(office, language, "verb-digest.help") in answer
    assert words(office, language, "verb-digest.more").splitlines()[-1] in answer
    assert words(office, language, "button-form") not in answer


async def test_in_a_direct_message_nothing_is_said_of_a_channel_before_there_is_a_digest(
    office: Office,
) -> None:
    answer = await office.asks("oem-us", DIRECT, "/wg digest")
    assert words(office, ENGLISH, "digest-none-personal") in answer
    assert "channel" not in answer


@pytest.mark.parametrize("line", ["/wg reminders", "/wg reminders off", "/gt recordatorios"])
async def test_who_asks_for_reminders_is_told_how_they_come_and_end(office: Office, line: str) -> None:
    answer = await office.asks("oem-us", WHERE, line)
    assert words(office, ENGLISH, "pointer-reminders") in answer
    for name in ("button-all-mine", "button-mute-reminders", "button-unmute-reminders"):
        assert f"[{words(office, ENGLISH, name)}]" in answer


async def test_what_somebody_else_carries_out_by_now_is_no_more_put_off(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg action Call the plant due 2027-03-12")
    await office.asks("chair-us", WHERE, "/wg assign A-1 @oem-us")
    late = await office.asks("chair-us", WHERE, "/wg snooze A-1 in 1 day v1")
    state = words(office, ENGLISH, "status-action-open")
    gone = words(office, ENGLISH, "move-given-on", reference="A-1", name="oem-us", state=state)
    assert gone in late
