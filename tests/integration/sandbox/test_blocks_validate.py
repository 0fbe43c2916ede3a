"""`blocks.validate`: what would be refused, without sending it."""

import json
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.forms import modal
from tests.integration.sandbox.seeds import GENERAL, LEAD, seed_facts, workspace_seed
from tests.unit.bot.sandbox.validator import builders as b


@pytest.fixture
def seed() -> WorkspaceSeed:
    return workspace_seed(app={**seed_facts()["app"], "scopes": []}, unsupported_blocks=["table"])


async def refusal(slack: AsyncWebClient, **arguments: object) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as refused:
        await slack.api_call("blocks.validate", json=arguments)
    answer: dict[str, Any] = refused.value.response.data
    return answer


async def test_what_slack_takes_is_ok_and_nothing_is_sent(slack: AsyncWebClient, people: People) -> None:
    for arguments in (
        {"blocks": [b.section()]},
        {"message": {"blocks": [b.section()]}},
        {"view": modal()},
        {"view": b.home(b.section())},
    ):
        assert (await slack.api_call("blocks.validate", json=arguments))["ok"]
        written = {name: json.dumps(value) for name, value in arguments.items()}
        assert (await slack.api_call("blocks.validate", data=written))["ok"]
    assert await people.messages(LEAD, GENERAL) == []
    assert await people.views(LEAD) == []


async def test_each_violation_comes_with_its_place(slack: AsyncWebClient) -> None:
    long = b.section(b.letters(3001))
    for arguments, error, pointer in (
        ({"blocks": [b.section(), long]}, "invalid_blocks", "/1/text/text"),
        ({"message": {"blocks": [long]}}, "invalid_message", "/blocks/0/text/text"),
        ({"view": b.modal(long)}, "invalid_view", "/blocks/0/text/text"),
        ({"blocks": [b.table()]}, "invalid_blocks", "/0"),
        ({"message": {}}, "invalid_message", ""),
        ({"message": "no json"}, "invalid_message", None),
        ({"view": "{"}, "invalid_view", None),
        ({"blocks": "["}, "invalid_blocks", None),
    ):
        answer = await refusal(slack, **arguments)
        assert answer["error"] == error
        told = [each["pointer"] for each in answer.get("errors", [])]
        assert told == ([] if pointer is None else [pointer])


async def test_exactly_one_thing_is_validated_at_a_time(slack: AsyncWebClient) -> None:
    for arguments in ({}, {"blocks": [b.section()], "view": modal()}):
        assert (await refusal(slack, **arguments))["error"] == "invalid_arguments"
