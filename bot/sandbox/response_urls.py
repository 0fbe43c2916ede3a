"""Response URLs: addresses at which the app may answer an interaction afterwards.

Source: https://docs.slack.dev/interactivity/handling-user-interaction ("up to 5 times within 30 minutes").
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.errors import SlackError

RESPONSE_USES = 5
RESPONSE_SECONDS = 30 * 60.0


@dataclass(frozen=True, slots=True)
class Origin:
    """What the person acted on: a message, an ephemeral one, or neither (a command)."""

    message_ts: str | None = None
    ephemeral_id: str | None = None


@dataclass(slots=True)
class ResponseUrl:
    """`issued` is on the monotonic clock."""

    token: str
    user: str
    channel: str
    issued: float
    origin: Origin = field(default_factory=Origin)
    uses: int = 0


class ResponseUrls:
    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._urls: dict[str, ResponseUrl] = {}

    def issue(self, user: str, channel: str, origin: Origin | None = None) -> str:
        self._forget()
        token = secrets.token_urlsafe(18)
        self._urls[token] = ResponseUrl(
            token=token, user=user, channel=channel, issued=self._monotonic(), origin=origin or Origin()
        )
        return token

    def peek(self, token: str) -> ResponseUrl:
        """The address, still usable; SlackError `no_such_url`, `expired_url` or `used_url`."""
        url = self._urls.get(token)
        if url is None:
            raise SlackError("no_such_url")
        if self._monotonic() - url.issued > RESPONSE_SECONDS:
            raise SlackError("expired_url")
        if url.uses >= RESPONSE_USES:
            raise SlackError("used_url")
        return url

    def use(self, token: str) -> ResponseUrl:
        """As `peek`, and counts one use."""
        url = self.peek(token)
        url.uses += 1
        return url

    def move(self, old: str, new: str) -> None:
        """A channel got another id; what was answered there still can be."""
        for url in self._urls.values():
            if url.channel == old:
                url.channel = new

    def _forget(self) -> None:
        horizon = self._monotonic() - 2 * RESPONSE_SECONDS
        while self._urls:
            oldest = next(iter(self._urls.values()))
            if oldest.issued >= horizon:
                return
            del self._urls[oldest.token]
