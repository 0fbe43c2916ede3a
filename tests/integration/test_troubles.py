"""When the database or Slack fails: people learn what that means for their words, and the bot recovers."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta

import psycopg
import pytest

from bot.sandbox.client import Reply
from bot.sandbox.faults import Effect, Fault
from domain.language import Language
from domain.ports import UnitOfWork
from handlers.desk.router import Router
from handlers.interaction import Command
from tests.integration.cast import USERS
from tests.integration.office import AS_SLACK, Office, Patience
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, SPEAKERS, words
from tests.postgresql import PostgresqlServer

on_postgresql = pytest.mark.parametrize(
    "office_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)
ACKNOWLEDGED_WITHIN = 3000
"""Milliseconds that Slack waits."""


@pytest.fixture
def patience() -> Patience:
    """As in earnest: what takes longer than Slack waits is one of the troubles."""
    return AS_SLACK


@pytest.fixture
def locked(sqlite_url: str) -> Iterator[Callable[[], sqlite3.Connection]]:
    """Another program that holds the write lock of the SQLite file, once called."""
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:

        def lock() -> sqlite3.Connection:
            other.execute("BEGIN IMMEDIATE")
            return other

        yield lock


async def test_a_locked_database_saves_nothing_says_so_and_comes_back(
    office: Office, locked: Callable[[], sqlite3.Connection]
) -> None:
    before = await office.changes()
    other = locked()

    replies = {who: await _record(office, who) for who in SPEAKERS.values()}
    read = await office.asks("oem-us", "infrastructure", "/wg status")
    other.execute("ROLLBACK")

    _assert_told(office, replies, "failure-not-saved")
    assert "Where we stand" in read
    assert await office.changes() == before
    await _assert_works(office)


@on_postgresql
async def test_a_database_that_is_gone_saves_nothing_says_so_and_comes_back(
    office: Office, postgresql_server: PostgresqlServer
) -> None:
    before = await office.changes()
    postgresql_server.stop()
    try:
        replies = await _both_record(office)
        async with office.session.get(f"{office.bot.url}/readyz") as response:
            ready = response.status
    finally:
        postgresql_server.start()

    _assert_told(office, replies, "failure-not-saved")
    assert ready == 503
    assert await office.changes() == before
    await _assert_works(office)


async def test_a_slow_database_is_not_waited_for_and_the_words_are_there_in_the_end(office: Office) -> None:
    """On SQLite: the thread that writes is held up by somebody else's work."""
    before = await office.changes()
    goes_on = threading.Event()

    def job(_: UnitOfWork) -> None:
        goes_on.wait(10)

    held_up = asyncio.ensure_future(office.bot.services.store.write(job))
    replies = await _both_record(office)
    goes_on.set()
    await held_up

    _assert_told(office, replies, "failure-unsure")
    await _assert_all_there(office, before)


@on_postgresql
async def test_a_locked_group_is_not_waited_for_and_the_words_are_there_in_the_end(
    office: Office, office_url: str
) -> None:
    """On PostgreSQL: another transaction holds the group's row."""
    before = await office.changes()
    with psycopg.connect(office_url) as other:
        other.execute("SELECT * FROM working_group FOR UPDATE")
        replies = await _both_record(office)

    _assert_told(office, replies, "failure-unsure")
    await _assert_all_there(office, before)


FAILING: list[Effect] = ["error_before", "drop_before", "empty", "not_json", "ratelimited"]


@pytest.mark.parametrize("effect", FAILING)
async def test_a_new_person_slack_tells_nothing_of_may_not_record_and_may_once_it_does(
    empty_office: Office, effect: Effect
) -> None:
    office = empty_office
    office.expected.add("users.info")
    await office.people.fault(Fault("users.info", effect, times=9))

    english = await office.asks("chair-us", "ev-group", "/wg setup")
    spanish = await office.asks("chair-mx", "ev-group", "/gt configurar")
    await office.people.clear_faults()

    assert words(office, ENGLISH, "refusal-person-unknown") in english
    assert words(office, SPANISH, "refusal-person-unknown") in spanish
    assert await office.changes() == {}
    assert await office.asks("chair-us", "ev-group", "/wg setup") == ""
    assert (await office.form("chair-us"))["callback_id"] == "setup-found"


async def test_what_slack_said_of_a_member_a_week_ago_serves_when_it_says_nothing_now(office: Office) -> None:
    office.expected.add("users.info")
    await office.people.advance(timedelta(days=8))
    await office.people.fault(Fault("users.info", "error_before"))

    answer = await office.asks("oem-us", "infrastructure", "/wg note Known from before")

    assert "*N-1*" in answer


@pytest.mark.parametrize(
    ("who", "line", "language"),
    [("late-us", "/wg note Somebody new", ENGLISH), ("late-mx", "/gt nota Alguien más", SPANISH)],
)
async def test_a_newcomer_slack_tells_nothing_of_is_asked_to_try_again(
    office: Office, who: str, line: str, language: Language
) -> None:
    office.expected.add("users.info")
    await office.people.fault(Fault("users.info", "error_before"))
    before = await office.changes()

    unknown = await office.asks(who, "infrastructure", line)
    known = await office.asks(who, "infrastructure", line)

    assert words(office, language, "refusal-person-unknown") in unknown
    assert words(office, language, "refusal-members-only") in known
    assert await office.changes() == before


