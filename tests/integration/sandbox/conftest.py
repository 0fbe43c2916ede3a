"""A workspace on a free port, an app that answers as told, and ways to act as both."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Timing
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.forms import modal
from tests.integration.sandbox.seeds import APP_TOKEN, BOT_TOKEN, GENERAL, LEAD, RETRIES, workspace_seed
from tests.integration.sandbox.socket_app import SocketApp


@pytest.fixture
def seed() -> WorkspaceSeed:
    return workspace_seed()


@pytest.fixture
def timing() -> Timing:
    """Slack's 3 s, so that a busy machine fails no test; QUICK where the app is late on purpose."""
    return Timing(retry_seconds=RETRIES)


@pytest.fixture
async def app() -> AsyncIterator[FakeApp]:
    app = FakeApp()
    await app.start()
    yield app
    await app.stop()


@pytest.fixture
async def sandbox(seed: WorkspaceSeed, timing: Timing, app: FakeApp) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(seed, timing)
    await sandbox.start()
    sandbox.set_request_url(app.url)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def people(sandbox: Sandbox, session: aiohttp.ClientSession) -> People:
    return People(sandbox.url, session)


@pytest.fixture
def slack(sandbox: Sandbox, session: aiohttp.ClientSession) -> AsyncWebClient:
    return AsyncWebClient(token=BOT_TOKEN, base_url=sandbox.api_url, session=session, retry_handlers=[])


@pytest.fixture
async def opened(people: People, app: FakeApp, slack: AsyncWebClient) -> dict[str, Any]:
    """A modal opened by a command."""

    async def open_modal(received: Received) -> web.Response:
        await slack.views_open(trigger_id=received.fields["trigger_id"], view=modal())
        return web.Response()

    app.answer = open_modal
    await people.command(LEAD, GENERAL, "/wg note")
    app.says("")
    return (await people.views(LEAD))[0]


@pytest.fixture
async def sockets(slack: AsyncWebClient, session: aiohttp.ClientSession) -> AsyncIterator[SocketApp]:
    """Connections of an app in Socket Mode; the seed must have it on."""
    app = SocketApp(slack, APP_TOKEN, session)
    yield app
    await app.close()
