"""Real time as Slack tells it: a machine's clock astray is put right, one that agrees is left alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient
from structlog.testing import capture_logs

from bot import log_events
from bot.delivery.poster import client_of, open_session
from bot.slack_time import SlackClock, hearing, in_time, skew_of
from tests.fakes.time import ManualClock
from tests.fakes.web_api import PlannedWebApi, Raw, ok, refused

TRUE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
ASTRAY = [timedelta(hours=26), timedelta(hours=4), timedelta(minutes=2), timedelta(hours=-3)]


@pytest.fixture
async def slack() -> AsyncIterator[PlannedWebApi]:
    api = PlannedWebApi()
    await api.start()
    yield api
    await api.stop()


def clock_of(machine: ManualClock) -> SlackClock:
    return SlackClock(machine, machine.monotonic)


def session_of(clock: SlackClock, slack: PlannedWebApi) -> ClientSession:
    return open_session(timedelta(seconds=5), hearing(clock, slack.url))


def client(slack: PlannedWebApi, session: ClientSession) -> AsyncWebClient:
    return client_of("xoxb-token", slack.url, session)


def dated(raw: Raw, date: datetime) -> Raw:
    return Raw(raw.body, raw.status, headers={"Date": format_datetime(date, usegmt=True)})


@pytest.mark.parametrize("off", ASTRAY)
def test_a_machine_s_clock_astray_is_put_right_and_goes_on(off: timedelta) -> None:
    machine = ManualClock(TRUE + off)
    clock = clock_of(machine)
    assert clock.now() == TRUE + off
    with capture_logs() as logged:
        clock.hear(TRUE)
        machine.advance(90)
        clock.hear(TRUE + timedelta(seconds=89))
    assert clock.now() - (TRUE + timedelta(seconds=90)) <= timedelta(seconds=1)
    assert abs(skew_of(clock) - off) <= timedelta(seconds=1)
    assert [entry["event"] for entry in logged] == [log_events.CLOCK_CORRECTED]


@pytest.mark.parametrize("seconds", [-59, -1, 0, 21, 59])
def test_a_clock_that_agrees_is_left_alone(seconds: int) -> None:
    machine = ManualClock(TRUE + timedelta(seconds=seconds))
    clock = clock_of(machine)
    with capture_logs() as logged:
        clock.hear(TRUE)
    assert (clock.now(), skew_of(clock), logged) == (machine.now(), timedelta(), [])


@pytest.mark.parametrize("off", ASTRAY)
def test_a_clock_that_is_set_while_the_process_runs_is_in_doubt_until_slack_is_heard(off: timedelta) -> None:
    machine = ManualClock(TRUE + off)
    clock = clock_of(machine)
    doubts = [clock.is_in_doubt]
    clock.hear(TRUE)
    machine.advance(3600)
    doubts.append(clock.is_in_doubt)
    machine.stall(off.total_seconds())
    doubts.append(clock.is_in_doubt)
    clock.hear(machine.now())
    doubts.append(clock.is_in_doubt)
    assert doubts == [False, False, True, False]
    assert clock.now() == machine.now()


async def test_every_answer_of_slack_s_is_heard_and_nobody_else_s(slack: PlannedWebApi) -> None:
    clock = clock_of(ManualClock(TRUE + timedelta(hours=4)))
    async with session_of(clock, slack) as session:
        slack.answers.extend([dated(refused("fatal_error", 500), TRUE), dated(ok(), TRUE), dated(ok(), TRUE)])
        async with session.post(f"{slack.url}chat.postMessage"):
            assert clock.now() == TRUE + timedelta(hours=4)
        async with session.post(f"{slack.url.replace('127.0.0.1', 'localhost')}chat.postMessage"):
            assert clock.now() == TRUE + timedelta(hours=4)
        async with session.post(f"{slack.url}chat.postMessage"):
            assert clock.now() == TRUE


@pytest.mark.parametrize(
    ("answer", "works"),
    [
        (dated(ok(), TRUE), 1),
        (dated(refused("account_inactive"), TRUE), 1),
        (Raw(ok().body, headers={"Date": "soon"}), 1),
        (dated(refused("ratelimited", 429), TRUE), 0),
        (dated(refused("fatal_error", 503), TRUE), 0),
        (Raw(drop=True), 0),
    ],
)
async def test_nothing_is_made_while_nobody_knows_what_time_it_is(
    slack: PlannedWebApi, answer: Raw, works: int
) -> None:
    machine = ManualClock(TRUE)
    clock = clock_of(machine)
    ran: list[datetime] = []

    async def run() -> bool:
        ran.append(clock.now())
        return True

    async with session_of(clock, slack) as session:
        tick = in_time(clock, client(slack, session))(run)
        clock.hear(TRUE)
        assert await tick()
        assert slack.asked == []
        machine.stall(-7200)
        slack.answers.append(answer)
        assert await tick() is bool(works)
    assert ran == [TRUE] * (1 + works)
    assert [method for method, _ in slack.asked] == ["auth.test"]
    assert clock.is_in_doubt is not bool(works)


async def test_a_clock_that_is_given_hears_nobody_and_is_never_in_doubt(slack: PlannedWebApi) -> None:
    given = ManualClock(TRUE)

    async def run() -> bool:
        return True

    async with open_session(timedelta(seconds=5)) as session:
        assert await in_time(given, client(slack, session))(run)()
    assert hearing(given, slack.url) == []
    assert skew_of(given) == timedelta()
    assert slack.asked == []
