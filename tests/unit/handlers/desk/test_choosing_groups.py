"""Which group is meant where it could be several: only a button says so, and only of one's own groups."""

from __future__ import annotations

import pytest

from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import told
from handlers.desk.request import Request
from tests.fakes.scene import found
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
