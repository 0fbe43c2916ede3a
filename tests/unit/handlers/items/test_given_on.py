"""A button of what was somebody's, pressed once others have it: it says who, before what one may not do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.handlers.talk import Talk, lines

OLD_BUTTONS = ["done A-1 v2", "assign A-1 nobody v2", "snooze A-1 in 1 week v2"]
"""Those of a reminder of A-1 as it was while the member had it."""


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """An action of the lead's, which the member was given and whose second version they saw."""
    await talk.channel("action Send the data theme:charging", LEAD)
    await talk.channel(f"assign A-1 <@{MEMBER}>", LEAD)
    assert talk.record.actions.by_number[1].version == 2
    return talk


@pytest.mark.parametrize("line", OLD_BUTTONS)
async def test_whose_it_was_reads_who_has_it_now(talk: Talk, line: str) -> None:
    await talk.channel(f"assign A-1 <@{CHAIR}>", LEAD)
    before = talk.record.changes.last_number
    answer = await talk.presses(line)
    assert answer.message.text == (
        f"A-1 is not yours any more: {CHAIR} has it now. It is: open. Nothing was changed."
    )
    assert not answer.in_channel
    assert lines(answer) == ["show A-1"]
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize("line", OLD_BUTTONS)
async def test_whose_it_was_reads_that_nobody_has_it(talk: Talk, line: str) -> None:
    await talk.channel("assign A-1 nobody", LEAD)
    answer = await talk.presses(line)
    assert "A-1 is not yours any more: nobody has it now." in answer.message.text


async def test_it_is_said_in_the_readers_language(talk: Talk) -> None:
    await talk.channel(f"assign A-1 <@{CHAIR}>", LEAD)
    talk.house.store.uow.workspace(WORKSPACE).people.choose_language(MEMBER, Language.SPANISH)
    answer = await talk.presses("hecho A-1 v2")
    assert answer.message.text == (
        f"A-1 ya no está a su cargo: ahora la tiene {CHAIR}. Está así: abierta. No cambió nada."
    )


async def test_who_may_still_do_it_reads_the_same_of_an_old_button(talk: Talk) -> None:
    await talk.channel("assign A-1 me", LEAD)
    await talk.channel(f"assign A-1 <@{MEMBER}>", LEAD)
    answer = await talk.presses("done A-1 v3", LEAD)
    assert answer.message.text.startswith(f"A-1 is not yours any more: {MEMBER} has it now.")
    assert "done A-1 v4" in lines(answer)


async def test_whose_it_never_was_reads_what_they_may_not_do(talk: Talk) -> None:
    talk.seat(CHAIR, role=talk.record.members.by_user[MEMBER].role)
    answer = await talk.presses("done A-1 v1", CHAIR)
    assert answer.message.text.startswith("This is for the lead of the theme or the chair")
    answer = await talk.presses("snooze A-1 in 1 week v1", CHAIR)
    assert answer.message.text.startswith("A-1 is not yours to carry out")


async def test_a_button_of_the_version_there_is_still_asks_who_may(talk: Talk) -> None:
    action = talk.record.actions.by_number[1]
    talk.record.actions.by_number[1] = replace(action, owner=CHAIR)
    answer = await talk.presses("done A-1 v2")
    assert answer.message.text.startswith("This is for the lead of the theme or the chair")
