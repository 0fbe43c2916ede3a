"""Signed requests to the app over HTTP: commands, interactions, events.

Sources: https://docs.slack.dev/authentication/verifying-requests-from-slack and
https://docs.slack.dev/interactivity/handling-user-interaction ("within 3 seconds").
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import aiohttp

from bot.sandbox.shapes import JsonObject
from bot.sandbox.signing import signed_headers
from bot.sandbox.traffic import Exchange, Traffic

ACKNOWLEDGE_SECONDS = 3.0
# Shorter than a server keeps an idle connection, so that no request goes into one that is being closed.
IDLE_CONNECTION_SECONDS = 10.0
HTTP_OK = 200

DispatchError = Literal["operation_timeout", "dispatch_failed"]
RetryReason = Literal["http_timeout", "connection_failed", "http_error"]


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the app answered; `error` is what the person reads when it was too late or not a plain 200."""

    status: int | None
    text: str
    elapsed_ms: float
    content_type: str = ""
    no_retry: bool = False
    error: DispatchError | None = None
    reason: RetryReason | None = None

    def json(self) -> object:
        """The body; ValueError when it is not JSON."""
        return json.loads(self.text)

    @property
    def is_json(self) -> bool:
        return self.content_type.endswith("json")

    def body(self) -> object:
        """JSON where it says so and is, else text."""
        if not self.is_json:
            return self.text
        try:
            return self.json()
        except ValueError:
            return self.text


class Dispatcher:
    """The way to the app; `request_url` may change while the workspace runs."""

    def __init__(
        self,
        request_url: str,
        signing_secret: str,
        traffic: Traffic,
        *,
        wall_seconds: Callable[[], float],
        monotonic: Callable[[], float],
        acknowledge_seconds: float = ACKNOWLEDGE_SECONDS,
    ) -> None:
        self.request_url = request_url
        self._secret = signing_secret
        self._traffic = traffic
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

    async def command(self, fields: Mapping[str, str]) -> Acknowledgement:
        return await self._post_form(fields["command"], fields, dict(fields))

    async def interaction(self, payload: JsonObject) -> Acknowledgement:
        return await self._post_form(payload["type"], {"payload": json.dumps(payload)}, payload)

    async def event(self, envelope: JsonObject, headers: Mapping[str, str] | None = None) -> Acknowledgement:
        what = envelope["event"]["type"] if "event" in envelope else envelope["type"]
        body = json.dumps(envelope).encode()
        return await self._post(what, body, {"Content-Type": "application/json", **(headers or {})}, envelope)

    async def _post_form(self, what: str, fields: Mapping[str, str], shown: JsonObject) -> Acknowledgement:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return await self._post(what, urlencode(fields).encode(), headers, shown)

    async def _post(
        self, what: str, body: bytes, headers: Mapping[str, str], shown: JsonObject
    ) -> Acknowledgement:
        timestamp = int(self._wall_seconds())
        started = self._monotonic()
        answer = await self._send(body, {**headers, **signed_headers(self._secret, timestamp, body)}, started)
        self._traffic.record(
            Exchange("to_app", what, answer.status, answer.elapsed_ms, request=shown, answer=answer.body())
        )
        return answer

    async def _send(self, body: bytes, headers: Mapping[str, str], started: float) -> Acknowledgement:
        if self._session is None or not self.request_url:
            return Acknowledgement(None, "", 0.0, error="dispatch_failed", reason="connection_failed")
        try:
            async with self._session.post(
                self.request_url, data=body, headers=headers, allow_redirects=False
            ) as response:
                text = await response.text()
        except TimeoutError:
            return Acknowledgement(
                None, "", self._elapsed(started), error="operation_timeout", reason="http_timeout"
            )
        except (aiohttp.ClientError, OSError, UnicodeDecodeError):
            return Acknowledgement(
                None, "", self._elapsed(started), error="dispatch_failed", reason="connection_failed"
            )
        accepted = response.status == HTTP_OK
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
