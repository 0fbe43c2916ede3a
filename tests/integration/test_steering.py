"""A chair leads the group into another phase, and by another rule of agreement, in the form of `setup`."""

from __future__ import annotations

import pytest

from tests.integration.office import TICK_SECONDS, Office
from tests.integration.words import ENGLISH, SPANISH, words
from tests.rendering import view_text

WHERE = "infrastructure"


@pytest.fixture
def tick_seconds() -> float:
    """What is entered in a form is told to the channel by the outbox."""
    return TICK_SECONDS


async def _opens(office: Office, who: str) -> None:
    await office.asks(who, WHERE, "/wg setup")
    await office.submits(who, {"group": "1"})


async def test_two_chairs_at_once_do_not_undo_each_other(office: Office) -> None:
    await _opens(office, "chair-mx")
    await _opens(office, "chair-us")

    first = await office.submits("chair-mx", {"phase": "recommendations"})
    second = await office.submits("chair-us", {"rule": "triple-helix"})

    assert words(office, SPANISH, "setup-phase", phase="Recomendaciones") in view_text(first.view or {})
    said = view_text(second.view or {})
    assert words(office, ENGLISH, "setup-phase", phase="Recommendations") in said
    rule = words(office, ENGLISH, "rule-triple-helix")
    assert words(office, ENGLISH, "setup-rule", rule=rule) in said
    told = await office.asks("oem-us", WHERE, "/wg history all")
    changed = {"before": "Implementation", "after": "Recommendations"}
    assert words(office, ENGLISH, "change-phase-changed", **changed) in told
    assert words(office, ENGLISH, "change-rule-changed", after=rule) in told


async def test_a_meeting_that_is_scheduled_in_a_form_stands_in_the_channel_with_its_time(
    office: Office,
) -> None:
    await office.asks("lead-infra", WHERE, "/gt reunión programar")
    await office.presses("lead-infra", WHERE, words(office, SPANISH, "button-form"))
    await office.reads("oem-us", WHERE)
    async with office.next_message(WHERE):
        await office.submits("lead-infra", {"day": "2027-03-18", "at": "10:00"})

    told = await office.reads("oem-us", WHERE)

    assert words(office, SPANISH, "meeting-scheduled", reference="M-1") in told
    assert "jueves 18 mar 2027, 10:00 a.m." in told


async def test_whoever_chairs_nothing_is_told_who_steers_the_group(office: Office) -> None:
    assert words(office, SPANISH, "refusal-chair-only") in await office.asks(
        "lead-infra", WHERE, "/gt configurar"
    )
    assert words(office, ENGLISH, "refusal-admin-only") in await office.asks(
        "newcomer-us", WHERE, "/wg setup"
    )
