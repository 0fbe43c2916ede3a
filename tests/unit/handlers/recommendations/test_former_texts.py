"""What was said of a former text does not count: told when the text is edited, and when it is agreed."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.talk import Talk

LEFT = "1 position was taken on a former text and is not counted."


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    await talk.channel("recommend Trams", MEMBER)
    await talk.channel("move R-1 under review", CHAIR)
    await talk.channel("support R-1", LEAD)
    return talk


async def test_who_agrees_is_told_of_positions_that_an_edit_has_voided(talk: Talk) -> None:
    assert "no longer counts" in await talk.channel("edit R-1 Trams and buses", MEMBER)
    assert LEFT in await talk.channel("move R-1 agreed", CHAIR)
    assert LEFT not in await talk.channel("assign R-1 due 2027-06-30", CHAIR)


async def test_a_position_on_the_text_that_is_agreed_goes_without_saying(talk: Talk) -> None:
    assert LEFT not in await talk.channel("move R-1 agreed", CHAIR)
