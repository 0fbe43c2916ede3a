"""The process: everything put together, started in order and stopped in the reverse one."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

import structlog
from aiohttp import ClientSession, ClientTimeout, web
from slack_sdk.web.async_client import AsyncWebClient

from bot import log_events
from bot.app import bolt_app
from bot.authorization import installation_of
from bot.clocks import SystemClock, clock_of
from bot.deliveries import delivering
from bot.delivery.lookup import Lookup, NewReconciler
from bot.delivery.meter import Meter
from bot.http import EVENTS_PATH, Door, application
from bot.presence import Presence
from bot.proxy import proxy_of_environment
from bot.settings import Settings
from bot.slack import SlackWeb
from bot.slack_time import SlackClock, hearing, skew_of
from bot.socket import socket_connected
from domain.ports import Clock
from handlers.desk.budget import IN_TIME, Budget
from handlers.desk.request import Services
from handlers.desk.router import Router
from handlers.feature_table import FEATURES
from handlers.register import Register
from handlers.words.words import Words
from storage.opening import open_store

DRAIN_SECONDS = 5.0
"""How long requests under way may take to finish when the process stops."""


@dataclass(frozen=True, slots=True)
class Running:
    """A running process: where it listens, and what its features work with."""

    url: str
    services: Services

    @property
    def events_url(self) -> str:
        """Where Slack sends commands, interactions and events."""
        return self.url + EVENTS_PATH


@asynccontextmanager
async def running(
    settings: Settings,
    real: Clock | None = None,
    reconciler: NewReconciler = Lookup,
    budget: Budget = IN_TIME,
) -> AsyncIterator[Running]:
    """Start the bot; leaving stops it: no new requests, those under way finish, then what they need closes.

    `real` is real time, Slack's unless given; `reconciler` makes what resolves doubt about a message;
    `budget` is what people's requests may take.
    Raises what opening the store, asking Slack or listening on the port raises.
    """
    real = real or SlackClock(SystemClock(), monotonic)
    clock = clock_of(settings.clock_file, real)
    async with AsyncExitStack() as stack:
        store = await open_store(settings.database_url, migrate=settings.database_url.startswith("sqlite"))
        stack.push_async_callback(store.close)
        session = await stack.enter_async_context(_session(settings, real, budget))
        client = _client(settings, session)
        installation = await installation_of(client)
        slack = SlackWeb(lambda _workspace: client, session, installation.bot_name)
        services = Services(store, Words.load(), clock, slack, settings.commands, budget)
        router = Router(services, FEATURES)
        app = bolt_app(installation, Register(services, router))
        app_token = settings.app_token
        presence = Presence() if app_token else None
        door = None if app_token else Door(app, settings.signing_secret.get_secret_value(), real)
        meter = Meter(clock, lambda: skew_of(real))
        served = application(door, store, presence, meter if settings.metrics else None)
        url, close_door = await stack.enter_async_context(_listening(settings, served))
        if app_token is not None:
            patience = timedelta(seconds=DRAIN_SECONDS)
            await stack.enter_async_context(
                socket_connected(app, app_token.get_secret_value(), settings.api_url, patience, presence)
            )
        delivery = delivering(settings, services, installation, real, meter, reconciler=reconciler)
        await stack.enter_async_context(delivery)
        stack.push_async_callback(close_door)
        yield Running(url, services)
    structlog.get_logger().info(log_events.STOPPED)


def _session(settings: Settings, real: Clock, budget: Budget) -> ClientSession:
    """Its own timeout counts: slack_sdk ignores its `timeout` when a session is given."""
    waiting, traces = ClientTimeout(total=budget.slack), hearing(real, settings.api_url)
    return ClientSession(timeout=waiting, trace_configs=traces, proxy=proxy_of_environment())


def _client(settings: Settings, session: ClientSession) -> AsyncWebClient:
    token = settings.bot_token.get_secret_value()
    return AsyncWebClient(token=token, base_url=settings.api_url, session=session, retry_handlers=[])


@asynccontextmanager
async def _listening(
    settings: Settings, served: web.Application
) -> AsyncIterator[tuple[str, Callable[[], Awaitable[None]]]]:
    """The address, and what ends the taking of connections; those that are open are served until the end.

    Whoever stops the process ends it first: deliveries may take a while to come to their end.
    """
    runner = web.AppRunner(served, access_log=None, shutdown_timeout=DRAIN_SECONDS)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        await site.start()
        host, port = runner.addresses[0][:2]
        structlog.get_logger().info(log_events.LISTENING, host=host, port=port)
        yield f"http://{host}:{port}", site.stop
    finally:
        await runner.cleanup()


async def until_stopped() -> None:
    """Return when the process is asked to stop (SIGTERM, or Ctrl-C)."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()
