"""`/readyz` over Socket Mode: whether Slack can reach the bot at all."""

from __future__ import annotations

import asyncio

import pytest

from bot import http
from bot.sandbox.faults import Fault
from tests.integration.office import Office
from tests.integration.sockets.lines import PATIENCE_SECONDS, lose, until_back

OPEN = "apps.connections.open"


async def readiness(office: Office) -> tuple[int, str]:
    async with office.session.get(f"{office.bot.url}/readyz") as response:
        return response.status, (await response.json())["status"]


async def until_ready(office: Office, wanted: tuple[int, str]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await readiness(office) != wanted:  # noqa: ASYNC110 - asked as an operator asks: again and again
            await asyncio.sleep(0.01)


async def test_a_bot_that_slack_reaches_is_ready_and_one_that_lost_slack_is_not_until_it_is_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "AWAY_SECONDS", 0.1)
    office.expected.add(OPEN)
    await until_back(office)
    assert await readiness(office) == (200, "ok")

    lose(office, 1)
    assert await readiness(office) == (200, "ok")
    await until_back(office)
    await office.people.fault(Fault(OPEN, "error_before", times=1000))
    lose(office)
    await until_ready(office, (503, "no connection to Slack"))

    await office.people.clear_faults()
    await until_ready(office, (200, "ok"))
