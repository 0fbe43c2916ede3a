"""A machine whose way out is through a proxy: what asks Slack goes through it, the demonstration does not."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from typer import Exit
from typer.testing import CliRunner

from bot.authorization import installation_of
from bot.cli import app
from bot.manifest import BOT_SCOPES
from bot.proxy import NAMES
from bot.sandbox.server import Sandbox
from bot.sentences import failures_in_a_sentence
from bot.socket import socket_connected
from tests.integration.office import Office
from tests.integration.sandbox.seeds import APP_TOKEN, BOT_TOKEN, socket_seed

NOWHERE = "https://slack.invalid/api/"
"""An address that no machine has: only a proxy could know it."""
HEAD_END = b"\r\n\r\n"


@dataclass(slots=True)
class Proxy:
    """Passes requests on to where they name, and keeps what was asked of it. It opens no tunnels: 403."""

    asked: list[str] = field(default_factory=list)
    url: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(HEAD_END)
        method, target, _ = head.split(b"\r\n", 1)[0].decode().split(" ")
        self.asked.append(f"{method} {target}")
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        else:
            if method == "POST":  # the next request comes over a connection of its own, and is seen
                head = head.removesuffix(HEAD_END) + b"\r\nConnection: close" + HEAD_END
            there = urlsplit(target)
            onward, away = await asyncio.open_connection(there.hostname, there.port)
            away.write(head.replace(f"{there.scheme}://{there.netloc}".encode(), b"", 1))
            await asyncio.gather(_pass(reader, away), _pass(onward, writer))
        writer.close()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


@pytest.fixture
async def proxy(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Proxy]:
    """The environment names it."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    made = Proxy()
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0) as server:
        made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        monkeypatch.setenv("HTTPS_PROXY", made.url)
        yield made


@asynccontextmanager
async def workspace() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(socket_seed(scopes=list(BOT_SCOPES)))
    await sandbox.start()
    try:
        yield sandbox
    finally:
        await sandbox.stop()


async def test_tokens_are_checked_through_the_proxy(proxy: Proxy) -> None:
    async with workspace() as sandbox:
        settings = {
            "SLACK_API_URL": sandbox.api_url,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
        }
        result = await asyncio.to_thread(lambda: CliRunner().invoke(app, ["check-slack"], env=settings))
    assert result.exit_code == 0, result.output
    assert proxy.asked == [f"POST {sandbox.api_url}{name}" for name in ("apps.connections.open", "auth.test")]


async def test_the_connections_of_socket_mode_are_opened_through_the_proxy(proxy: Proxy) -> None:
    async with workspace() as sandbox:
        bolt = AsyncApp(token=BOT_TOKEN, signing_secret="not-a-secret")
        async with socket_connected(bolt, APP_TOKEN, sandbox.api_url, timedelta(0)):
            pass
    asked = [one for one in proxy.asked if not one.endswith("/apps.connections.open")]
    assert asked
    assert all(one.startswith("GET ws://127.0.0.1:") for one in asked)


async def test_a_proxy_that_lets_nothing_through_is_told(
    proxy: Proxy, capsys: pytest.CaptureFixture[str]
) -> None:
    async with ClientSession() as session:
        client = AsyncWebClient(base_url=NOWHERE, session=session, retry_handlers=[])
        with pytest.raises(Exit), failures_in_a_sentence():
            await installation_of(client)
    assert capsys.readouterr().err == "Slack cannot be reached: the proxy of HTTPS_PROXY answers 403.\n"
    assert proxy.asked == ["CONNECT slack.invalid:443"]


async def test_the_answer_to_a_press_goes_through_the_proxy(proxy: Proxy, office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note The census begins in May")
    await office.presses("oem-us", "infrastructure", "Show it")
    assert [one for one in proxy.asked if one.startswith("POST ") and "/api/" not in one]


@pytest.mark.parametrize("name", NAMES)
async def test_the_demonstration_takes_no_proxy(
    monkeypatch: pytest.MonkeyPatch, proxy: Proxy, name: str
) -> None:
    """At a port that is in use it ends at once. How it logs would outlast it."""
    monkeypatch.setattr("bot.cli.configure_logs", lambda _level: None)
    monkeypatch.setenv(name, proxy.url)
    port = str(urlsplit(proxy.url).port)
    result = await asyncio.to_thread(lambda: CliRunner().invoke(app, ["demo", "--port", port]))
    assert "choose another with --port" in result.output
    assert not set(NAMES) & set(os.environ)
