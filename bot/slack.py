"""Slack's Web API as the desk may use it while a person waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import log_events
from bot.told import code_told
from handlers.desk.request import AnswerRefused, SlackUnavailable
from handlers.interaction import is_direct

_ABSENT = frozenset({"not_in_channel", "channel_not_found", "is_archived", "missing_scope"})


class SlackWeb:
    """The methods the desk needs, over one shared session."""

    def __init__(
        self, client_for: Callable[[str], AsyncWebClient], session: ClientSession, bot_name: str
    ) -> None:
        self.bot_name = bot_name
        self._client_for = client_for
        self._session = session
        self._log = structlog.get_logger()

    async def user(self, workspace: str, user: str) -> Mapping[str, Any] | None:
        """The `user` object of users.info with locale; None when Slack does not tell."""
        try:
            answer = await self._client_for(workspace).users_info(user=user, include_locale=True)
        except (SlackApiError, ClientError, TimeoutError) as error:
            self._log.warning(log_events.USER_UNKNOWN, workspace=workspace, error=type(error).__name__)
            return None
        found: Mapping[str, Any] = answer.get("user", {})
        return found

    async def is_member(self, workspace: str, channel: str) -> bool:
        """Whether the bot can read and write in the channel. Raises SlackUnavailable."""
        try:
            with _unavailable():
                answer = await self._client_for(workspace).conversations_info(channel=channel)
        except SlackUnavailable as error:
            if error.code in _ABSENT:
                return False
            raise
        channel_told: Mapping[str, Any] = answer.get("channel") or {}
        return bool(channel_told.get("is_member"))

    async def open_view(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        """Open a modal. Raises SlackUnavailable."""
        with _unavailable():
            await self._client_for(workspace).views_open(trigger_id=trigger, view=dict(view))

    async def update_view(self, workspace: str, view_id: str, hash_: str, view: Mapping[str, Any]) -> None:
        """Put another view in the place of an open one that is still as it was. Raises SlackUnavailable."""
        with _unavailable():
            await self._client_for(workspace).views_update(view_id=view_id, hash=hash_, view=dict(view))

    async def publish_home(self, workspace: str, user: str, view: Mapping[str, Any]) -> None:
        """Show the Home tab. Raises SlackUnavailable."""
        with _unavailable():
            await self._client_for(workspace).views_publish(user_id=user, view=dict(view))

    async def whisper(self, workspace: str, channel: str, user: str, payload: Mapping[str, Any]) -> None:
        """Say something to one person in a channel, or in their direct message. Raises SlackUnavailable.

        With the person's own id for the channel it is their direct message (docs.slack.dev:
        chat.postMessage).
        Said once in the request: nothing keeps it to be said again.
        """
        client = self._client_for(workspace)
        with _unavailable():
            if is_direct(channel) or channel == user:
                await client.api_call("chat.postMessage", json={**payload, "channel": channel})
            else:
                await client.api_call(
                    "chat.postEphemeral", json={**payload, "channel": channel, "user": user}
                )

    async def respond(self, url: str, payload: Mapping[str, Any]) -> None:
        """Answer through a response_url. Raises AnswerRefused or SlackUnavailable."""
        with _unavailable():
            async with self._session.post(url, json=payload) as answer:
                if answer.status == HTTPStatus.BAD_REQUEST:
                    raise AnswerRefused(f"http_{answer.status}")
                answer.raise_for_status()


@contextmanager
def _unavailable() -> Iterator[None]:
    try:
        yield
    except SlackApiError as error:
        body = getattr(error.response, "data", None)  # none of it where aiohttp found no JSON
        code = code_told(body.get("error")) if isinstance(body, dict) else None
        raise SlackUnavailable(code or "no_code") from error
    except (ClientError, TimeoutError) as error:
        raise SlackUnavailable(type(error).__name__) from error
