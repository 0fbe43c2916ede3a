"""Looking a delivery up in the channel's history by its mark, and removing what stands there twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeAlias

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.answers import NOT_INSTALLED, TRANSPORT_ERRORS, date_of, look_failed, read_reply
from bot.delivery.destination import Destinations
from bot.delivery.marks import bears, mark_of, thread_of
from bot.delivery.poster import TOKEN_UNAVAILABLE, ClientFor
from domain.delivery import Delivery, Part
from domain.ports import StoreUnavailable
from domain.sending import Finding, Obscured, Seen, Unreadable

PAGE = 200
"""Messages a page, the most Slack recommends; some apps get 15 (docs.slack.dev, conversations.history)."""

PAGES_MAX = 50
"""A history that goes on for longer since the sending is looked at again later."""

TOO_LONG = "history_too_long"
NO_OBJECT = "no_object"
"""Our own word for an answer of another shape."""

ASTRAY = timedelta(days=1)
"""How far back a look goes where the clock that noted the sending was ahead of Slack's."""

SECOND = timedelta(seconds=1)
"""What Slack's dates are cut off to."""


class _Unanswered(Exception):  # noqa: N818 - a fact about the world, not a malfunction
    """Slack did not say; what the look came to therefore."""

    def __init__(self, finding: Obscured | Unreadable) -> None:
        super().__init__(finding)
        self.finding = finding


@contextmanager
def _answered() -> Iterator[None]:
    """Around what is asked of Slack, and nothing else: what is wrong with us is not Slack's silence."""
    try:
        yield
    except TRANSPORT_ERRORS as error:
        raise _Unanswered(look_failed(error)) from error


class Reconciler(Protocol):
    """How doubt about a message is resolved."""

    async def find(self, delivery: Delivery, part: Part) -> Finding:
        """All messages that are this part."""
        ...

    async def remove(self, delivery: Delivery, ts: str) -> Obscured | Unreadable | None:
        """Take a message away; None when it is gone."""
        ...


NewReconciler: TypeAlias = Callable[[ClientFor, Destinations, timedelta], Reconciler]
"""Makes one from the clients, the destinations and how far before a sending it looks."""


class Lookup:
    """The history over the Web API: of the channel for the first part, of its thread for the others."""

    def __init__(self, client_for: ClientFor, destinations: Destinations, margin: timedelta) -> None:
        self._client_for = client_for
        self._destinations = destinations
        self._margin = margin

    async def find(self, delivery: Delivery, part: Part) -> Finding:
        """All messages that carry the part's mark, from a margin before its sending on.

        A sending that by Slack's clock has yet to begin was noted by a clock astray: where nothing stands
        since then, the look goes further back.
        """
        client = await self._client(delivery.workspace)
        if not isinstance(client, AsyncWebClient):
            return client
        begun_at = part.begun_at or delivery.due_at
        try:
            finding, told = await self._search(client, delivery, part, begun_at - self._margin)
            if finding == Seen(()) and told is not None and told + SECOND < begun_at:
                finding, _ = await self._search(client, delivery, part, told - ASTRAY)
        except _Unanswered as error:
            return error.finding
        return finding

    async def remove(self, delivery: Delivery, ts: str) -> Obscured | Unreadable | None:
        """Delete the message; one that is not there any more is removed."""
        client = await self._client(delivery.workspace)
        if not isinstance(client, AsyncWebClient):
            return client
        try:
            channel = await self._destinations.channel(client, delivery)
            await client.api_call("chat.delete", json={"channel": channel, "ts": ts})
        except TRANSPORT_ERRORS as error:
            return _removal_failed(error)
        return None

    async def _client(self, workspace: str) -> AsyncWebClient | Obscured | Unreadable:
        try:
            return await self._client_for(workspace)
        except LookupError:
            return Obscured(NOT_INSTALLED)
        except StoreUnavailable:
            return Obscured(TOKEN_UNAVAILABLE)

    async def _search(
        self, client: AsyncWebClient, delivery: Delivery, part: Part, oldest: datetime
    ) -> tuple[Finding, datetime | None]:
        """What was found since `oldest`, and when that was by Slack's clock."""
        mark = mark_of(delivery, part)
        found: set[str] = set()
        pages = 0
        told = None
        async for answer, headers in self._pages(client, delivery, part, oldest):
            found |= {message["ts"] for message in answer.get("messages", ()) if bears(message, mark)}
            pages += 1
            told = date_of(headers)
        return Seen(tuple(sorted(found))) if pages <= PAGES_MAX else Obscured(TOO_LONG), told

    async def _pages(
        self, client: AsyncWebClient, delivery: Delivery, part: Part, oldest: datetime
    ) -> AsyncIterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
        """One page with its headers after the other, one more than PAGES_MAX at most."""
        thread = thread_of(delivery, part)
        with _answered():
            channel = await self._destinations.channel(client, delivery)
        arguments: dict[str, Any] = {
            "channel": channel,
            "include_all_metadata": True,
            "limit": PAGE,
            "oldest": f"{oldest.timestamp():.6f}",
        }
        method = "conversations.history"
        if thread is not None:
            method, arguments["ts"] = "conversations.replies", thread
        for _ in range(PAGES_MAX + 1):
            with _answered():
                response = await client.api_call(method, params=arguments)
            if not isinstance(response.data, dict):
                raise _Unanswered(Obscured(NO_OBJECT))
            answer: Mapping[str, Any] = response.data
            yield answer, response.headers
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return
            arguments["cursor"] = cursor


def _removal_failed(error: Exception) -> Obscured | Unreadable | None:
    if isinstance(error, SlackApiError):
        code = read_reply(error).code
        if code == "message_not_found":
            return None
        if code == "cant_delete_message":
            return Unreadable(code)
    return look_failed(error)
