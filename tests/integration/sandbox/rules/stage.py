"""A workspace for one act, on a clock that the act moves, and what a row of rules is."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import aiohttp
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Timing
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD, RETRIES, workspace_seed


@dataclass
class Stopwatch:
    """Seconds that pass only when told."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Stage:
    sandbox: Sandbox
    people: People
    slack: AsyncWebClient
    app: FakeApp
    session: aiohttp.ClientSession
    watch: Stopwatch

    async def ask(self, method: str, **arguments: object) -> dict[str, Any]:
        """The answer of the Web API, whatever it is; `status` and `retry_after` beside it."""
        url, headers = f"{self.sandbox.api_url}{method}", {"Authorization": f"Bearer {self.slack.token}"}
        async with self.session.post(url, json=arguments, headers=headers) as response:
            answer: dict[str, Any] = await response.json()
            return answer | {"status": response.status, "retry_after": response.headers.get("Retry-After")}

    async def error(self, method: str, **arguments: object) -> str:
        return str((await self.ask(method, **arguments))["error"])

    async def post(self, text: str = "x", **arguments: object) -> str:
        """The ts of a message of the app."""
        answer = await self.ask("chat.postMessage", channel=GENERAL, text=text, **arguments)
        assert answer["ok"], answer
        return str(answer["ts"])

    async def command(self, text: str = "x") -> dict[str, str]:
        """What the app got of a command."""
        await self.people.command(LEAD, GENERAL, f"/wg {text}")
        return self.app.commands[-1]

    async def respond(self, url: str, **payload: object) -> int:
        async with self.session.post(url, json=payload) as response:
            return response.status

    async def texts(self, user: str = LEAD, channel: str = GENERAL) -> list[str]:
        return [message["text"] for message in await self.people.messages(user, channel)]

    async def open(self, view: object) -> dict[str, Any]:
        """The answer of views.open, for a command just typed."""
        return await self.ask("views.open", trigger_id=(await self.command())["trigger_id"], view=view)

    def answer_late(self, seconds: float, sleep: Callable[[float], Awaitable[None]]) -> None:
        async def answer(_received: Received) -> web.Response:
            await sleep(seconds)
            return web.Response()

        self.app.answer = answer


Act: TypeAlias = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True)
class Row:
    """One row of the rules in its own words, the modules of `bot.sandbox` that enforce it, and two acts.

    `passes` does what the row allows, `fails` what it forbids, and each asserts so.
    """

    rule: str
    figure: str
    where: tuple[str, ...]
    passes: Act
    fails: Act
    seed: Callable[[], WorkspaceSeed] = workspace_seed
    timing: Timing = field(default_factory=lambda: Timing(retry_seconds=RETRIES))


@asynccontextmanager
async def staged(row: Row) -> AsyncIterator[Stage]:
    watch, app = Stopwatch(), FakeApp()
    sandbox = Sandbox(row.seed(), replace(row.timing, monotonic=watch))
    await app.start()
    await sandbox.start()
    try:
        sandbox.set_request_url(app.url)
        async with aiohttp.ClientSession() as session:
            slack = AsyncWebClient(
                token=BOT_TOKEN, base_url=sandbox.api_url, session=session, retry_handlers=[]
            )
            yield Stage(sandbox, People(sandbox.url, session), slack, app, session, watch)
    finally:
        await sandbox.stop()
        await app.stop()
