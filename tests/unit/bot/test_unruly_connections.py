"""Connections to a Slack that ends each one at once, or never greets: few attempts, few open at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from bot import connections, log_events
from bot.connections import OPEN_MAX
from tests.unit.bot.unruly_slack import UnrulySlack, connecting

PATIENCE_SECONDS = 10.0


async def until(holds: Callable[[], bool]) -> None:
    """Return once it holds."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not holds():  # noqa: ASYNC110 - nobody tells of the state of connections
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("reason", ["refresh_requested", "warning", "link_disabled"])
async def test_connections_that_end_at_once_are_replaced_with_growing_pauses(reason: str) -> None:
    slack = UnrulySlack(reason)

    async with connecting(slack) as kept:
        await kept.open()
        await asyncio.sleep(0.6)

    assert connections.CONNECTIONS < slack.opened <= 4 * connections.CONNECTIONS


async def test_the_first_connection_that_soon_ends_is_replaced_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "FIRST_PAUSE_SECONDS", 60.0)
    slack = UnrulySlack("refresh_requested")

    async with connecting(slack) as kept:
        await kept.open()
        await until(lambda: slack.opened == 2 * connections.CONNECTIONS)


async def test_no_more_are_open_at_a_time_than_slack_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "pause", lambda _unsteady: 0.0)
    slack = UnrulySlack("refresh_requested")

    async with connecting(slack) as kept:
        await kept.open()
        await until(lambda: slack.opened >= 3 * OPEN_MAX)

    assert slack.most <= OPEN_MAX
    assert slack.open == 0


async def test_slack_that_does_not_greet_is_told_of_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HELLO_SECONDS", 0.05)
    slack = UnrulySlack(hello_from=3)

    with capture_logs() as logs:
        async with connecting(slack) as kept, asyncio.timeout(PATIENCE_SECONDS):
            await kept.open()
            await until(lambda: slack.opened >= connections.CONNECTIONS + 2)
            assert slack.open == connections.CONNECTIONS

    told = [line["error"] for line in logs if line["event"] == log_events.SOCKET_UNREACHABLE]
    assert told == ["no_hello"] * connections.CONNECTIONS


async def test_connections_without_a_greeting_are_tried_with_growing_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "HELLO_SECONDS", 0.01)
    monkeypatch.setattr(connections, "STEADY_SECONDS", 0.005)
    slack = UnrulySlack(hello_from=1_000)

    async with connecting(slack) as kept:
        opening = asyncio.create_task(kept.open())
        await asyncio.sleep(0.6)
        opening.cancel()

    assert connections.CONNECTIONS < slack.opened <= 4 * connections.CONNECTIONS
