"""Stopping over Socket Mode: what is under way is answered first. Starting while Slack is away or refuses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot import socket
from bot.authorization import InstallationError
from bot.sandbox.deliveries import Acknowledgement
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Timing
from bot.socket import socket_connected
from tests.integration.sandbox.seeds import APP_TOKEN, BOT, BOT_TOKEN, GENERAL, LEAD, socket_seed
from tests.integration.sockets.lines import until

PATIENCE = timedelta(seconds=5)
LITTLE = 0.2


async def _authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token=BOT_TOKEN, bot_user_id=BOT)


class SlowApp:
    """Answers commands once it may, and knows which have arrived."""

    def __init__(self) -> None:
        self.arrived: list[str] = []
        self.goes_on = asyncio.Event()
        self.bolt = AsyncApp(
            authorize=_authorize, process_before_response=True, request_verification_enabled=False
        )
        self.bolt.command("/wg")(self._command)

    async def _command(self, ack: AsyncAck, body: dict[str, str]) -> None:
        self.arrived.append(body["text"])
        await self.goes_on.wait()
        await ack(f"did {body['text']}")


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(socket_seed(), Timing(acknowledge_seconds=1.5))
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def app() -> SlowApp:
    return SlowApp()


async def _sends(sandbox: Sandbox, text: str) -> Acknowledgement:
    fields = {
        "team_id": "T0LOCAL001",
        "user_id": LEAD,
        "channel_id": GENERAL,
        "command": "/wg",
        "text": text,
        "trigger_id": f"1.1.{text}",
    }
    return await sandbox.workspace.dispatcher.command(fields)


async def _connected(stack: AsyncExitStack, app: SlowApp, sandbox: Sandbox, patience: timedelta) -> None:
    await stack.enter_async_context(socket_connected(app.bolt, APP_TOKEN, sandbox.api_url, patience))


async def test_what_is_under_way_is_answered_before_the_connections_end(
    sandbox: Sandbox, app: SlowApp
) -> None:
    stack = AsyncExitStack()
    await _connected(stack, app, sandbox, PATIENCE)
    under_way = [asyncio.create_task(_sends(sandbox, f"command {number}")) for number in range(5)]
    await until(lambda: len(app.arrived) == len(under_way))

    stopping = asyncio.create_task(stack.aclose())
    await asyncio.sleep(LITTLE)
    stopped_early = stopping.done()
    app.goes_on.set()
    answers = await asyncio.gather(*under_way)
    await stopping
    await until(lambda: sandbox.workspace.sockets.connections == 0)

    assert not stopped_early
    assert sorted(str(answer.body()) for answer in answers) == sorted(
        str({"text": f"did command {number}"}) for number in range(5)
    )


async def test_what_arrives_while_the_rest_is_answered_is_answered_too(
    sandbox: Sandbox, app: SlowApp
) -> None:
    stack = AsyncExitStack()
    await _connected(stack, app, sandbox, PATIENCE)
    first = asyncio.create_task(_sends(sandbox, "first"))
    await until(lambda: app.arrived == ["first"])

    stopping = asyncio.create_task(stack.aclose())
    second = asyncio.create_task(_sends(sandbox, "second"))
    await until(lambda: len(app.arrived) == 2)
    app.goes_on.set()
    answers = await asyncio.gather(first, second)
    await stopping

    assert [answer.body() for answer in answers] == [{"text": "did first"}, {"text": "did second"}]


async def test_what_never_ends_is_not_waited_for_and_nothing_more_is_taken(
    sandbox: Sandbox, app: SlowApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "ACKNOWLEDGED_WITHIN", LITTLE)
    stack = AsyncExitStack()
    await _connected(stack, app, sandbox, timedelta(seconds=0))
    stuck = asyncio.create_task(_sends(sandbox, "stuck"))
    await until(lambda: app.arrived == ["stuck"])

    stopping = asyncio.create_task(stack.aclose())
    await asyncio.sleep(0)
    refused = asyncio.create_task(_sends(sandbox, "refused"))
    async with asyncio.timeout(2):
        await stopping

    assert [(await task).error for task in (stuck, refused)] == ["operation_timeout", "operation_timeout"]
    assert app.arrived == ["stuck"]


async def test_an_answer_that_comes_too_late_is_given_up(
    sandbox: Sandbox,
    app: SlowApp,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """All connections are lost, and none comes back in time."""
    monkeypatch.setattr(socket, "ACKNOWLEDGED_WITHIN", LITTLE)
    async with AsyncExitStack() as stack:
        await _connected(stack, app, sandbox, PATIENCE)
        lost = asyncio.create_task(_sends(sandbox, "lost"))
        await until(lambda: app.arrived == ["lost"])
        await sandbox.stop()
        app.goes_on.set()
        await lost

    assert "socket.answer_lost" in capfd.readouterr().out


@pytest.mark.parametrize("token", ["xapp-1-other", BOT_TOKEN])
async def test_a_token_that_slack_refuses_is_said_at_the_start(
    sandbox: Sandbox, app: SlowApp, token: str
) -> None:
    with pytest.raises(InstallationError, match=r"SLACK_APP_TOKEN: (invalid_auth|not_allowed_token_type)"):
        async with socket_connected(app.bolt, token, sandbox.api_url, PATIENCE):
            raise AssertionError("connected")


async def test_slack_that_is_away_at_the_start_is_waited_for(sandbox: Sandbox, app: SlowApp) -> None:
    address = sandbox.api_url
    port = int(sandbox.url.rsplit(":", 1)[1])
    await sandbox.stop()
    async with AsyncExitStack() as stack:
        connecting = asyncio.create_task(_connected_to(stack, app, address))
        await asyncio.sleep(LITTLE)
        waited = not connecting.done()
        await sandbox.start(port=port)
        await connecting
        app.goes_on.set()
        answer = await _sends(sandbox, "hello")

    assert waited
    assert answer.body() == {"text": "did hello"}


async def _connected_to(stack: AsyncExitStack, app: SlowApp, address: str) -> None:
    await stack.enter_async_context(socket_connected(app.bolt, APP_TOKEN, address, PATIENCE))
