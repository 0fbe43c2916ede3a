"""Requests that are not Slack's, or not whole: refused at the door, before anything is read or stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from bot.sandbox.signing import signature
from tests.integration.cast import SECRET
from tests.integration.forged import COMMAND, COMMANDS, EVENTS, INTERACTIONS, WHO
from tests.integration.office import START, Office

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
BODY = urlencode(COMMAND).encode()
NOW = int(START.timestamp())


def _signed(stamp: str | int, secret: str = SECRET) -> dict[str, str]:
    """Headers with this timestamp, signed for it; what is no number is signed as now."""
    number = int(stamp) if str(stamp).lstrip("-").isdecimal() and len(str(stamp)) < 20 else NOW
    return {"X-Slack-Request-Timestamp": str(stamp), "X-Slack-Signature": signature(secret, number, BODY)}


UNSIGNED: dict[str, dict[str, str]] = {
    "no headers": {},
    "no signature": {"X-Slack-Request-Timestamp": str(NOW)},
    "no timestamp": {"X-Slack-Signature": signature(SECRET, NOW, BODY)},
    "an empty signature": _signed(NOW) | {"X-Slack-Signature": ""},
    "another secret": _signed(NOW, "another secret"),
    "a signature of another body": _signed(NOW) | {"X-Slack-Signature": signature(SECRET, NOW, BODY + b"x")},
    "a signature without version": _signed(NOW)
    | {"X-Slack-Signature": signature(SECRET, NOW, BODY).removeprefix("v0=")},
    "a signature that is not ASCII": _signed(NOW) | {"X-Slack-Signature": "v0=ñandú🔋"},
    "a stale timestamp": _signed(NOW - 301),
    "a timestamp of the future": _signed(NOW + 301),
    "a negative timestamp": _signed(-NOW),
    "an empty timestamp": _signed(""),
    "a word for a timestamp": _signed("yesterday"),
    "a fraction for a timestamp": _signed(f"{NOW}.5"),
    "digits of another script": _signed("".join(chr(0x0660 + int(digit)) for digit in str(NOW))),
    "a timestamp of hundreds of digits": _signed("9" * 400),
    "a timestamp of thousands of digits": _signed("9" * 5000),
}


@pytest.mark.parametrize("row", UNSIGNED)
async def test_what_slack_did_not_sign_just_now_is_unauthorized(office: Office, row: str) -> None:
    before = await office.changes()

    status, _ = await office.post(BODY, headers=UNSIGNED[row])

    assert status == 401
    assert await office.changes() == before


@pytest.mark.parametrize("age", [0, 299, -299])
async def test_what_slack_signed_within_five_minutes_is_answered(office: Office, age: int) -> None:
    before = await office.changes()

    status, answer = await office.post(BODY, headers=_signed(NOW - age))

    assert status == 200
    assert "N-1" in json.loads(answer)["text"]
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


def _payload(payload: object) -> bytes:
    return urlencode({"payload": json.dumps(payload)}).encode()


UNREADABLE: dict[str, tuple[str, bytes]] = {
    "no body": (FORM, b""),
    "plain text": ("text/plain", b"command=/wg"),
    "no content type": ("application/octet-stream", BODY),
    "a form of something else": (FORM, b"name=value"),
    "a form that is JSON": (FORM, b'{"type": "event_callback"}'),
    "bytes that are no UTF-8": (FORM, BODY + b"\xff\xfe"),
    "JSON that ends early": (JSON, b'{"type": "event_call'),
    "JSON that is no object": (JSON, b"[1, 2]"),
    "JSON nested without end": (JSON, b"[" * 200_000),
    "an object nested without end": (JSON, b'{"a":' * 200_000),
    "a payload that is no JSON": (FORM, b"payload=nothing"),
    "a payload nested without end": (FORM, b"payload=" + b"[" * 200_000),
    **{row: (FORM, urlencode(fields).encode()) for row, fields in COMMANDS.items()},
    **{row: (FORM, _payload(payload)) for row, payload in INTERACTIONS.items()},
    **{row: (JSON, json.dumps(body).encode()) for row, body in EVENTS.items()},
}


@pytest.mark.parametrize("row", UNREADABLE)
async def test_a_body_that_is_no_request_of_slacks_is_a_bad_request(office: Office, row: str) -> None:
    content_type, body = UNREADABLE[row]
    before = await office.changes()

    status, _ = await office.post(body, content_type)

    assert status == 400
    assert await office.changes() == before


@pytest.mark.parametrize("kind", ["dance", "dialog_submission_of_old"])
async def test_an_interaction_that_nobody_handles_is_not_found(office: Office, kind: str) -> None:
    status, _ = await office.post(_payload(WHO | {"type": kind, "callback_id": "x", "trigger_id": "1.1.x"}))

    assert status == 404


HUGE: dict[str, Callable[[], bytes]] = {
    "a form": lambda: BODY + b"&more=" + b"x" * 1024 * 1024,
    "an event": lambda: json.dumps({"type": "event_callback", "event": "x" * 1024 * 1024}).encode(),
}


@pytest.mark.parametrize("row", HUGE)
async def test_a_huge_body_is_not_read(office: Office, row: str) -> None:
    before = await office.changes()

    status, _ = await office.post(HUGE[row]())

    assert status == 413
    assert await office.changes() == before


async def test_a_command_of_another_workspace_is_told_that_the_app_is_not_installed(office: Office) -> None:
    before = await office.changes()

    status, answer = await office.post(urlencode(COMMAND | {"team_id": "T0ELSEWHERE"}).encode())

    assert status == 200
    assert "install" in answer
    assert await office.changes() == before


async def test_the_door_answers_operators(office: Office) -> None:
    for path in ("/healthz", "/readyz"):
        async with office.session.get(office.bot.url + path) as response:
            assert (response.status, await response.json()) == (200, {"status": "ok"})
