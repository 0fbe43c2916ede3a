"""What people can choose: what a client offers, and nothing else."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InMessage, People
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import CLOSED, GENERAL, GUEST, LEAD, MEMBER, STEERING


async def choose(
    people: People, slack: AsyncWebClient, kind: str, chosen: dict[str, Any], who: str = MEMBER
) -> str:
    """The error of choosing this in a message's element; empty when it was done."""
    block = {"type": "actions", "block_id": "b", "elements": [{"type": kind, "action_id": "a"}]}
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x", blocks=[block]))["ts"]
    return (await people.action(who, ElementName(InMessage(GENERAL, ts), "b", "a"), chosen)).error


@pytest.mark.parametrize(
    "case",
    [
        ("datepicker", "selected_date", "2026-02-28", "banana"),
        ("datepicker", "selected_date", None, "2026-02-30"),
        ("datepicker", "selected_date", "2026-12-31", 5),
        ("timepicker", "selected_time", "23:59", "24:00"),
        ("timepicker", "selected_time", "00:00", 5),
        ("datetimepicker", "selected_date_time", 1_800_000_000, "1800000000"),
        ("users_select", "selected_user", LEAD, [LEAD]),
    ],
)
async def test_a_value_has_the_form_of_its_picker(
    people: People, app: FakeApp, slack: AsyncWebClient, case: tuple[str, str, object, object]
) -> None:
    kind, key, there, not_there = case

    assert await choose(people, slack, kind, {key: not_there}) == "invalid_value"
    assert app.payloads == []
    assert await choose(people, slack, kind, {key: there}) == ""
    assert app.payloads[0]["actions"][0][key] == there


@pytest.mark.parametrize(
    "case",
    [
        ("users_select", "selected_user", LEAD, "U0NOBODY99"),
        ("conversations_select", "selected_conversation", GENERAL, STEERING),
        ("channels_select", "selected_channel", CLOSED, "C0NOWHERE1"),
    ],
)
async def test_people_and_channels_are_chosen_from_those_that_one_sees(
    people: People, app: FakeApp, slack: AsyncWebClient, case: tuple[str, str, str, str]
) -> None:
    kind, key, there, not_there = case

    assert await choose(people, slack, kind, {key: not_there}) == "unknown_option"
    assert app.payloads == []
    assert await choose(people, slack, kind, {key: there}) == ""


async def test_a_guest_chooses_no_channel_that_members_alone_see(
    people: People, slack: AsyncWebClient
) -> None:
    chosen = {"selected_channel": CLOSED}

    assert await choose(people, slack, "channels_select", chosen, GUEST) == "unknown_option"
