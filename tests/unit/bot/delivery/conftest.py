"""A rig for the worker, and Slack's side as planned: what posts to it and what looks it up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.destination import Destinations
from bot.delivery.lookup import Lookup
from bot.delivery.poster import Poster, client_of, open_session
from tests.fakes.web_api import PlannedWebApi
from tests.unit.bot.delivery.rig import Rig


@pytest.fixture
def rig() -> Rig:
    return Rig()


@pytest.fixture
async def slack() -> AsyncIterator[PlannedWebApi]:
    api = PlannedWebApi()
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with open_session(timedelta(seconds=5)) as opened:
        yield opened


@pytest.fixture
def client(slack: PlannedWebApi, session: ClientSession) -> AsyncWebClient:
    return client_of("xoxb-token", slack.url, session)


@pytest.fixture
def poster(client: AsyncWebClient) -> Poster:
    async def client_for(_: str) -> AsyncWebClient:
        return client

    return Poster(client_for, Destinations())


@pytest.fixture
def lookup(client: AsyncWebClient) -> Lookup:
    async def client_for(_: str) -> AsyncWebClient:
        return client

    return Lookup(client_for, Destinations(), timedelta(minutes=2))
