"""What others tell us: codes that are some, and texts that no terminal obeys."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.delivery.answers import look_failed, not_begun, post_failed, read_reply
from bot.told import code_told, visibly

NO_CODES = (
    "",
    "a b",
    "Not-A-Code",
    "xoxb-1234567890",
    "a\n",
    "\x1b[2J",
    "x" * 65,
    "ñ",
    7,
    None,
    ["a"],
    {"a": 1},
)


def answered(error: object, status: int = 200) -> SlackApiError:
    data: dict[str, Any] = {"ok": False, "error": error}
    response = AsyncSlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data=data, headers={}, status_code=status
    )
    return SlackApiError("text of slack_sdk's that nobody shows", response)  # type: ignore[no-untyped-call]  # slack_sdk leaves it untyped


@pytest.mark.parametrize("code", ["invalid_auth", "method_not_supported_for_channel_type", "http_500"])
def test_a_code_of_slacks_is_one(code: str) -> None:
    assert code_told(code) == code


@pytest.mark.parametrize("told", NO_CODES, ids=repr)
def test_any_other_text_is_none_and_the_status_is_kept_instead(told: object) -> None:
    assert code_told(told) is None
    assert read_reply(answered(told, 403)).name == "http_403"


@given(st.text() | st.sampled_from(NO_CODES), st.integers(200, 599))
def test_whatever_slack_says_what_is_stored_of_it_is_a_code(told: object, status: int) -> None:
    error = answered(told, status)
    outcomes = (post_failed(error), not_begun(error), look_failed(error))
    stored = [getattr(outcome, "why", "none") for outcome in outcomes]
    assert all(code_told(why) == why for why in stored)


@given(st.text())
def test_a_text_becomes_one_visible_line(text: str) -> None:
    line = visibly(text)
    assert line.isprintable()
    assert set(line) <= {*text, " "}


def test_line_ends_become_spaces() -> None:
    assert visibly("FATAL:  no\n\tDETAIL: \x1b[31mred\x9b") == "FATAL: no DETAIL: [31mred"
