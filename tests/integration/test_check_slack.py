"""`rapporteur check-slack` against the local workspace, as whoever connects one runs it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from bot.checking.asking import RETRY_AFTER_MAX, TRIES_MAX, Slack
from bot.checking.blocks import Payload, golden_payloads
from bot.checking.checks import checks
from bot.checking.findings import Verdict
from bot.cli import app
from bot.manifest import BOT_SCOPES, SCOPE_USES
from bot.sandbox.client import People
from bot.sandbox.faults import Effect, Fault
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.traffic import REMEMBERED_REQUESTS
from bot.settings import CheckSettings
from tests.integration.sandbox.seeds import APP_TOKEN, BOT_TOKEN, socket_seed, workspace_seed

SECRET = "0123456789abcdef0123456789abcdef"


def installed(scopes: tuple[str, ...] = BOT_SCOPES, **changes: object) -> WorkspaceSeed:
    seed = workspace_seed(**changes)
    return seed.model_copy(update={"app": seed.app.model_copy(update={"scopes": list(scopes)})})


@asynccontextmanager
async def workspace(seed: WorkspaceSeed) -> AsyncIterator[tuple[Sandbox, People]]:
    sandbox = Sandbox(seed)
    await sandbox.start()
    try:
        async with aiohttp.ClientSession() as session:
            yield sandbox, People(sandbox.url, session)
    finally:
        await sandbox.stop()


async def run(sandbox: Sandbox | None, *options: str, charset: str = "utf-8", **variables: str) -> Result:
    environment: Mapping[str, str | None] = {
        "SLACK_API_URL": sandbox.api_url if sandbox else "http://127.0.0.1:1/api/",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": "",
        "SLACK_SIGNING_SECRET": SECRET,
        **variables,
    }
    return await asyncio.to_thread(
        lambda: CliRunner(charset).invoke(app, ["check-slack", *options], env=environment)
    )


async def test_a_workspace_that_is_connected_well_passes() -> None:
    async with workspace(installed()) as (sandbox, _):
        result = await run(sandbox)
    assert result.exit_code == 0, result.output
    assert "@scribe's, in the workspace Working Group" in result.output
    assert f"All {len(BOT_SCOPES)} scopes are granted" in result.output
    assert not {BOT_TOKEN, SECRET} & set(result.output.split())


async def test_socket_mode_passes_when_it_is_turned_on() -> None:
    async with workspace(socket_seed(scopes=list(BOT_SCOPES))) as (sandbox, _):
        result = await run(sandbox, SLACK_APP_TOKEN=APP_TOKEN, SLACK_SIGNING_SECRET="")
    assert result.exit_code == 0, result.output
    assert "over Socket Mode" in result.output
    assert APP_TOKEN not in result.output


@pytest.mark.parametrize(
    ("app_seed", "token", "words"),
    [
        ({"socket_mode": False}, APP_TOKEN, "Socket Mode is not turned on"),
        ({"app_scopes": []}, APP_TOKEN, "lacks the scope connections:write"),
        ({}, "xapp-1-other", "refused the app-level token: invalid_auth"),
        ({}, "xapp-1-other", "Copy it again. It is on the app's page at api.slack.com/apps, under Basic"),
    ],
)
async def test_an_app_token_that_opens_nothing_fails(
    app_seed: dict[str, Any], token: str, words: str
) -> None:
    async with workspace(socket_seed(scopes=list(BOT_SCOPES), **app_seed)) as (sandbox, _):
        result = await run(sandbox, SLACK_APP_TOKEN=token)
    assert result.exit_code == 1
    assert words in result.output


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("", "SLACK_BOT_TOKEN is not set"),
        ("xoxp-1", "no bot's token"),
        ("xoxb-other", "refused the bot's token: invalid_auth"),
    ],
)
async def test_a_bad_token_fails_and_says_where_the_right_one_is(token: str, words: str) -> None:
    async with workspace(installed()) as (sandbox, _):
        result = await run(sandbox, "--blocks", SLACK_BOT_TOKEN=token)
    assert result.exit_code == 1
    assert words in result.output
    assert "OAuth & Permissions" in result.output
    assert "1 of" in result.output


async def test_missing_scopes_are_told_with_what_they_are_for() -> None:
    granted = (*(scope for scope in BOT_SCOPES if scope != "im:write"), "files:write")
    async with workspace(installed(granted)) as (sandbox, _):
        result = await run(sandbox)
    assert result.exit_code == 1
    assert f"The scope im:write is missing: {SCOPE_USES['im:write']}" in result.output
    assert "Granted and not needed: files:write" in result.output


async def test_what_cannot_be_reached_is_told() -> None:
    result = await run(None)
    assert result.exit_code == 1
    assert "gives no answer to work with (auth.test: ClientConnectorError)" in result.output
    assert "SLACK_API_URL" in result.output


@pytest.mark.parametrize(
    ("effect", "words"),
    [("error_before", "internal_error"), ("empty", "without JSON"), ("not_json", "without JSON"),
     ("drop_before", "Server")],
)  # fmt: skip
async def test_an_answer_that_is_none_is_told(effect: Effect, words: str) -> None:
    async with workspace(installed()) as (sandbox, people):
        await people.fault(Fault("auth.test", effect))
        result = await run(sandbox)
    assert result.exit_code == 1
    assert words in result.output


async def test_slacks_limits_are_waited_for() -> None:
    async with workspace(installed()) as (sandbox, people):
        await people.fault(Fault("auth.test", "ratelimited", retry_after=1))
        result = await run(sandbox)
    assert result.exit_code == 0, result.output
    assert "Slack asks to wait 1 s" in result.output


async def test_every_golden_payload_is_accepted() -> None:
    async with workspace(installed()) as (sandbox, people):
        result = await run(sandbox, "--blocks")
        asked = [each for each in await people.traffic() if each["what"] == "blocks.validate"]
    count = len(golden_payloads())
    assert result.exit_code == 0, result.output
    assert f"Slack accepts {count} of {count} payloads" in result.output
    assert len(asked) == min(count, REMEMBERED_REQUESTS)


async def test_a_workspace_that_knows_no_charts_refuses_the_digests_that_draw_one() -> None:
    async with workspace(installed(unsupported_blocks=["data_visualization"])) as (sandbox, _):
        result = await run(sandbox, "--blocks")
    assert result.exit_code == 1
    assert "Slack refuses “digest-rich: en”: /blocks/" in result.output
    assert "unsupported type: data_visualization" in result.output


async def checked(seed: WorkspaceSeed, *payloads: Payload, fault: Fault | None = None) -> list[str]:
    """The lines that are no success, with the seconds that were waited."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    settings = CheckSettings(
        bot_token=SecretStr(BOT_TOKEN), app_token=SecretStr(""), signing_secret=SecretStr(SECRET)
    )
    async with workspace(seed) as (sandbox, people), aiohttp.ClientSession() as session:
        if fault is not None:
            await people.fault(fault)
        slack = Slack(session, sandbox.api_url, sleep)
        found = [finding async for finding in checks(settings, slack, payloads)]
    lines = [finding.line for finding in found if finding.verdict is not Verdict.PASSED]
    return [*lines, *(f"waited {seconds:.0f}" for seconds in waited)]


