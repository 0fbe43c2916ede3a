"""Bodies that have the shape of a request of Slack's, and all the others."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.http import _readable

FORM, JSON = "application/x-www-form-urlencoded", "application/json"

COMMAND = {
    "command": "/wg",
    "team_id": "T1",
    "user_id": "U1",
    "channel_id": "C1",
    "trigger_id": "1.2.3",
    "text": "nota Se acordó & <firmó>",
}
CLICK: dict[str, Any] = {
    "type": "block_actions",
    "team": {"id": "T1"},
    "user": {"id": "U1"},
    "trigger_id": "1.2.3",
    "actions": [{"action_id": "say:help"}],
}
SUBMISSION: dict[str, Any] = {
    "type": "view_submission",
    "team": {"id": "T1"},
    "user": {"id": "U1"},
    "view": {"id": "V1", "callback_id": "join", "state": {"values": {"sector": {"entry": {"value": "x"}}}}},
}
EVENT: dict[str, Any] = {
    "type": "event_callback",
    "team_id": "T1",
    "event": {"type": "app_home_opened", "user": "U1"},
}


def form(**fields: str) -> bytes:
    return urlencode(fields).encode()


def payload(body: object) -> bytes:
    return form(payload=json.dumps(body))


def without(body: dict[str, Any], *path: str | int) -> dict[str, Any]:
    """A copy without what stands at the path."""
    copied: dict[str, Any] = json.loads(json.dumps(body))
    inner: Any = copied
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return copied


GOOD = {
    "a command": (FORM, form(**COMMAND)),
    "a command without text": (FORM, form(**without(COMMAND, "text"))),
    "a click": (FORM, payload(CLICK)),
    "a submission": (FORM, payload(SUBMISSION)),
    "a closed form": (FORM, payload({**SUBMISSION, "type": "view_closed"})),
    "a kind nobody handles": (
        FORM,
        payload({"type": "dialog_suggestion", "team": {"id": "T1"}, "user": {"id": "U1"}}),
    ),
    "an event": (JSON, json.dumps(EVENT).encode()),
    "a handshake": (JSON, b'{"type": "url_verification", "challenge": "c"}'),
}


@pytest.mark.parametrize(("content_type", "body"), GOOD.values(), ids=GOOD.keys())
def test_a_request_of_slacks_is_read_to_the_letter(content_type: str, body: bytes) -> None:
    assert _readable(content_type, body) == body.decode()


BAD = (
    {
        "nothing": (FORM, b""),
        "nothing, as JSON": (JSON, b""),
        "no UTF-8": (FORM, b"command=\xff\xfe"),
        "no UTF-8, as JSON": (JSON, b'{"type": "\xff"}'),
        "text": ("text/plain", form(**COMMAND)),
        "no kind": ("", form(**COMMAND)),
        "a form with files": ("multipart/form-data", form(**COMMAND)),
        "a form that says it is JSON": (JSON, form(**COMMAND)),
        "JSON that says it is a form": (FORM, json.dumps(EVENT).encode()),
        "no JSON": (JSON, b"{"),
        "a list": (JSON, b"[]"),
        "a number": (JSON, b"1"),
        "null": (JSON, b"null"),
        "an object without type": (JSON, b"{}"),
        "a type that is no word": (JSON, b'{"type": 7}'),
        "nested without end": (JSON, b"[" * 200_000),
        "a payload that is no JSON": (FORM, form(payload="{")),
        "a payload that is a list": (FORM, payload([])),
        "a payload nested without end": (FORM, form(payload="[" * 200_000)),
        "a payload that is empty": (FORM, b"payload="),
        "a command beside a payload that is none": (FORM, form(**COMMAND, payload="1")),
    }
    | {
        f"a command without {name}": (FORM, form(**without(COMMAND, name)))
        for name in ("command", "team_id", "user_id", "channel_id", "trigger_id")
    }
    | {
        f"a command whose {name} is empty": (FORM, form(**{**COMMAND, name: ""}))
        for name in ("command", "team_id", "user_id", "channel_id", "trigger_id")
    }
    | {
        f"a click without {path}": (FORM, payload(without(CLICK, *path)))
        for path in (
            ("type",),
            ("team",),
            ("team", "id"),
            ("user",),
            ("trigger_id",),
            ("actions",),
            ("actions", 0),
        )
    }
    | {
        f"a submission without {path}": (FORM, payload(without(SUBMISSION, *path)))
        for path in (("view",), ("view", "id"), ("view", "callback_id"), ("view", "state"))
    }
    | {
        f"an event without {path}": (JSON, json.dumps(without(EVENT, *path)).encode())
        for path in (("type",), ("team_id",), ("event",), ("event", "type"))
    }
)


@pytest.mark.parametrize(("content_type", "body"), BAD.values(), ids=BAD.keys())
def test_anything_else_is_not_read(content_type: str, body: bytes) -> None:
    assert _readable(content_type, body) is None


@given(content_type=st.sampled_from([FORM, JSON]), body=st.binary(max_size=200))
def test_no_bytes_make_reading_raise(content_type: str, body: bytes) -> None:
    assert _readable(content_type, body) in {None, body.decode("utf-8", "replace")}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(field=st.sampled_from(["type", "team", "user", "trigger_id", "actions"]), value=json_values)
def test_no_value_in_a_click_makes_reading_raise(field: str, value: object) -> None:
    body = payload({**CLICK, field: value})
    assert _readable(FORM, body) in {None, body.decode()}
