"""Which group is meant where it could be several: only a button says so, and only of one's own groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language
from domain.people import Role
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import told
from handlers.desk.request import Request
from tests.fakes.scene import MEMBER, WORKSPACE, found
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.echoes import echo, only, said
from tests.unit.handlers.desk.house import DIRECT, NEWCOMER, House, click, command, interaction


def join_two_groups(house: House) -> int:
    """The member is in a second group too; its number."""
    return found(house.store.uow, channel="C0002").group.id


async def test_who_is_in_several_groups_is_asked_which_one(house: House) -> None:
    second = join_two_groups(house)
    answer = await house.router().command(command("note a <https://x.example|link> & more", channel=DIRECT))
    assert isinstance(answer, Reply)
    assert [button["value"] for button in buttons(answer.message)] == [
        "note a <https://x.example|link> & more group:1",
        f"note a <https://x.example|link> & more group:{second}",
    ]


async def test_the_chosen_group_gets_the_line_as_it_was_typed(house: House) -> None:
    second = join_two_groups(house)
    router = house.router(only(echo))
    pressed = click("choose:x", f"note a &amp; more group:{second}", interaction(channel=DIRECT))
    assert said(await router.click(pressed)) == f"note en en {second} a & more"


@pytest.mark.parametrize("group", [3, 999999999])
async def test_a_group_that_is_not_theirs_cannot_be_chosen(group: int, house: House) -> None:
    join_two_groups(house)
    pressed = click("choose:x", f"note x group:{group}", interaction(channel=DIRECT))
    assert said(await house.router().click(pressed)).startswith("This button belongs to another group")


async def test_only_a_button_that_offers_groups_chooses_one(house: House) -> None:
    second = join_two_groups(house)
    line = f"note the tariff was in group:{second}"
    assert said(await house.router(only(echo)).click(click("say:x", line))).endswith(" in group:2")


async def names(request: Request) -> Answer:
    return told(" ".join(f"{mention.id} {mention.label}" for mention in request.utterance.people))


async def test_an_offered_verb_and_an_offered_group_keep_who_was_named(house: House) -> None:
    join_two_groups(house)
    direct = interaction(channel=DIRECT)
    router = house.router(only(names))
    missed = await router.command(command("lst by:<@U0LEAD|lead-infra>", channel=DIRECT))
    assert isinstance(missed, Reply)
    offered = buttons(missed.message)[0]
    asked = await router.click(click(offered["action_id"], offered["value"], direct))
    assert isinstance(asked, Reply)
    chosen = buttons(asked.message)[-1]
    answer = await router.click(click(chosen["action_id"], chosen["value"], direct))
    assert said(answer) == "U0LEAD @lead-infra"


async def test_a_typed_group_chooses_nothing(house: House) -> None:
    """Only a button chooses: people may write such words."""
    second = join_two_groups(house)
    answer = await house.router().command(command(f"note x group:{second}", channel=DIRECT))
    assert said(answer).startswith("You are in several groups")


@pytest.mark.parametrize(("is_admin", "offered"), [(True, "setup"), (False, "help")])
async def test_a_channel_without_a_group_offers_administrators_to_set_one_up(
    is_admin: bool,  # noqa: FBT001 - a case of the table
    offered: str,
    house: House,
) -> None:
    house.slack.users[NEWCOMER] = {"locale": "en-US", "is_admin": is_admin}
    answer = await house.router().command(command("status", NEWCOMER, "C0009"))
    assert isinstance(answer, Reply)
    assert [button["value"] for button in buttons(answer.message)] == [offered]


async def asked(house: House, line: str) -> list[dict[str, str]]:
    """The answers that are offered to the question which group is meant."""
    answer = await house.router().command(command(line, channel=DIRECT))
    assert isinstance(answer, Reply)
    return buttons(answer.message)


async def answered(house: House, button: dict[str, str], key: str) -> Reply:
    """Press an answer of the one message that asked."""
    pressed = click(button["action_id"], button["value"], interaction(channel=DIRECT, message="1700.1"))
    answer = await house.router().click(replace(pressed, interaction=replace(pressed.interaction, key=key)))
    assert isinstance(answer, Reply)
    return answer


def kept(house: House) -> list[int]:
    """How many notes there are in each group."""
    workspace = house.store.uow.workspace(WORKSPACE)
    return [len(workspace.group(number).notes.by_number) for number in (1, 2)]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ENGLISH, "You have answered this question already, with another group."),
        (Language.SPANISH, "Usted ya respondió esta pregunta con otro grupo."),
    ],
)
async def test_the_question_is_answered_once(language: Language, told: str, house: House) -> None:
    join_two_groups(house)
    profile = house.people.get(MEMBER)
    assert profile is not None
    house.people.save(replace(profile, locale_language=language))
    first, second = await asked(house, "note A map")
    assert "N-1" in (await answered(house, second, "a")).message.text
    refused = await answered(house, first, "b")
    assert refused.message.text.startswith(told)
    assert not [one for one in buttons(refused.message) if one["action_id"].startswith("fill")]
    assert kept(house) == [0, 1]


async def test_an_answer_that_is_pressed_twice_is_one(house: House) -> None:
    join_two_groups(house)
    first, _ = await asked(house, "note A map")
    told = [(await answered(house, first, key)).message.text for key in "ab"]
    assert all("N-1" in each for each in told)
    assert kept(house) == [1, 0]


async def test_a_refused_answer_leaves_the_question_open(house: House) -> None:
    second = join_two_groups(house)
    members = house.store.uow.workspace(WORKSPACE).group(second).members
    member = members.get(MEMBER)
    assert member is not None
    members.save(replace(member, role=Role.OBSERVER))
    one, other = await asked(house, "note A map")
    assert "N-1" not in (await answered(house, other, "a")).message.text
    assert "N-1" in (await answered(house, one, "b")).message.text
    assert kept(house) == [1, 0]


async def test_what_is_only_read_may_be_read_of_each_group(house: House) -> None:
    join_two_groups(house)
    told = [
        await answered(house, button, str(number)) for number, button in enumerate(await asked(house, "list"))
    ]
    assert [one.message.text.startswith("You have answered") for one in told] == [False, False]


async def test_a_second_question_is_another_one(house: House) -> None:
    join_two_groups(house)
    first, second = await asked(house, "note A map")
    await answered(house, first, "a")
    pressed = click(second["action_id"], second["value"], interaction(channel=DIRECT, message="1700.2"))
    answer = await house.router().click(pressed)
    assert isinstance(answer, Reply)
    assert answer.message.text.startswith("*N-1*")
    assert kept(house) == [1, 1]
