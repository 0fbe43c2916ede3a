"""Words for what another verb does: nothing is done, and the line that does it is a press away."""

from __future__ import annotations

import pytest

from domain.people import Role
from handlers.parts.limits import MESSAGE_BLOCKS_MAX
from tests.fakes.scene import CHAIR, MEMBER
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.house import House
from tests.unit.handlers.talk import Talk, filled, lines

LEAD = "<@U0LEAD|lead-infra>"


@pytest.fixture
async def talk(house: House) -> Talk:
    """O-1 and R-1."""
    talk = Talk(house, house.router())
    await talk.channel("obstacle Few chargers")
    await talk.channel("recommend Build chargers for O-1")
    return talk


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (f"remove {LEAD}", f"members remove {LEAD}"),
        (f"quitar {LEAD}", f"members remove {LEAD}"),
        ("remove @nobody", "members remove @nobody"),
        ("remove D-1", "digest stop D-1"),
        ("quitar D-1", "digest stop D-1"),
        ("stop D-1", "digest stop D-1"),
        ("stop d1", "digest stop D-1"),
        ("off D-12", "digest stop D-12"),
        ("pause D-1", "digest pause D-1"),
        ("pausar D-1", "digest pause D-1"),
        ("edit D-1", "digest edit D-1"),
    ],
)
async def test_the_line_that_does_it_is_offered_and_asks_before_it_is_done(
    talk: Talk, line: str, offered: str
) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears(line, CHAIR)
    assert not answer.in_channel
    assert lines(answer) == [offered]
    assert "confirm" in buttons(answer.message)[0]
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize(
    "line", ["off", "stop", "stop all", "parar todo", "Basta!", "unsubscribe", "para todo"]
)
async def test_whoever_wants_it_all_to_stop_is_told_how_it_is(talk: Talk, line: str) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears(line)
    assert lines(answer) == ["digest list", "help"]
    assert "digest stop D-1" in answer.message.text
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize("line", ["remove O-1", "quitar O-1 porque sobra", "cancel O-1"])
async def test_an_item_is_withdrawn_as_ever(talk: Talk, line: str) -> None:
    assert "O-1" in await talk.channel(line)


async def test_words_that_nobody_knows_show_the_item_and_offer_its_forms(talk: Talk) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears("R-1 is nice")
    assert not answer.in_channel
    assert answer.message.text.startswith("I am not sure what “is nice” asks of R-1")
    assert "Build chargers" in answer.message.text
    assert lines(answer)[:2] == ["move R-1 is nice", "edit R-1 is nice"]
    assert len(answer.message.blocks) <= MESSAGE_BLOCKS_MAX
    assert talk.record.changes.last_number == before
    assert (await filled(talk, "edit R-1 is nice"))["callback_id"] == "edit"


async def test_whoever_may_not_record_is_offered_no_form_for_it(talk: Talk) -> None:
    talk.seat(MEMBER, role=Role.OBSERVER)
    answer = await talk.hears("R-1 is nice")
    assert "move R-1 is nice" not in lines(answer)
    assert "Build chargers" in answer.message.text


async def test_an_item_that_is_not_there_is_refused_as_when_it_is_shown(talk: Talk) -> None:
    answer = await talk.hears("R-9 is nice")
    assert answer.message.text == (await talk.hears("R-9")).message.text
