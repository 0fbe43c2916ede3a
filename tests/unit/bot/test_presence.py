"""How long Slack could not reach the bot, and what `/readyz` makes of it."""

from __future__ import annotations

import json
import math

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.http import application
from bot.presence import AWAY_SECONDS, Presence
from domain.ports import StoreUnavailable
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock


async def readiness(store: FakeStore, presence: Presence | None) -> tuple[int, str]:
    async with TestClient(TestServer(application(None, store, presence))) as client:
        response = await client.get("/readyz")
        return response.status, json.loads(await response.text())["status"]


def test_before_the_first_connection_slack_was_never_there() -> None:
    assert Presence().away == math.inf


def test_absence_lasts_from_the_loss_of_the_last_connection_to_the_next() -> None:
    clock = ManualClock()
    presence = Presence(clock.monotonic)
    presence.came()
    clock.advance(5)
    presence.went()
    clock.advance(2)
    presence.went()
    assert presence.away == 2
    presence.came()
    assert presence.away == 0


@pytest.mark.parametrize(
    ("away", "status", "reason"),
    [(0, 200, "ok"), (AWAY_SECONDS, 200, "ok"), (AWAY_SECONDS + 1, 503, "no connection to Slack")],
)
async def test_a_process_that_slack_cannot_reach_for_long_is_not_ready(
    away: float, status: int, reason: str
) -> None:
    clock = ManualClock()
    presence = Presence(clock.monotonic)
    presence.came()
    presence.went()
    clock.advance(away)
    assert await readiness(FakeStore(), presence) == (status, reason)


async def test_a_process_that_slack_has_not_reached_yet_is_not_ready() -> None:
    assert await readiness(FakeStore(), Presence()) == (503, "no connection to Slack")


async def test_over_http_no_connection_is_asked_for() -> None:
    assert await readiness(FakeStore(), None) == (200, "ok")


class Silent(FakeStore):
    """A database that does not answer."""

    async def check(self) -> None:
        raise StoreUnavailable


@pytest.mark.parametrize("presence", [None, Presence()])
async def test_a_database_that_does_not_answer_is_told_first(presence: Presence | None) -> None:
    assert await readiness(Silent(), presence) == (503, "database unavailable")
