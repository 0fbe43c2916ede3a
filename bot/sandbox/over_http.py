"""Signed requests to the app over HTTP: commands, interactions, events.

Sources: https://docs.slack.dev/authentication/verifying-requests-from-slack and
https://docs.slack.dev/apis/events-api (forms, JSON, the headers of new attempts).
"""

import json
from collections.abc import Callable, Container, Mapping
from http import HTTPStatus
from urllib.parse import urlencode

import aiohttp

from bot.sandbox.deliveries import (
    ACKNOWLEDGE_SECONDS,
    Acknowledgement,
    Delivery,
    DeliveryKind,
    not_reached,
    too_late,
)
from bot.sandbox.signing import signed_headers

# Shorter than a server keeps an idle connection, so that no request goes into one that is being closed.
IDLE_CONNECTION_SECONDS = 10.0

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_JSON = {"Content-Type": "application/json"}


class OverHttp:
    """The way to `request_url`, which may change while the workspace runs."""

    def __init__(
        self,
        request_url: str,
        signing_secret: str,
        *,
        wall_seconds: Callable[[], float],
        monotonic: Callable[[], float],
        acknowledge_seconds: float = ACKNOWLEDGE_SECONDS,
    ) -> None:
        self.request_url = request_url
        self._secret = signing_secret
        self._wall_seconds = wall_seconds
        self._monotonic = monotonic
        self._timeout = aiohttp.ClientTimeout(total=acknowledge_seconds)
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=IDLE_CONNECTION_SECONDS)
        self._session = aiohttp.ClientSession(
            connector=connector, cookie_jar=aiohttp.DummyCookieJar(), timeout=self._timeout
        )

    async def stop(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def deliver(self, delivery: Delivery) -> Acknowledgement:
        body, headers = _request(delivery)
        signed = signed_headers(self._secret, int(self._wall_seconds()), body)
        return await self._send(body, {**headers, **signed}, self._monotonic(), _accepted(delivery.kind))

    async def _send(
        self, body: bytes, headers: Mapping[str, str], started: float, statuses: Container[int]
    ) -> Acknowledgement:
        if self._session is None or not self.request_url:
            return not_reached()
        try:
            async with self._session.post(
                self.request_url, data=body, headers=headers, allow_redirects=False
            ) as response:
                text = await response.text()
        except TimeoutError:
            return too_late(self._elapsed(started))
        except (aiohttp.ClientError, OSError, UnicodeDecodeError):
            return not_reached(self._elapsed(started))
        accepted = response.status in statuses
        return Acknowledgement(
            status=response.status,
            text=text,
            elapsed_ms=self._elapsed(started),
            content_type=response.content_type,
            no_retry=response.headers.get("X-Slack-No-Retry") == "1",
            error=None if accepted else "dispatch_failed",
            reason=None if accepted else "http_error",
        )

    def _elapsed(self, started: float) -> float:
        return (self._monotonic() - started) * 1000


def _accepted(kind: DeliveryKind) -> Container[int]:
    """The statuses that acknowledge: any of 2xx an event, 200 alone a command or an interaction.

    Sources: https://docs.slack.dev/apis/events-api ("HTTP 200-series response") and
    https://docs.slack.dev/interactivity/handling-user-interaction ("HTTP 200 OK").
    """
    return range(200, 300) if kind == "events_api" else (HTTPStatus.OK,)


def _request(delivery: Delivery) -> tuple[bytes, dict[str, str]]:
    """Body and headers as Slack sends them, without the signature."""
    if delivery.kind == "slash_commands":
        return urlencode(delivery.payload).encode(), dict(_FORM)
    written = json.dumps(delivery.payload)
    if delivery.kind == "interactive":
        return urlencode({"payload": written}).encode(), dict(_FORM)
    headers = dict(_JSON)
    if delivery.retry is not None:
        headers["X-Slack-Retry-Num"] = str(delivery.retry.number)
        headers["X-Slack-Retry-Reason"] = delivery.retry.reason
    return written.encode(), headers
