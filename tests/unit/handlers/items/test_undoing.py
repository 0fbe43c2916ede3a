"""`undo [REF]`, typed and pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.desk.answer import Reply
from handlers.interaction import Command
from handlers.parts.message import Message
from tests.fakes.scene import CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.house import DIRECT, House, click, command, interaction


def typed(text: str, user: str = MEMBER, channel: str = CHANNEL) -> Command:
    """A command that is another interaction than every other line."""
    made = command(text, user, channel)
    return replace(made, interaction=replace(made.interaction, key=f"command:{text}"))


def shown(answer: Reply | None) -> Message:
    """What the channel sees."""
    assert isinstance(answer, Reply)
    assert answer.in_channel
    return answer.message


def alone(answer: Reply | None) -> str:
    """What the person alone sees."""
    assert isinstance(answer, Reply)
    assert not answer.in_channel
    return answer.message.text


def statuses(house: House) -> list[str]:
    notes = house.store.uow.workspace(WORKSPACE).group(1).notes.by_number
    return [notes[number].status for number in sorted(notes)]


@pytest.mark.parametrize("line", ["undo", "deshacer", "Undo!", "undo N-2", "deshacer n2", "undo N-2 v1"])
async def test_the_last_write_is_taken_back_before_the_channel(line: str, house: House) -> None:
    router = house.router()
    await router.command(typed("note One"))
    await router.command(typed("note Two"))
    message = shown(await router.command(typed(line)))
    assert message.text == "*N-2* taken back (note, no theme): Two"
    assert statuses(house) == ["recorded", "withdrawn"]


async def test_a_named_item_is_taken_back_before_later_ones(house: House) -> None:
    router = house.router()
    await router.command(typed("note One"))
    await router.command(typed("note Two"))
    assert shown(await router.command(typed("undo N-1"))).text.startswith("*N-1*")
    assert statuses(house) == ["withdrawn", "recorded"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("undo", "You have recorded or changed nothing here"),
        ("undo that please", "“that please” is not a reference"),
        ("undo N-1 N-2", "“N-1 N-2” is not a reference"),
        ("undo N-9", "I cannot find N-9"),
    ],
)
async def test_what_cannot_be_taken_back_is_said_to_the_person_alone(
    line: str, words: str, house: House
) -> None:
    assert alone(await house.router().command(typed(line))).startswith(words)


async def test_the_button_of_a_record_takes_it_back_once_however_often_it_is_pressed(house: House) -> None:
    router = house.router()
    await router.command(typed("note Before"))
    recorded = shown(await router.command(typed("note The census starts on Monday")))
    (button,) = [each for each in buttons(recorded) if each["text"]["text"] == "Undo"]
    pressed = click(button["action_id"], button["value"], interaction(message="1700.1"))
    twice = replace(pressed, interaction=replace(pressed.interaction, key="click:another"))
    first, second = shown(await router.click(pressed)).text, alone(await router.click(twice))
    line = "*N-2* taken back (note, no theme): The census starts on Monday"
    assert (first, second) == (f"{line}\nAt the request of {MEMBER}", line)
    assert statuses(house) == ["recorded", "withdrawn"]


async def test_a_double_click_on_plain_undo_takes_one_write_back(house: House) -> None:
    router = house.router()
    await router.command(typed("note One"))
    await router.command(typed("note Two"))
    pressed = click("say:undo", "undo", interaction(message="1700.1"))
    twice = replace(pressed, interaction=replace(pressed.interaction, key="click:another"))
    assert shown(await router.click(pressed)).text.startswith("*N-2*")
    assert alone(await router.click(twice)).startswith("*N-2*")
    assert statuses(house) == ["recorded", "withdrawn"]


async def test_a_typed_undo_that_comes_twice_is_answered_twice_like_the_first_time(house: House) -> None:
    router = house.router()
    await router.command(typed("note One"))
    assert shown(await router.command(typed("undo"))) == shown(await router.command(typed("undo")))
    assert statuses(house) == ["withdrawn"]


@pytest.mark.parametrize(("said", "elsewhere"), [(DIRECT, CHANNEL), (CHANNEL, DIRECT)])
async def test_what_was_said_elsewhere_is_taken_back_before_the_person_alone(
    said: str, elsewhere: str, house: House
) -> None:
    router = house.router()
    await router.command(typed("note Between us", channel=said))
    taken = alone(await router.command(typed("undo", channel=elsewhere)))
    assert taken == "*N-1* taken back (note, no theme): Between us"
    assert statuses(house) == ["withdrawn"]


async def test_the_button_of_another_person_is_refused_to_whoever_pressed_it(house: House) -> None:
    router = house.router()
    await router.command(typed("note Mine", LEAD))
    pressed = click("say:undo N-1 v1", "undo N-1 v1", interaction(message="1700.1"))
    assert alone(await router.click(pressed)) == (
        "Only the person who recorded or changed N-1 can take that back."
    )
    assert statuses(house) == ["recorded"]


@pytest.mark.parametrize("line", ["note One", "obstacle One", "recommend One", "action One"])
async def test_what_was_taken_back_is_recorded_again_by_a_button(line: str, house: House) -> None:
    router = house.router()
    await router.command(typed(line))
    taken = shown(await router.command(typed("undo")))
    (again,) = [each for each in buttons(taken) if each["text"]["text"] == "Record it again"]
    pressed = click(again["action_id"], again["value"], interaction(message="1700.2"))
    twice = replace(pressed, interaction=replace(pressed.interaction, key="click:another"))
    recorded = again["value"].replace("-1", "-2")
    assert shown(await router.click(pressed)).text.startswith(f"*{recorded}*")
    changes = list(house.store.uow.workspace(WORKSPACE).group(1).changes.all)
    assert alone(await router.click(twice)).startswith(f"*{recorded}*")
    assert list(house.store.uow.workspace(WORKSPACE).group(1).changes.all) == changes


async def test_what_answered_a_withdrawn_obstacle_is_not_recorded_again(house: House) -> None:
    router = house.router()
    await router.command(typed("obstacle Nobody knows where they are"))
    await router.command(typed("recommend Publish a map for O-1"))
    taken = shown(await router.command(typed("undo")))
    await router.command(typed("undo O-1"))
    (again,) = [each for each in buttons(taken) if each["text"]["text"] == "Record it again"]
    pressed = click(again["action_id"], again["value"], interaction(message="1700.2"))
    for answer in (await router.click(pressed), await router.command(typed("recommend A map for O-1"))):
        assert alone(answer).startswith("O-1 has the status “withdrawn”")
    assert set(house.store.uow.workspace(WORKSPACE).group(1).recommendations.by_number) == {1}
