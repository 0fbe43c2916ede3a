"""Emoji under messages: given once, and as good as given when they are there already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.answers import TRANSPORT_ERRORS, post_failed, read_reply
from domain.sending import Accepted, Answer, Permanent

ALREADY = "already_reacted"

_NEVER = frozenset(
    {
        "bad_timestamp",
        "invalid_name",
        "message_not_found",
        "no_access",
        "no_item_specified",
        "not_reactable",
        "thread_locked",
        "too_many_emoji",
        "too_many_reactions",
    }
)
"""What no repetition will change (docs.slack.dev/reference/methods/reactions.add)."""


async def react(client: AsyncWebClient, channel: str, arguments: Mapping[str, Any]) -> Answer:
    """Give the emoji once; `arguments` are `name` and `timestamp`. Whatever Slack does is an Answer."""
    accepted = Accepted(str(arguments["timestamp"]))
    try:
        await client.api_call("reactions.add", json={**arguments, "channel": channel})
    except TRANSPORT_ERRORS as error:
        code = read_reply(error).code if isinstance(error, SlackApiError) else None
        if code == ALREADY:
            return accepted
        return Permanent(code) if code in _NEVER and code is not None else post_failed(error)
    return accepted
