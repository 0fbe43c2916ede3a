"""Running the demonstration: workspace, bot and sample in one process, each stopped in the reverse order."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import SecretStr

from bot.demo.cast import Cast
from bot.demo.loading import load
from bot.demo.sample import Sample
from bot.demo.workspace import TEAM, channel_id, user_id, workspace_seed
from bot.process import running
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Timing
from bot.settings import Settings
from handlers.desk.budget import IN_TIME, Budget

DEMO_TICK_SECONDS = 1.0
"""Whoever moves the clock waits for the digest: look every second."""


def demo_settings(folder: Path, database_url: str | None = None) -> Settings:
    """Settings of a bot whose workspace, database and clock live in `folder`.

    Nothing of the environment counts: an app token there belongs to a real workspace; and the page, which
    asks nobody who they are, is served on this machine only. Nobody can know the token and the secret.
    """
    return Settings(
        bot_token=SecretStr(f"xoxb-{secrets.token_hex(16)}"),
        app_token=None,
        signing_secret=SecretStr(secrets.token_hex(16)),
        database_url=database_url or f"sqlite:///{folder / 'rapporteur.db'}",
        host="127.0.0.1",
        port=0,
        tick_seconds=DEMO_TICK_SECONDS,
        clock_file=folder / "clock",
    )


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Addresses: `page` of the workspace, and `bot` of the bot's own HTTP, with `/healthz` and `/readyz`."""

    page: str
    bot: str


@asynccontextmanager
async def demonstrating(
    settings: Settings,
    port: int,
    sample: Sample | None = None,
    timing: Timing | None = None,
    budget: Budget = IN_TIME,
) -> AsyncIterator[Demonstration]:
    """Where to look, while workspace and bot run with the sample (None: the package's own).

    `timing` is the workspace's, Slack's unless given; `budget` what the bot may take.

    Raises OSError when the port is taken, and what starting the bot raises.
    """
    sample = sample or Sample.read()
    sandbox = Sandbox(
        workspace_seed(sample, settings, ""), replace(timing or Timing(), clock_file=settings.clock_file)
    )
    await sandbox.start(settings.host, port)
    try:
        async with running(settings.model_copy(update={"api_url": sandbox.api_url}), budget=budget) as bot:
            sandbox.set_request_url(bot.events_url)
            await load(bot.services, sample, cast_of(sample))
            yield Demonstration(sandbox.url, bot.url)
    finally:
        await sandbox.stop()


def cast_of(sample: Sample) -> Cast:
    """The members and channels of the sample in the demonstration's workspace."""
    return Cast(
        workspace=TEAM.id,
        users={member.handle: user_id(number) for number, member in enumerate(sample.members)},
        channels={channel.name: channel_id(number) for number, channel in enumerate(sample.channels)},
    )
