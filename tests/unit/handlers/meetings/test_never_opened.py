"""Meetings that were announced and never opened: they are not to come for ever, and not lost."""

from __future__ import annotations

import pytest

from domain.language import Language
from domain.usecases.convening import PLANNED_WITHIN
from tests.unit.handlers.desk.house import House
from tests.unit.handlers.material import WORDS
from tests.unit.handlers.talk import Talk

DAY = 86_400


@pytest.mark.parametrize(
    ("language", "register"),
    [(Language.ENGLISH, "list meetings"), (Language.SPANISH, "listar reuniones")],
)
async def test_what_was_never_opened_is_in_the_register_as_the_empty_list_says(
    house: House, language: Language, register: str
) -> None:
    talk = Talk(house, house.router())
    await talk.channel("meeting schedule tomorrow 10:00; Census")
    assert "M-1" in await talk.alone("meeting list")
    house.clock.advance(2 * DAY + PLANNED_WITHIN.total_seconds())
    answer = await talk.hears("meeting list")
    assert "M-1" not in answer.message.text
    assert WORDS.for_language(Language.ENGLISH)("meetings-none") in str(answer.message.blocks)
    assert f"“{register}”" in WORDS.for_language(language)("meetings-none")
    assert "M-1" in await talk.alone(register)
