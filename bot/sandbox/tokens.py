"""The app's tokens: which are good, and their rotation.

Source: https://docs.slack.dev/authentication/using-token-rotation (access tokens expire after 12 hours, each
refresh token is used once).
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.sandbox.errors import SlackError
from bot.sandbox.seed import AppSeed

ACCESS_SECONDS = 12 * 60 * 60.0


@dataclass(frozen=True, slots=True)
class TokenPair:
    access: str
    refresh: str


class Tokens:
    """`monotonic` measures the life of access tokens; without rotation they have no end."""

    def __init__(self, app: AppSeed, monotonic: Callable[[], float]) -> None:
        self._rotation = app.rotation
        self._app_token = app.app_token
        self._monotonic = monotonic
        self._issued = {app.bot_token: monotonic()}
        self._refresh = app.rotation.refresh_token if app.rotation else None
        self._revoked = False

    def revoke(self) -> None:
        """Every token of the bot, for good."""
        self._revoked = True

    def is_app_level(self, token: str) -> bool:
        """SlackError `invalid_auth`, `token_revoked`, `token_expired`."""
        if token == self._app_token:
            return True
        issued = self._issued.get(token)
        if issued is None:
            raise SlackError("invalid_auth")
        if self._revoked:
            raise SlackError("token_revoked")
        if self._rotation is not None and self._monotonic() - issued > ACCESS_SECONDS:
            raise SlackError("token_expired")
        return False

    def exchange(self, sent: Mapping[str, str]) -> TokenPair:
        """A new pair for `client_id`, `client_secret` and `refresh_token`; SlackError for wrong ones."""
        if self._rotation is None or sent["client_id"] != self._rotation.client_id:
            raise SlackError("invalid_client_id")
        if not secrets.compare_digest(sent["client_secret"].encode(), self._rotation.client_secret.encode()):
            raise SlackError("bad_client_secret")
        if self._revoked or sent["refresh_token"] != self._refresh:
            raise SlackError("invalid_refresh_token")
        pair = TokenPair(
            access=f"xoxe.xoxb-1-{secrets.token_hex(16)}", refresh=f"xoxe-1-{secrets.token_hex(16)}"
        )
        self._issued[pair.access] = self._monotonic()
        self._refresh = pair.refresh
        return pair
