"""The limit: the bot's HTTP server, signature check and Bolt application, and a listener that acknowledges.

`python -m tests.bench.limit` prints its address and serves until it is stopped.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncAck

from bot.app import bolt_app
from bot.authorization import Installation
from bot.clocks import SystemClock
from bot.heap import settle
from bot.http import Door, application
from bot.logs import configure_logs
from bot.process import until_stopped
from handlers.register import Register
from tests.bench.groups import SECRET, TEAM, TOKEN
from tests.fakes.store import FakeStore

INSTALLATION = Installation(
    workspace=TEAM, bot_id="B0BENCH", bot_user="U0BENCH", bot_name="rapporteur", token=TOKEN
)


class Acknowledging(Register):
    """Registered as the bot's own, and nothing behind it."""

    def __init__(self) -> None:
        """Works with nothing."""

    async def command(self, ack: AsyncAck, body: dict[str, Any]) -> None:  # noqa: ARG002 - asked for as by the bot
        """Acknowledge, with nothing to say."""
        await ack()


async def serve() -> None:
    """Serve on a free port until the process is asked to stop."""
    door = Door(bolt_app(INSTALLATION, Acknowledging()), SECRET, SystemClock())
    runner = web.AppRunner(application(door, FakeStore()), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        settle()
        host, port = runner.addresses[0][:2]
        sys.stdout.write(f"The limit listens on http://{host}:{port}\n")
        sys.stdout.flush()
        await until_stopped()
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    configure_logs()
    asyncio.run(serve())
