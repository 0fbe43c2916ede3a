"""`rapporteur check-slack` with settings that no request can carry and answers that are meant ill."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from aiohttp import web
from typer.testing import Result

from bot import cli
from bot.checking.asking import BODY_MAX
from bot.checking.findings import LINE_MAX
from tests.integration.sandbox.seeds import APP_TOKEN, BOT_TOKEN
from tests.integration.test_check_slack import installed, run, workspace

Answers = Callable[[web.Request], web.Response]
TOKEN = "xoxb-1234567890-secret"
OK: dict[str, Any] = {"ok": True, "bot_id": "B1", "user": "scribe", "team": "Working Group"}


@asynccontextmanager
async def serving(handle: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    """The address of a server that answers every method so."""
    application = web.Application()
    application.router.add_post("/api/{method}", handle)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    finally:
        await runner.cleanup()


async def ask(answer: Answers, *options: str, **variables: str) -> Result:
    async def handle(request: web.Request) -> web.Response:
        return answer(request)

    async with serving(handle) as url:
        return await run(None, *options, SLACK_API_URL=url, SLACK_BOT_TOKEN=TOKEN, **variables)


def says(body: object, status: int = 200) -> Answers:
    return lambda _request: web.json_response(body, status=status)


def fails_in_a_line(result: Result, words: str) -> None:
    """It ended as a check that failed does, with one line that says why."""
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert [words in line for line in result.output.splitlines() if line.startswith("FAIL")].count(True) == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize("inside", ["\n", "\r", "\r\nX-Injected: 1", " ", "\t", "ñ", "\x7f"])
async def test_a_token_that_no_header_can_carry_is_told_and_not_sent(inside: str) -> None:
    async with workspace(installed()) as (sandbox, people):
        result = await run(sandbox, SLACK_BOT_TOKEN=f"{BOT_TOKEN}{inside}more")
        traffic = await people.traffic()

    fails_in_a_line(result, "SLACK_BOT_TOKEN holds a line end")
    assert traffic == []


async def test_an_app_token_that_no_header_can_carry_is_told() -> None:
    async with workspace(installed()) as (sandbox, _):
        result = await run(sandbox, SLACK_APP_TOKEN=f"{APP_TOKEN}\nmore")

    fails_in_a_line(result, "SLACK_APP_TOKEN holds a line end")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://someone:hunter2-secret@127.0.0.1:1/api/", "holds a user name or a password"),
        ("http://hunter2-secret@127.0.0.1:1/api/", "holds a user name or a password"),
        ("http://127.0.0.1:1/api/?token=hunter2-secret", "after ? or #"),
        ("http://127.0.0.1:1/api/#hunter2-secret", "after ? or #"),
        ("slack.com/api", "is no address"),
        ("ftp://slack.com/api/", "is no address"),
        ("http://[::1/api/", "is no address"),
        ("http://127.0.0.1:99999/api/", "is no address"),
    ],
)
async def test_an_address_that_cannot_be_asked_is_told_without_its_secrets(url: str, words: str) -> None:
    result = await run(None, SLACK_API_URL=url)

    fails_in_a_line(result, words)
    assert "hunter2" not in result.output


async def test_an_answer_whose_metadata_are_a_list_is_told() -> None:
    answer = says(OK | {"response_metadata": ["x"]})

    result = await ask(answer, SLACK_APP_TOKEN=APP_TOKEN)

    fails_in_a_line(result, "response_metadata is no object")


@pytest.mark.parametrize("errors", [7, "x", {"a": 1}, [1, None]])
async def test_errors_of_a_payload_that_are_no_list_of_objects_are_told_by_the_code(errors: object) -> None:
    def answer(request: web.Request) -> web.Response:
        validating = request.match_info["method"] == "blocks.validate"
        refusal = {"ok": False, "error": "invalid_blocks", "errors": errors}
        return web.json_response(refusal if validating else OK)

    result = await ask(answer, "--blocks")

    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "invalid_blocks." in result.output


async def test_json_nested_without_end_is_no_answer() -> None:
    result = await ask(lambda _request: web.Response(body=b"[" * 200_000))

    fails_in_a_line(result, "without JSON")


@pytest.mark.parametrize("status", [301, 302, 307])
async def test_a_redirect_is_no_answer_even_when_its_body_says_ok(status: int) -> None:
    def answer(_request: web.Request) -> web.Response:
        return web.json_response(OK, status=status, headers={"Location": "http://127.0.0.1:1/"})

    result = await ask(answer)

    fails_in_a_line(result, f"HTTP {status}, a redirect")


@pytest.mark.parametrize("status", [201, 404, 500])
async def test_an_ok_with_another_status_is_no_answer(status: int) -> None:
    result = await ask(says(OK, status))

    fails_in_a_line(result, f"HTTP {status} with an answer that says ok")


ECHOES: dict[str, Callable[[str], object]] = {
    "as the error": lambda token: {"ok": False, "error": token},
    "in capitals": lambda token: {"ok": False, "error": token.upper()},
    "as the workspace": lambda token: OK | {"team": token},
    "in the middle of a word": lambda token: OK | {"team": f"a{token}b"},
    "broken by a control character": lambda token: OK | {"user": f"{token[:9]}\x1b{token[9:]}"},
    "after what looks like one": lambda token: OK | {"user": f"xoxb-{token}{token}"},
    "of somebody else": lambda _token: OK | {"user": "xoxp-1234567890-secret"},
}


@pytest.mark.parametrize("place", ECHOES)
async def test_a_token_that_comes_back_is_not_printed(place: str) -> None:
    def answer(request: web.Request) -> web.Response:
        return web.json_response(ECHOES[place](request.headers["Authorization"].removeprefix("Bearer ")))

    result = await ask(answer)

    assert "(hidden)" in result.output
    assert "1234567890" not in result.output


@pytest.mark.parametrize("value", [{"a": [TOKEN]}, [TOKEN], {TOKEN: 1}, None])
async def test_of_what_is_no_word_the_kind_alone_is_printed(value: object) -> None:
    result = await ask(says(OK | {"user": value, "team": value}))

    kinds: dict[type, str] = {dict: "an object", list: "a list"}
    kind = kinds.get(type(value), "nothing")
    assert f"@{kind}'s, in the workspace {kind}." in result.output


async def test_a_token_among_the_scopes_is_not_printed() -> None:
    def answer(request: web.Request) -> web.Response:
        return web.json_response(OK, headers={"X-OAuth-Scopes": request.headers["Authorization"]})

    result = await ask(answer)

    assert "1234567890" not in result.output


@pytest.mark.parametrize(
    "text", ["\x1b[31mred\x1b[0m", "a\rb", "a\nFAIL  b", "\x9b2J", "a\u202eb", "\x07\x00"]
)
async def test_what_a_terminal_would_obey_is_left_out(text: str) -> None:
    result = await ask(says(OK | {"user": text}))

    lines = result.output.split("\n")
    assert all(line.isprintable() for line in lines), json.dumps(lines)
    assert lines[1].startswith("ok    The token is @")
    assert lines[1].endswith("'s, in the workspace Working Group.")


async def test_a_name_without_end_is_cut() -> None:
    result = await ask(says(OK | {"team": "x" * 100_000}))

    assert max(map(len, result.output.splitlines())) < LINE_MAX + 20
    assert "xx…" in result.output


@pytest.mark.parametrize("compressed", [False, True])
async def test_more_than_any_answer_has_is_not_read(*, compressed: bool) -> None:
    body = b'{"ok": true, "x": "' + b"x" * BODY_MAX + b'"}'

    def answer(_request: web.Request) -> web.Response:
        sent = gzip.compress(body) if compressed else body
        return web.Response(body=sent, headers={"Content-Encoding": "gzip"} if compressed else {})

    result = await ask(answer)

    fails_in_a_line(result, "HTTP 200 with more than 1024 kB")


async def test_an_answer_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "CHECK_SECONDS", 0.2)

    async def dripping(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        with suppress(ConnectionError):
            while True:
                await response.write(b" ")
                await asyncio.sleep(0.05)
        return response

    async with serving(dripping) as url:
        result = await run(None, SLACK_API_URL=url, SLACK_BOT_TOKEN=TOKEN)

    fails_in_a_line(result, "gives no answer to work with (auth.test: TimeoutError)")


@pytest.mark.parametrize(
    "body", [b"\xff\xfe\xfa", b'{"ok": "\xf1"}', b"<h1>Bad gateway</h1>", b"", b"null", b"7"]
)
@pytest.mark.parametrize("charset", ["utf-8", "latin-1", "no-such-charset", "utf-16"])
async def test_bytes_that_are_no_answer_are_told_whatever_charset_they_claim(
    body: bytes, charset: str
) -> None:
    kind = {"Content-Type": f"application/json; charset={charset}"}

    result = await ask(lambda _request: web.Response(status=502, body=body, headers=kind))

    fails_in_a_line(result, "auth.test: HTTP 502 without JSON")


@pytest.mark.parametrize(
    "name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL"]
)
async def test_a_setting_in_no_encoding_is_told(name: str) -> None:
    async with workspace(installed()) as (sandbox, _):
        result = await run(sandbox, **{name: "xoxb-1234567890\udcff"})

    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert name in result.output
    assert "1234567890" not in result.output


async def test_a_terminal_that_knows_no_quotation_marks_gets_their_numbers() -> None:
    async with workspace(installed(unsupported_blocks=["data_visualization"])) as (sandbox, _):
        result = await run(sandbox, "--blocks", charset="ascii")

    assert result.exit_code == 1
    assert r"Slack refuses \u201cdigest-rich: en\u201d" in result.output
