"""The app's tokens on a clock of the test."""

from dataclasses import dataclass

import pytest

from bot.sandbox.errors import SlackError
from bot.sandbox.seed import AppSeed
from bot.sandbox.tokens import ACCESS_SECONDS, Tokens

FIRST = "xoxb-1-first"
APP = {
    "id": "A1",
    "name": "Scribe",
    "bot_user_id": "U0BOT",
    "bot_id": "B1",
    "bot_token": FIRST,
    "app_token": "xapp-1",
    "signing_secret": "not-a-secret",
}
ROTATION = {"client_id": "1", "client_secret": "s", "refresh_token": "xoxe-1-first"}


@dataclass
class Now:
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


def tokens(now: Now, **changes: object) -> Tokens:
    return Tokens(AppSeed.model_validate({**APP, **changes}), now)


def test_tokens_are_told_apart() -> None:
    tested = tokens(Now())

    assert (tested.is_app_level(FIRST), tested.is_app_level("xapp-1")) == (False, True)
    with pytest.raises(SlackError, match="invalid_auth"):
        tested.is_app_level("xoxb-other")


def test_without_rotation_a_token_has_no_end_and_nothing_refreshes_it() -> None:
    now = Now()
    tested = tokens(now)
    now.seconds = 10 * ACCESS_SECONDS

    assert tested.is_app_level(FIRST) is False
    with pytest.raises(SlackError, match="invalid_client_id"):
        tested.exchange(ROTATION)


def test_each_refresh_token_is_used_once() -> None:
    now = Now()
    tested = tokens(now, rotation=ROTATION)
    now.seconds = ACCESS_SECONDS
    pair = tested.exchange(ROTATION)
    now.seconds += 1

    assert tested.is_app_level(pair.access) is False
    with pytest.raises(SlackError, match="token_expired"):
        tested.is_app_level(FIRST)
    with pytest.raises(SlackError, match="invalid_refresh_token"):
        tested.exchange(ROTATION)
    assert tested.exchange({**ROTATION, "refresh_token": pair.refresh}).access != pair.access


def test_revoked_tokens_are_neither_good_nor_refreshed() -> None:
    tested = tokens(Now(), rotation=ROTATION)
    tested.revoke()

    with pytest.raises(SlackError, match="token_revoked"):
        tested.is_app_level(FIRST)
    with pytest.raises(SlackError, match="invalid_refresh_token"):
        tested.exchange(ROTATION)
