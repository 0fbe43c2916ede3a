"""Events to the app: what it is subscribed to, in Slack's envelope, tried again when it does not answer.

Source: https://docs.slack.dev/apis/events-api (envelope, scopes, retries at once, after 1 and 5 minutes).
"""

import asyncio
from collections.abc import Callable, Sequence

from bot.sandbox.deliveries import Retry
from bot.sandbox.dispatch import Dispatcher
from bot.sandbox.identifiers import identifier
from bot.sandbox.seed import AppSeed
from bot.sandbox.shapes import JsonObject
from bot.sandbox.subscriptions import EVENT_SCOPES

RETRY_SECONDS = (0.0, 60.0, 300.0)


class EventSender:
    """`retry_seconds` are the pauses, in real time, before each new attempt.

    `is_shared` says of a channel's id whether it is shared with another workspace.
    """

    def __init__(
        self,
        app: AppSeed,
        team_id: str,
        dispatcher: Dispatcher,
        *,
        wall_seconds: Callable[[], float],
        retry_seconds: Sequence[float] = RETRY_SECONDS,
        is_shared: Callable[[str], bool],
    ) -> None:
        self._app = app
        self._team_id = team_id
        self._dispatcher = dispatcher
        self._wall_seconds = wall_seconds
        self._retry_seconds = tuple(retry_seconds)
        self._shared_channel = is_shared
        self._deliveries: set[asyncio.Task[None]] = set()
        self._first_attempts: set[asyncio.Future[None]] = set()
        self._ended = False

    def send(
        self, subscription: str, event: JsonObject, *, scope: str | None = None
    ) -> asyncio.Future[None] | None:
        """Send in the background; the future is done after the first attempt.

        None when the app gets no such event. `scope` is the one needed of those that the event may need.
        """
        if not self._reaches_app(subscription, EVENT_SCOPES[subscription] if scope is None else (scope,)):
            return None
        attempted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._first_attempts.add(attempted)
        attempted.add_done_callback(self._first_attempts.discard)
        task = asyncio.create_task(self._deliver(self._envelope(event), attempted))
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)
        return attempted

    def end(self) -> None:
        """Nothing new is sent from now on: the app is no longer there."""
        self._ended = True

    async def idle(self) -> None:
        """Until every event sent so far was tried once."""
        while self._first_attempts:
            await asyncio.wait(tuple(self._first_attempts))

    async def stop(self) -> None:
        deliveries = tuple(self._deliveries)
        for task in deliveries:
            task.cancel()
        await asyncio.gather(*deliveries, return_exceptions=True)

    def _reaches_app(self, subscription: str, scopes: Sequence[str]) -> bool:
        allowed = not scopes or any(scope in self._app.scopes for scope in scopes)
        listens = self._dispatcher.has_way and not self._ended
        return listens and subscription in self._app.events and allowed

    async def _deliver(self, envelope: JsonObject, attempted: asyncio.Future[None]) -> None:
        try:
            answer = await self._dispatcher.event(envelope)
        finally:
            if not attempted.done():
                attempted.set_result(None)
        for number, pause in enumerate(self._retry_seconds, start=1):
            if answer.error is None or answer.no_retry:
                return
            await asyncio.sleep(pause)
            retry = Retry(number, answer.reason or "unknown_error")
            answer = await self._dispatcher.event(envelope, retry)

    def _is_shared(self, event: JsonObject) -> bool:
        """Whether it happened in a shared channel, whatever the event calls the channel."""
        item = event.get("item")
        channel = event.get("channel") or event.get("new_channel_id") or (item or {}).get("channel")
        found = channel.get("id") if isinstance(channel, dict) else channel
        return isinstance(found, str) and self._shared_channel(found)

    def _envelope(self, event: JsonObject) -> JsonObject:
        return {
            "token": "",
            "team_id": self._team_id,
            "context_team_id": self._team_id,
            "context_enterprise_id": None,
            "api_app_id": self._app.id,
            "event": event,
            "type": "event_callback",
            "event_id": identifier("Ev"),
            "event_time": int(self._wall_seconds()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self._team_id,
                    "user_id": self._app.bot_user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": self._is_shared(event),
            "event_context": identifier("4-"),
        }
