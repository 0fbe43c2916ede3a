"""Posting a part of a delivery: the only place outside requests where messages leave for Slack."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any, TypeAlias

from aiohttp import ClientSession, ClientTimeout, TraceConfig
from pydantic_core import to_json
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.answers import NOT_INSTALLED, TRANSPORT_ERRORS, not_begun, post_failed, posted
from bot.delivery.destination import Destinations
from bot.delivery.marks import mark_of, thread_of
from bot.delivery.reactions import react
from domain.delivery import Delivery, DeliveryKind, Part
from domain.ports import StoreUnavailable
from domain.sending import Answer, Shut, Transient

ClientFor: TypeAlias = Callable[[str], Awaitable[AsyncWebClient]]
"""The client with a workspace's token. Raises LookupError where the app is not installed."""

TOKEN_UNAVAILABLE = "token_unavailable"  # noqa: S105 - the name of an error

SDK_LOGGER = "slack_sdk.web.async_base_client"
"""The logger slack_sdk's clients have unless they are given another."""


def open_session(post_timeout: timedelta, traces: Sequence[TraceConfig] = ()) -> ClientSession:
    """The session all deliveries share. Its own timeout counts: slack_sdk ignores its `timeout` then."""
    timeout = ClientTimeout(total=post_timeout.total_seconds())
    return ClientSession(timeout=timeout, trace_configs=list(traces), json_serialize=body_of)


def body_of(arguments: Any) -> str:  # noqa: ANN401 - whatever json.dumps takes
    """JSON for Slack, by pydantic's encoder, which takes a third of json's time for a digest.

    What that one refuses is left to json, which writes half a surrogate pair too.
    """
    try:
        return to_json(arguments).decode()
    except ValueError:
        return json.dumps(arguments)


def client_of(token: str, api_url: str, session: ClientSession) -> AsyncWebClient:
    """A client that never repeats a call by itself.

    slack_sdk's default retries once after a dropped connection, which posts twice when it dropped after
    the message was taken. Its `timeout` counts only once the session is closed.
    """
    total = int(session.timeout.total or 1)
    return AsyncWebClient(
        token=token,
        base_url=api_url,
        session=session,
        timeout=max(1, total),
        logger=_logger(),
        retry_handlers=[],
    )


def _logger() -> logging.Logger:
    """One below slack_sdk's own, with the level that counts there now.

    slack_sdk asks a logger's own level, which nobody sets, whether to word its lines for debugging: it wrote
    out every request and every answer and threw that away (slackapi/python-slack-sdk, issue 1957, tells the
    same of Socket Mode).
    """
    above = logging.getLogger(SDK_LOGGER)
    logger = above.getChild("posts")
    logger.setLevel(above.getEffectiveLevel())
    return logger


class Poster:
    """Posts parts; later ones go to the thread of the first."""

    def __init__(self, client_for: ClientFor, destinations: Destinations) -> None:
        self._client_for = client_for
        self._destinations = destinations

    async def post(self, delivery: Delivery, part: Part, *, plain: bool) -> Answer:
        """Post the part once. Whatever Slack or the network does is an Answer."""
        try:
            client = await self._client_for(delivery.workspace)
        except LookupError:
            return Shut(NOT_INSTALLED)
        except StoreUnavailable:
            return Transient(TOKEN_UNAVAILABLE)
        try:
            channel = await self._destinations.channel(client, delivery)
        except TRANSPORT_ERRORS as error:
            return not_begun(error)
        if delivery.kind is DeliveryKind.REACTION:
            return await react(client, channel, part.payload.rich)
        arguments = {
            **(part.payload.plain if plain else part.payload.rich),
            "channel": channel,
            "metadata": mark_of(delivery, part),
        }
        thread = thread_of(delivery, part)
        if thread is not None:
            arguments["thread_ts"] = thread
        method = "chat.postMessage"
        if delivery.kind is DeliveryKind.WHISPER:
            method = "chat.postEphemeral"
            del arguments["metadata"]
            arguments["user"] = delivery.facts["user"]
        try:
            response = await client.api_call(method, json=arguments)
        except TRANSPORT_ERRORS as error:
            return post_failed(error)
        return posted(response.data)
