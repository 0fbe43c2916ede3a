"""A preview shows what will be posted, to whoever asks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.scene import CHAIR
from tests.rendering import said_lines
from tests.unit.handlers.desk.house import House
from tests.unit.handlers.talk import Talk


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/Paris"])
async def test_a_preview_tells_times_of_the_digests_zone_not_of_its_readers(zone: str, house: House) -> None:
    """It is three in the afternoon in UTC: in Tokyo another day has begun."""
    talk = Talk(house, house.router())
    await talk.channel("digest mon 09:00 Tokyo", CHAIR)
    profile = house.people.get(CHAIR)
    assert profile is not None
    house.people.save(replace(profile, zone=zone))
    shown = (await talk.hears("digest preview", CHAIR)).message
    assert "Nov 24, 2026" in "\n".join(said_lines({"text": shown.text, "blocks": list(shown.blocks)}))
