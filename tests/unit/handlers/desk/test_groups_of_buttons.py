"""Buttons keep to the group they are about: in direct messages, and in channels that went elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from handlers.desk.answer import Reply
from handlers.interaction import Interaction
from handlers.parts.blocks import actions, button, section
from handlers.parts.limits import ACTION_ID_MAX
from handlers.parts.message import Message
from handlers.parts.next_steps import blocks_about, choose, message_about, said_by, say, share, verb_of
from tests.fakes.scene import CHANNEL, WORKSPACE, found
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.desk.house import DIRECT, House, click, command, interaction


@pytest.fixture
def house() -> House:
    """A desk whose member is in two groups; each has an obstacle."""
    desk = House()
    found(desk.store.uow, channel="C0002")
    return desk


async def asks(house: House, line: str, where: str, number: int | None = None) -> Reply:
    """Type a line; in a direct message press the button of the group with this number then."""
    typed = command(line, channel=where)
    typed = replace(typed, interaction=replace(typed.interaction, key=f"command:{where}:{line}"))
    answer = await house.router().command(typed)
    assert isinstance(answer, Reply)
    if number is None:
        return answer
    offered = next(each for each in buttons(answer.message) if each["value"].endswith(f" group:{number}"))
    return await presses(house, offered, interaction(channel=where))


async def presses(house: House, pressed: dict[str, str], where: Interaction) -> Reply:
    answer = await house.router().click(click(pressed["action_id"], pressed["value"], where))
    assert isinstance(answer, Reply)
    return answer


def theirs(answer: Reply) -> set[int | None]:
    return {said_by(each["action_id"], each["value"])[1] for each in buttons(answer.message)}


async def test_in_a_direct_message_the_group_is_asked_for_once(house: House) -> None:
    direct = interaction(channel=DIRECT)
    recorded = await asks(house, "obstacle No map says where the chargers are", DIRECT, 2)
    assert theirs(recorded) == {2}
    shown = await presses(house, buttons(recorded.message)[0], direct)
    assert "No map says where" in shown.message.text
    assert theirs(shown) == {2}


async def test_in_a_channel_buttons_say_its_group_too(house: House) -> None:
    assert theirs(await asks(house, "obstacle x", CHANNEL)) == {1}


async def test_a_button_of_a_channel_that_went_to_another_group_reads_nothing_of_it(house: House) -> None:
    recorded = await asks(house, "obstacle mine", CHANNEL)
    await asks(house, "obstacle theirs", "C0002")
    house.store.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 2))
    for pressed in buttons(recorded.message):
        answer = await presses(house, pressed, interaction())
        assert answer.message.text.startswith("This button belongs to another group")
    assert "theirs" in (await asks(house, "show O-1", CHANNEL)).message.text


async def test_who_left_the_group_is_not_answered_about_another_one(house: House) -> None:
    recorded = await asks(house, "obstacle theirs", DIRECT, 2)
    await asks(house, "obstacle mine", CHANNEL)
    house.store.uow.workspace(WORKSPACE).group(2).members.remove("U0MEMBER")
    answer = await presses(house, buttons(recorded.message)[0], interaction(channel=DIRECT))
    assert answer.message.text.startswith("This button belongs to another group")


async def test_a_forged_group_opens_nothing(house: House) -> None:
    stranger = house.store.uow.workspace(WORKSPACE).group(2).members
    await asks(house, "obstacle theirs", "C0002")
    stranger.remove("U0MEMBER")
    forged = {"action_id": "say@2:show O-1", "value": "show O-1"}
    answer = await presses(house, forged, interaction(channel=DIRECT))
    assert "theirs" not in answer.message.text


async def test_help_and_language_need_no_group_and_are_answered_all_the_same(house: House) -> None:
    forged = {"action_id": "say@9:help", "value": "help"}
    answer = await presses(house, forged, interaction(channel=DIRECT))
    assert not answer.message.text.startswith("This button")


def test_every_button_that_says_something_says_its_group_and_its_line_stays() -> None:
    line = "note " + "long " * 100
    row = actions(say("a", "show O-1"), share("b", "list"), say("c", line), button("d", "other", "x"))
    message = message_about(Message("x", (section("x"), row)), 12)
    made = buttons(message)
    assert [said_by(each["action_id"], each["value"]) for each in made] == [
        ("show O-1", 12),
        ("list", 12),
        (line, 12),
        ("x", None),
    ]
    assert max(len(each["action_id"]) for each in made) <= ACTION_ID_MAX
    assert message_violations(message) == []


def test_a_choice_of_groups_is_left_as_it_is() -> None:
    offered = actions(choose("a", "note x", 4))
    assert blocks_about([offered], 1) == [offered]
    marked = blocks_about([actions(say("a", "show O-1"))], 1)
    assert blocks_about(marked, 2) == marked
    assert verb_of(marked[0]["elements"][0]["action_id"]) == "say"