def message(name: str, text: str) -> Payload:
    block = {"type": "header", "text": {"type": "plain_text", "text": text}}
    return Payload(name, "message", {"text": "x", "blocks": [block]})


async def test_a_planted_payload_is_found_and_the_others_are_asked_about_all_the_same() -> None:
    view = {"type": "modal", "title": {"type": "plain_text", "text": "x" * 25}, "blocks": []}
    lines = await checked(
        installed(), message("long", "x" * 151), message("good", "x"), Payload("view", "view", view)
    )
    assert len(lines) == 2
    assert "“long”: /blocks/0/text/text must be less than 151 characters." in lines[0]
    assert "“view”: /title/text must be less than 25 characters; /blocks no less than 1 items" in lines[1]


async def test_a_limit_that_never_ends_is_given_up() -> None:
    lines = await checked(installed(), fault=Fault("auth.test", "ratelimited", times=9, retry_after=2))
    assert lines[1:] == ["waited 2"] * TRIES_MAX
    assert "429 to auth.test" in lines[0]


async def test_nobody_waits_longer_than_two_minutes_for_a_command() -> None:
    lines = await checked(
        installed(), fault=Fault("auth.test", "ratelimited", retry_after=int(RETRY_AFTER_MAX) + 1)
    )
    assert len(lines) == 1
    assert "wait 121 s" in lines[0]


async def test_a_workspace_without_the_method_says_so_once() -> None:
    lines = await checked(installed(), Payload("odd", "nothing", {}), message("good", "x"))
    assert [line.split("\n")[0] for line in lines] == [
        "FAIL  Slack did not validate “odd”: invalid_arguments."
    ]
