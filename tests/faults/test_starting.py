"""What keeps the bot from starting is told in one sentence; migrating brings a database to this release."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from aiohttp import web

from bot.sandbox.server import Sandbox
from storage.opening import open_store, place_of
from tests.faults.group import CHAIR, SECRET, TEAM, TOKEN, workspace_seed
from tests.faults.nursery import Nursery
from tests.faults.programs import Ended, Program
from tests.postgresql import PostgresqlServer

pytestmark = pytest.mark.faults

NOBODY_LISTENS = "http://127.0.0.1:1/api/"


@pytest.fixture
async def workspace() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(workspace_seed())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def settings(workspace: Sandbox, tmp_path: Path) -> dict[str, str]:
    """With these the bot would start."""
    return {
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": workspace.api_url,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'rapporteur.db'}",
        "PORT": "0",
    }


Refusals: TypeAlias = Callable[..., Awaitable[list[str]]]


@pytest.fixture
def refusals(nursery: Nursery) -> Refusals:
    """What `serve` says under each of the settings, one sentence every time."""

    async def refusals(*attempts: Mapping[str, str]) -> list[str]:
        runs = await asyncio.gather(*(nursery.run(["serve"], given) for given in attempts))
        return [_sentence(ended) for ended in runs]

    return refusals


def _sentence(ended: Ended) -> str:
    assert ended.said == ""
    (line,) = ended.complained.splitlines()
    assert ended.code == 1
    return line


async def test_missing_and_wrong_settings_are_named(refusals: Refusals, settings: dict[str, str]) -> None:
    missing, unsigned, wrong, contradicting = await refusals(
        {"DATABASE_URL": settings["DATABASE_URL"]},
        {name: value for name, value in settings.items() if name != "SLACK_SIGNING_SECRET"},
        settings | {"PORT": "many", "RAPPORTEUR_COMMAND": "wg"},
        settings | {"RAPPORTEUR_LEASE_SECONDS": "5"},
    )
    assert missing == (
        "The settings are not right. SLACK_BOT_TOKEN is missing: "
        "it takes the bot's token of the installed app, which begins with xoxb-. "
        "SLACK_SIGNING_SECRET is missing (or SLACK_APP_TOKEN, for Socket Mode)."
    )
    assert unsigned == (
        "The settings are not right. SLACK_SIGNING_SECRET is missing (or SLACK_APP_TOKEN, for Socket Mode)."
    )
    assert "PORT cannot be “many”" in wrong
    assert "RAPPORTEUR_COMMAND cannot be “wg”" in wrong
    assert contradicting == "The settings are not right. The lease must outlast the post's timeout."


async def test_an_address_of_no_database_is_told(
    refusals: Refusals, settings: dict[str, str], tmp_path: Path
) -> None:
    unknown, nowhere = await refusals(
        settings | {"DATABASE_URL": "mysql://127.0.0.1/rapporteur"},
        settings | {"DATABASE_URL": f"sqlite:///{tmp_path / 'none' / 'rapporteur.db'}"},
    )
    cannot = "The database cannot be opened: "
    assert unknown == f"{cannot}no mysql here: use sqlite:///PATH or postgresql://…"
    assert nowhere == f"{cannot}there is no folder {tmp_path / 'none'} for the database: make it first"


async def test_a_database_that_another_process_uses_is_refused(
    nursery: Nursery, settings: dict[str, str]
) -> None:
    store = await open_store(settings["DATABASE_URL"], migrate=True)
    try:
        serving, migrating = await asyncio.gather(
            nursery.run(["serve"], settings), nursery.run(["migrate"], settings)
        )
    finally:
        await store.close()
    for ended in (serving, migrating):
        assert "rapporteur.db is in use by another process" in _sentence(ended)


@pytest.mark.postgresql
async def test_a_postgresql_that_does_not_answer_or_has_no_tables_is_told(
    refusals: Refusals, settings: dict[str, str], postgresql_server: PostgresqlServer
) -> None:
    empty = postgresql_server.create()
    refused, unmigrated, absent = await refusals(
        settings | {"DATABASE_URL": "postgresql://postgres:not-a-secret@127.0.0.1:1/rapporteur"},
        settings | {"DATABASE_URL": postgresql_server.url(empty)},
        settings | {"DATABASE_URL": postgresql_server.url("absent")},
    )
    for sentence in (refused, absent):
        assert sentence.startswith("The database does not answer: PostgreSQL: ")
    assert "not-a-secret" not in refused
    assert unmigrated == (
        f"The database cannot be opened: {place_of(postgresql_server.url(empty))} has no tables yet: "
        "run `rapporteur migrate` first"
    )


@pytest.fixture
async def stranger() -> AsyncIterator[str]:
    """A server that is not Slack; under `unwell/` it fails, `person/` knows the token as a person's."""

    async def welcome(_: web.Request) -> web.Response:
        return web.Response(text="welcome", content_type="text/html")

    async def fail(_: web.Request) -> web.Response:
        return web.json_response({"ok": False, "error": "internal_error"}, status=500)

    async def know(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "team_id": TEAM, "user_id": CHAIR, "user": "member-00"})

    application = web.Application()
    for place, answer in (("", welcome), ("/unwell", fail), ("/person", know)):
        application.router.add_post(f"{place}/{{method}}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await runner.cleanup()


async def test_a_slack_that_refuses_or_does_not_answer_is_told(
    refusals: Refusals, settings: dict[str, str], stranger: str, tmp_path: Path
) -> None:
    addresses = (
        settings["SLACK_API_URL"],
        NOBODY_LISTENS,
        stranger,
        f"{stranger}unwell/",
        f"{stranger}person/",
    )
    refused, unreachable, strange, unwell, of_a_person = await refusals(
        *(
            settings
            | {
                "SLACK_BOT_TOKEN": "xoxb-somebody-else",
                "SLACK_API_URL": address,
                "DATABASE_URL": f"sqlite:///{tmp_path / f'{number}.db'}",
            }
            for number, address in enumerate(addresses)
        )
    )
    assert refused == "Slack refused SLACK_BOT_TOKEN: invalid_auth."
    assert unreachable.startswith("Slack cannot be reached: ")
    assert strange == f"{stranger} does not answer as Slack does."
    assert unwell == "Slack did not say whose token it is (internal_error): start again later."
    assert of_a_person == "SLACK_BOT_TOKEN is not a bot's: use the one that begins with xoxb-."


async def test_a_port_or_folder_that_cannot_be_had_is_told(
    nursery: Nursery, settings: dict[str, str], workspace: Sandbox, tmp_path: Path
) -> None:
    taken = workspace.url.rpartition(":")[2]
    (tmp_path / "file").touch()
    in_use, shown_in_use, no_folder = await asyncio.gather(
        nursery.run(["serve"], settings | {"PORT": taken}),
        nursery.run(["demo", "--port", taken], {"PORT": "0"}),
        nursery.run(["demo", "--folder", str(tmp_path / "file")], {}),
    )
    assert _sentence(in_use) == "The port is in use by another process: choose another with PORT."
    assert _sentence(shown_in_use) == (
        "The port is in use by another process: choose another with --port (make demo PORT=…)."
    )
    assert _sentence(no_folder) == f"The system refused {tmp_path / 'file'}: File exists."


@pytest.mark.postgresql
async def test_migrating_makes_the_tables_once_and_needs_no_slack(
    nursery: Nursery, postgresql_server: PostgresqlServer, tmp_path: Path
) -> None:
    urls = (
        f"sqlite:///{tmp_path / 'rapporteur.db'}",
        postgresql_server.url(postgresql_server.create()),
    )
    for said in (
        "The tables of {} were created: the database is ready.\n",
        "The tables of {} are of this release already: nothing was to be done.\n",
    ):
        runs = await asyncio.gather(*(nursery.run(["migrate"], {"DATABASE_URL": url}) for url in urls))
        assert runs == [Ended(0, said.format(place_of(url)), "") for url in urls]
    for url in urls:
        store = await open_store(url)
        await store.check()
        await store.close()


async def test_a_second_demonstration_on_the_same_port_or_folder_is_refused_and_the_first_says_nothing_of_it(
    nursery: Nursery,
    tmp_path: Path,
) -> None:
    first = Program(["bot", "demo", "--port", "0", "--folder", str(tmp_path)], tmp_path / "demo.log")
    try:
        address = (await first.start()).split()[1]
        port = address.rpartition(":")[2]
        same_port, same_folder = await asyncio.gather(
            nursery.run(["demo", "--port", port], {}),
            nursery.run(["demo", "--port", "0", "--folder", str(tmp_path)], {}),
        )
        first.terminate()
        assert await first.ended() == 0
    finally:
        await first.end()
    assert first.complaints() == ""
    assert _sentence(same_port).startswith("The port is in use by another process")
    assert "rapporteur.db is in use by another process" in _sentence(same_folder)
