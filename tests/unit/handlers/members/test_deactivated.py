"""Members whom Slack deactivated: told apart in the list, found by name, and taken out by a chair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.desk.answer import Reply
from handlers.words.slack_text import person
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.house import House, click, interaction
from tests.unit.handlers.items.test_undoing import alone, typed

NAME = "oem us"


def deactivate(house: House, user: str, name: str = NAME) -> None:
    known = house.people.by_user[user]
    house.people.by_user[user] = replace(known, is_deactivated=True, name=name)


async def asked(house: House, line: str, user: str = CHAIR) -> Reply:
    answer = await house.router().command(typed(line, user))
    assert isinstance(answer, Reply)
    return answer


def members(house: House) -> set[str]:
    return set(house.store.uow.workspace(WORKSPACE).group(1).members.by_user)


async def test_the_list_tells_them_apart_and_does_not_count_them(house: House) -> None:
    deactivate(house, MEMBER)
    answer = await asked(house, "members")
    first, *lines = answer.message.text.splitlines()
    assert first == "Working group: 2 members and one whose Slack account is deactivated"
    assert any(line.startswith(f"{NAME} · Slack account deactivated · member") for line in lines)
    assert any("industry: 2" in line for line in lines)
    assert [(each["text"]["text"], each["value"]) for each in buttons(answer.message)] == [
        (NAME, f"members {person(MEMBER)}")
    ]


@pytest.mark.parametrize("line", [f"members @{NAME}", f"members {person(MEMBER)}"])
async def test_they_are_shown_with_the_way_to_take_them_out(line: str, house: House) -> None:
    deactivate(house, MEMBER)
    answer = await asked(house, line)
    assert "Their Slack account is deactivated" in answer.message.text
    (out, _) = buttons(answer.message)
    assert out["text"]["text"] == "Take out"
    assert "positions no longer count" in str(out["confirm"])
    alone(await house.router().click(click("say", out["value"], interaction(CHAIR, message="1700.1"))))
    assert members(house) == {CHAIR, LEAD}


@pytest.mark.parametrize("line", [f"members @{NAME} remove", f"miembros quitar @{NAME}"])
async def test_a_chair_takes_them_out_by_name(line: str, house: House) -> None:
    deactivate(house, MEMBER)
    assert NAME in alone(await asked(house, line))
    assert members(house) == {CHAIR, LEAD}


async def test_others_see_no_way_to_take_them_out(house: House) -> None:
    deactivate(house, MEMBER)
    answer = await asked(house, f"members @{NAME}", LEAD)
    assert [each["value"] for each in buttons(answer.message)] == ["members"]


async def test_a_name_that_two_have_is_nobody_s(house: House) -> None:
    deactivate(house, MEMBER)
    house.people.by_user[LEAD] = replace(house.people.by_user[LEAD], name=NAME)
    await asked(house, f"members @{NAME} remove")
    assert members(house) == {CHAIR, LEAD, MEMBER}


async def test_a_name_of_somebody_who_is_there_is_still_left_to_slack(house: House) -> None:
    house.people.by_user[MEMBER] = replace(house.people.by_user[MEMBER], name=NAME)
    await asked(house, f"members @{NAME} remove")
    assert members(house) == {CHAIR, LEAD, MEMBER}
