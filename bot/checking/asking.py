"""Asking Slack's Web API one question at a time, as patiently as it wants."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession

from bot.checking.findings import told

RETRY_AFTER_DEFAULT = 30.0
"""Seconds, when a 429 does not say how long."""
RETRY_AFTER_MAX = 120.0
"""Seconds. Nobody watches a command that waits longer; it says so instead."""
TRIES_MAX = 5
"""Of one question that is answered 429."""
BODY_MAX = 1024 * 1024
"""Bytes. Slack's answers to these questions have some hundred; more is not read."""


class Unanswered(Exception):  # noqa: N818 - Slack's silence, not a malfunction of ours
    """Slack gave no answer that can be read. The message says what came instead, in a few words."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A JSON answer. `scopes` are those of the token, None when Slack did not tell."""

    body: Mapping[str, Any]
    scopes: frozenset[str] | None

    @property
    def error(self) -> str:
        """The code of a refusal; empty when the answer is ok."""
        return "" if self.body.get("ok") is True else told(self.body.get("error") or "no error named")


class Slack:
    """The Web API at one address. `sleep` waits the given seconds, as `asyncio.sleep` does."""

    def __init__(
        self, session: ClientSession, api_url: str, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self.api_url = api_url
        self._session = session
        self._sleep = sleep

    async def ask(self, method: str, token: str, arguments: Mapping[str, str] | None = None) -> Answered:
        """Call a method, waiting where Slack says so (docs.slack.dev, rate limits). Raises Unanswered."""
        for _ in range(TRIES_MAX):
            found = await self._once(method, token, arguments or {})
            if isinstance(found, Answered):
                return found
            await self._sleep(found)
        raise Unanswered(f"it answered 429 to {method} {TRIES_MAX} times in a row")

    async def _once(self, method: str, token: str, arguments: Mapping[str, str]) -> Answered | float:
        """The answer, or the seconds to wait for it."""
        headers = {"Authorization": f"Bearer {token}"}
        try:
            async with self._session.post(
                self.api_url + method, data=dict(arguments), headers=headers, allow_redirects=False
            ) as response:
                if response.status == HTTPStatus.TOO_MANY_REQUESTS:
                    return _wait(method, response.headers.get("Retry-After", ""))
                return _answered(method, response, await _body(method, response))
        except (ClientError, TimeoutError, OSError, ValueError) as error:  # ValueError: headers, addresses
            raise Unanswered(f"{method}: {type(error).__name__}") from error


def _wait(method: str, retry_after: str) -> float:
    """Seconds. Raises Unanswered when they are too many or cannot be read."""
    if retry_after and not (retry_after.isascii() and retry_after.isdigit()):
        raise Unanswered(f"it answered 429 to {method} with a Retry-After that is no number of seconds")
    seconds = float(retry_after) if retry_after else RETRY_AFTER_DEFAULT
    if seconds > RETRY_AFTER_MAX:
        raise Unanswered(f"it asks to wait {seconds:.0f} s before {method}")
    return seconds


async def _body(method: str, response: ClientResponse) -> bytes:
    """Raises Unanswered when it is larger than any answer."""
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > BODY_MAX:
            raise Unanswered(f"{method}: HTTP {response.status} with more than {BODY_MAX // 1024} kB")
    return bytes(body)


def _answered(method: str, response: ClientResponse, body: bytes) -> Answered:
    """Raises Unanswered."""
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        read = None
    if HTTPStatus.MULTIPLE_CHOICES <= response.status < HTTPStatus.BAD_REQUEST:
        raise Unanswered(f"{method}: HTTP {response.status}, a redirect to another address")
    if not isinstance(read, dict):
        raise Unanswered(f"{method}: HTTP {response.status} without JSON")
    if read.get("ok") is True and response.status != HTTPStatus.OK:
        raise Unanswered(f"{method}: HTTP {response.status} with an answer that says ok")
    scopes = response.headers.get("X-OAuth-Scopes")
    if scopes is None:
        return Answered(read, None)
    return Answered(read, frozenset(filter(None, (scope.strip() for scope in scopes.split(",")))))
