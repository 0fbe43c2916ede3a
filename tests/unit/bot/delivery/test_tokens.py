"""Without a token nothing is asked of Slack, for now: somebody may install the app again."""

from __future__ import annotations

from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.destination import Destinations
from bot.delivery.lookup import Lookup
from bot.delivery.poster import Poster
from domain.ports import StoreUnavailable
from domain.sending import Obscured, Shut, Transient
from tests.unit.bot.delivery.posts import FIRST, ONE


async def not_installed(_: str) -> AsyncWebClient:
    raise LookupError


async def no_database(_: str) -> AsyncWebClient:
    raise StoreUnavailable


async def test_a_workspace_without_the_app_gets_nothing_until_it_is_installed_again() -> None:
    assert await Poster(not_installed, Destinations()).post(ONE, FIRST, plain=False) == Shut("not_installed")
    lookup = Lookup(not_installed, Destinations(), timedelta())
    assert await lookup.find(ONE, FIRST) == Obscured("not_installed")
    assert await lookup.remove(ONE, "1.0") == Obscured("not_installed")


async def test_a_token_that_cannot_be_read_now_is_tried_again() -> None:
    assert await Poster(no_database, Destinations()).post(ONE, FIRST, plain=False) == Transient(
        "token_unavailable"
    )
    assert await Lookup(no_database, Destinations(), timedelta()).find(ONE, FIRST) == Obscured(
        "token_unavailable"
    )