async def test_slack_that_answers_too_late_who_somebody_is_leaves_time_to_say_so(
    empty_office: Office,
) -> None:
    office = empty_office
    office.expected.add("users.info")
    await office.people.fault(Fault("users.info", "delay", seconds=1.7))

    reply = await office.types("chair-mx", "ev-group", "/gt configurar")

    assert words(office, SPANISH, "refusal-person-unknown") in str(reply.body)
    assert reply.elapsed_ms < ACKNOWLEDGED_WITHIN


@pytest.mark.parametrize("effect", FAILING)
async def test_a_form_slack_does_not_open_is_said_not_to_be_open(office: Office, effect: Effect) -> None:
    office.expected.add("views.open")
    await office.people.fault(Fault("views.open", effect, times=9))

    english = await office.asks("newcomer-us", "ev-group", "/wg join")
    spanish = await office.asks("newcomer-mx", "ev-group", "/gt unirse")
    await office.people.clear_faults()
    again = await office.asks("newcomer-us", "ev-group", "/wg join")

    assert words(office, ENGLISH, "failure-form") in english
    assert words(office, SPANISH, "failure-form") in spanish
    assert again == ""
    assert (await office.form("newcomer-us"))["callback_id"] == "join"


@pytest.mark.parametrize("effect", FAILING)
async def test_a_digest_is_not_scheduled_when_slack_does_not_say_who_is_in_the_channel(
    office: Office, effect: Effect
) -> None:
    office.expected.add("conversations.info")
    await office.people.fault(Fault("conversations.info", effect, times=9))
    before = await office.changes()

    answer = await office.asks("chair-mx", "ev-group", "/gt resumen lunes 9:00")

    assert words(office, SPANISH, "failure-not-saved") in answer
    assert await office.changes() == before


async def test_a_home_that_slack_does_not_take_is_shown_the_next_time(office: Office) -> None:
    office.expected |= {"views.publish", "app_home_opened"}
    await office.people.fault(Fault("views.publish", "error_before"))

    await office.people.home(USERS["oem-us"])
    await office.people.home(USERS["oem-us"])
    view = await office.people.home(USERS["oem-us"])

    assert view is not None
    assert view["blocks"]


async def test_an_answer_to_a_click_that_slack_does_not_take_leaves_the_click_done(office: Office) -> None:
    office.expected.add("response_url")
    await office.asks("oem-us", "infrastructure", "/wg note Something")
    await office.people.fault(Fault("response_url", "error_before"))
    _, button = await office.button("oem-us", "infrastructure", "Show it")
    before = await office.changes()

    unanswered = await office.presses("oem-us", "infrastructure", "Show it")

    assert button["value"] == "show N-1"
    assert unanswered == ""
    assert "N-1" in await office.presses("oem-us", "infrastructure", "Show it")
    assert await office.changes() == before


async def test_a_listener_that_fails_logs_neither_the_request_nor_what_the_error_says(
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def command(_: Router, typed: Command) -> None:
        raise ValueError(typed.text)

    office.expected.add("/wg")
    monkeypatch.setattr(Router, "command", command)

    reply = await office.types("oem-us", "infrastructure", "/wg note SECRETO")

    logged = "".join(capfd.readouterr()) + caplog.text
    assert not reply.ok
    assert "request.listener_failed" in logged
    assert "ValueError" in logged
    assert "SECRETO" not in logged


async def _both_record(office: Office) -> dict[str, Reply]:
    """A member of each language records at the same time."""
    replies = await asyncio.gather(*(_record(office, who) for who in SPEAKERS.values()))
    return dict(zip(SPEAKERS.values(), replies, strict=True))


async def _record(office: Office, who: str) -> Reply:
    language = next(language for language, speaker in SPEAKERS.items() if speaker == who)
    return await office.types(who, "infrastructure", f"{COMMANDS[language]} note From {who}")


def _assert_told(office: Office, replies: dict[str, Reply], message: str) -> None:
    for language, who in SPEAKERS.items():
        reply = replies[who]
        assert reply.ok, reply
        assert words(office, language, message) in str(reply.body)
        assert "'response_type': 'ephemeral'" in str(reply.body)
        assert reply.elapsed_ms < ACKNOWLEDGED_WITHIN


async def _assert_works(office: Office) -> None:
    answer = await office.asks("oem-us", "infrastructure", "/wg note It works again")
    assert "*N-1*" in answer


async def _assert_all_there(office: Office, before: dict[int, int]) -> None:
    """What was accepted is written however late: the list they were pointed to shows it, once."""
    async with asyncio.timeout(5):
        while await office.changes() != {group: number + 2 for group, number in before.items()}:
            await office.reads("oem-us", "infrastructure")
    for who in SPEAKERS.values():
        mine = await office.asks(who, "infrastructure", "/wg list mine")
        assert mine.count(f"* From {who}") == 1
