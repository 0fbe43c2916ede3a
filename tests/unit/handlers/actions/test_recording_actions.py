"""`action`, typed and pressed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.scene import LEAD, MEMBER
from tests.unit.handlers.talk import Talk, lines


async def test_an_action_says_who_and_by_when(talk: Talk) -> None:
    told = await talk.channel(f"action <@{LEAD}|lead> Send the data due 2027-06-04 theme:charging")
    assert told == f"*A-1* action, Charging, owner: {LEAD}, due Friday, Jun 4, 2027: Send the data"


async def test_without_a_name_and_a_date_it_is_ones_own_in_a_week(talk: Talk) -> None:
    answer = await talk.hears("acción Enviar los datos")
    made = talk.record.actions.by_number[1]
    today = talk.house.clock.now().astimezone(talk.record.group.timezone).date()
    assert (made.owner, made.due_on) == (MEMBER, today + timedelta(weeks=1))
    assert lines(answer) == ["show A-1", "done A-1 v1", "edit A-1", "undo A-1 v1"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"action <@{LEAD}|lead>", "Give somebody a task"),
        ("action @somebody Send it", "Nobody called “@somebody” is known in this workspace"),
        ("action <@U0NOBODY|nobody> Send it", "That person is not a member of this group"),
        ("action Send it due 2020-01-01", "Wednesday, Jan 1, 2020 has passed already"),
        ("action Send it theme:nowhere", "I do not know the theme “nowhere”"),
    ],
)
async def test_what_cannot_be_recorded_is_said_to_the_person_alone(line: str, words: str, talk: Talk) -> None:
    assert (await talk.alone(line)).startswith(words)


async def test_a_verb_alone_opens_its_form(talk: Talk) -> None:
    assert (await talk.opens("action"))["callback_id"] == "record-action"


async def test_the_same_words_again_are_recorded_with_a_press(talk: Talk) -> None:
    await talk.channel(f"action <@{LEAD}|lead> Send the data due 2027-06-04")
    assert "is *A-1*" in await talk.alone("action Send the data")
    pressed = await talk.again("A-1")
    assert pressed.message.text.startswith(f"*A-2* action, no theme, owner: {LEAD}, due Friday, Jun 4, 2027")


async def test_one_that_was_due_before_is_due_in_a_week_when_recorded_again(talk: Talk) -> None:
    await talk.channel("action Send the data due tomorrow")
    talk.house.clock.advance(timedelta(days=3).total_seconds())
    await talk.again("A-1")
    first, second = (talk.record.actions.by_number[number].due_on for number in (1, 2))
    assert first is not None
    assert second is not None
    assert second - first == timedelta(days=9)


async def test_open_actions_are_listed_and_stand_with_their_date(talk: Talk) -> None:
    await talk.channel("action Send the data due 2027-06-04")
    await talk.channel("action Call the plant")
    await talk.channel("done A-2")
    shown = (await talk.hears("list open actions")).message
    assert "Send the data" in shown.text
    assert "Call the plant" not in shown.text
    assert "open, due Jun 4, 2027" in str(shown.blocks)
    assert "Call the plant" in (await talk.hears("listar acciones hechas")).message.text


@pytest.mark.parametrize(
    ("line", "theirs"),
    [
        (
            f"action Send the census to the CRE <@{LEAD}|lead> due 2027-06-04",
            f"action <@{LEAD}> Send the census to the CRE due 2027-06-04",
        ),
        (f"action Review the census, <@{LEAD}|lead>", f"action <@{LEAD}> Review the census"),
        (
            f"action Review the census (<@{LEAD}|lead>) due 2027-06-04",
            f"action <@{LEAD}> Review the census due 2027-06-04",
        ),
    ],
)
async def test_who_ends_a_text_may_be_who_does_it(line: str, theirs: str, talk: Talk) -> None:
    asked = await talk.hears(line)
    assert not asked.in_channel
    assert "a part of the text?" in asked.message.text
    assert lines(asked)[:2] == [theirs, f"action owner:me {line.removeprefix('action ')}"]
    await talk.presses(lines(asked)[0])
    held = talk.record.actions.by_number[1]
    assert (held.owner, "@" in held.text.original) == (LEAD, False)


async def test_or_a_word_of_it(talk: Talk) -> None:
    asked = await talk.hears(f"action Review the census of <@{LEAD}|lead>, <@{LEAD}|lead>")
    await talk.presses(lines(asked)[1])
    held = talk.record.actions.by_number[1]
    assert (held.owner, held.text.original) == (MEMBER, "Review the census of @lead, @lead")


@pytest.mark.parametrize(
    "text",
    [
        f"Call <@{LEAD}|lead>",
        f"Send the census to <@{LEAD}|lead>",
        f"Revisar el censo con <@{LEAD}|lead> para el 4 de junio",
        f"Ask <@{LEAD}|lead> for the census",
        f"Review it <@{LEAD}|lead> owner:me",
    ],
)
async def test_a_person_within_a_sentence_is_a_word_of_it(text: str, talk: Talk) -> None:
    await talk.channel(f"action {text}")
    held = talk.record.actions.by_number[1]
    assert held.owner == MEMBER
    assert "@lead" in held.text.original


@pytest.mark.parametrize("between", [" y ", ", ", " and ", " "])
async def test_of_two_people_in_front_one_does_it(between: str, talk: Talk) -> None:
    told = await talk.alone(f"acción <@{LEAD}|lead>{between}<@{MEMBER}|member> revisar el censo")
    assert "una sola persona responsable" in told or "one owner" in told
