"""Whatever answers in Slack's place: findings of one line each, no secret among them, and no other end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, ClientTimeout
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.checking.asking import BODY_MAX, Slack
from bot.checking.blocks import Payload
from bot.checking.checks import checks, summary
from bot.checking.findings import LINE_MAX, Finding, Verdict, failed
from bot.checking.identity import scopes as scopes_found
from bot.manifest import BOT_SCOPES
from bot.settings import CheckSettings

HOST = "127.0.0.1"
BOT, APP, SECRET = "xoxb-1234567890-abcdef", "xapp-0987654321-fedcba", "0123456789abcdef0123456789abcdef"
SECRETS = ("1234567890", "0987654321", SECRET)
PAYLOADS = (Payload("one", "message", {"text": "x"}), Payload("two", "view", {}))
REQUEST_MAX = 65_536

each_on_its_own = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

codes = st.text() | st.sampled_from(
    [
        "missing_scope",
        "invalid_blocks",
        "invalid_auth",
        "\x1b[2J",
        "a\nok    b",
        BOT,
        f"a{APP}b",
        SECRET,
        "\ud800",
    ]
)
leaves = codes | st.none() | st.booleans() | st.integers() | st.floats()
anything = st.recursive(leaves, lambda of: st.lists(of, max_size=3) | st.dictionaries(codes, of, max_size=3))
parts = st.fixed_dictionaries(
    {},
    optional={
        "ok": st.booleans() | anything,
        "error": anything,
        "errors": st.lists(st.fixed_dictionaries({}, optional={"pointer": anything, "message": anything}))
        | anything,
        "bot_id": anything,
        "user": anything,
        "team": anything,
        "response_metadata": st.fixed_dictionaries({"messages": anything}) | anything,
        "url": anything,
    },
)
accepting: dict[str, object] = {"ok": True, "bot_id": "B1"}
mostly_accepting = parts.map(lambda part: part | accepting)
replies = st.one_of(mostly_accepting, mostly_accepting, parts.map(lambda part: accepting | part), anything)
statuses = st.sampled_from([*[200] * 12, 302, 429, 500, 503])
scopes = st.sampled_from([*BOT_SCOPES, "admin", BOT, APP])
headers = st.lists(
    st.tuples(
        st.sampled_from(
            ["Content-Type", "Content-Encoding", "Location", "Retry-After", "Set-Cookie", "X-OAuth-Scopes"]
        ),
        st.sampled_from(
            ["gzip", "br", "text/html; charset=nowhere", "60", "-1", "9" * 400, f"{BOT}[=x", f"a,{APP}"]
        )
        | st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=20),
    ),
    max_size=3,
)


@asynccontextmanager
async def answering(answers: Sequence[bytes]) -> AsyncIterator[str]:
    """The address of a server that says this, request after request, the last again and again."""
    left = list(answers)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(REQUEST_MAX)
        writer.write(left.pop(0) if len(left) > 1 else left[0])
        writer.write_eof()
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, HOST, 0)
    try:
        yield f"http://{HOST}:{server.sockets[0].getsockname()[1]}/api/"
    finally:
        server.close()


async def found_with(answers: Sequence[bytes]) -> list[Finding]:
    async def sleep(_: float) -> None:
        """The clock of this test stands still."""

    told = CheckSettings(bot_token=SecretStr(BOT), app_token=SecretStr(APP), signing_secret=SecretStr(SECRET))
    async with answering(answers) as url, ClientSession(timeout=ClientTimeout(total=10)) as session:
        return [finding async for finding in checks(told, Slack(session, url, sleep), PAYLOADS)]


def http(status: int, named: Sequence[tuple[str, str]], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status} x", *(f"{name}: {value}" for name, value in named), "Connection: close"]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def holds(answers: Sequence[bytes], capfd: pytest.CaptureFixture[str]) -> list[Finding]:
    """What must be true of every run; what it printed is no less public than what it says."""
    findings = asyncio.run(found_with(answers))
    assert findings
    assert (summary(findings).verdict is Verdict.FAILED) is any(
        finding.verdict is Verdict.FAILED for finding in findings
    )
    texts = [text for finding in findings for text in (finding.said, finding.remedy)]
    assert all(text.isprintable() for text in texts)
    assert max(map(len, texts)) <= LINE_MAX + 1
    printed = "".join(capfd.readouterr())
    assert not [secret for secret in SECRETS if secret in "\n".join(texts).lower() + printed]
    return findings


@given(st.lists(st.tuples(statuses, replies), min_size=1, max_size=4), st.lists(scopes))
@each_on_its_own
def test_any_json_is_told_in_lines_without_secrets(
    capfd: pytest.CaptureFixture[str], answers: list[tuple[int, object]], granted: list[str]
) -> None:
    named = [("X-OAuth-Scopes", ",".join(granted))] if granted else []

    holds([http(status, named, json.dumps(answer).encode()) for status, answer in answers], capfd)


@given(
    st.integers(100, 999), headers, st.binary(max_size=60) | st.sampled_from([b'{"ok": true}', b"{" * 9_000])
)
@each_on_its_own
def test_any_status_headers_and_bytes_are_told_in_lines_without_secrets(
    capfd: pytest.CaptureFixture[str], status: int, named: list[tuple[str, str]], body: bytes
) -> None:
    holds([http(status, named, body)], capfd)


@given(st.binary(max_size=80) | st.sampled_from([b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 20_000]))
@each_on_its_own
def test_what_is_no_http_at_all_fails(capfd: pytest.CaptureFixture[str], answer: bytes) -> None:
    findings = holds([answer], capfd)

    assert findings[-1].verdict is Verdict.FAILED
    assert "gives no answer to work with" in findings[-1].said


@pytest.mark.parametrize("size", [BODY_MAX, BODY_MAX + 1])
def test_an_answer_may_be_as_large_as_the_cap(capfd: pytest.CaptureFixture[str], size: int) -> None:
    frame = b'{"ok": true, "bot_id": "B1", "x": ""}'
    body = frame[:-2] + b"x" * (size - len(frame)) + frame[-2:]

    findings = holds([http(200, (), body)], capfd)

    assert any("more than 1024 kB" in finding.said for finding in findings) is (size > BODY_MAX)


@pytest.mark.parametrize("after", ["banana", "-5", "nan", "1e9"])
def test_a_wait_that_cannot_be_read_is_not_begun(after: str) -> None:
    found = asyncio.run(found_with([http(429, [("Retry-After", after)], b"")]))
    assert "a Retry-After that is no number of seconds" in found[-1].said


def test_a_scope_of_odd_characters_is_counted_not_shown_as_nothing() -> None:
    granted = frozenset({*BOT_SCOPES, "admin", "\u202e", "a\u0081b"})
    assert [finding.said for finding in scopes_found(granted)][1:] == [
        "Granted and not needed: admin, 2 with characters of no scope."
    ]


def test_one_check_is_told_in_the_singular() -> None:
    assert summary([failed("No.", "")]).said == "1 of 1 check failed."
    assert summary([failed("No.", ""), failed("No.", "")]).said == "2 of 2 checks failed."
