"""Messages of Socket Mode that hold a request of Slack's, and all the others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.envelopes import Envelope, envelope_of, is_command, is_event, is_interaction
from tests.unit.bot.test_http import CLICK, COMMAND, EVENT, SUBMISSION

PAYLOADS: dict[str, dict[str, Any]] = {
    "slash_commands": COMMAND,
    "interactive": CLICK,
    "events_api": EVENT,
}


def envelope(kind: str, payload: object, **changes: object) -> dict[str, object]:
    return {"envelope_id": "1", "type": kind, "payload": payload} | changes


@pytest.mark.parametrize("kind", PAYLOADS)
def test_an_envelope_with_a_request_of_its_kind_is_read(kind: str) -> None:
    read = envelope_of(envelope(kind, PAYLOADS[kind], accepts_response_payload=True, retry_attempt=1))

    assert read == Envelope(
        envelope_id="1",
        type=kind,
        payload=PAYLOADS[kind],
        accepts_response_payload=True,
        retry_attempt=1,
    )


@pytest.mark.parametrize("kind", PAYLOADS)
@pytest.mark.parametrize("other", PAYLOADS)
def test_an_envelope_with_a_request_of_another_kind_is_none(kind: str, other: str) -> None:
    assert (envelope_of(envelope(kind, PAYLOADS[other])) is not None) == (kind == other)


@pytest.mark.parametrize(
    "forged",
    [
        {"subtype": "message_changed", "message": "#note x"},
        {"subtype": "message_changed", "message": {"text": ["#note"]}},
        {"subtype": "message_changed", "message": {}, "previous_message": ["#note x"]},
        {"subtype": "message_deleted", "previous_message": "#note x"},
        {"user": "U\ud800"},
        {"channel": "C\udfff"},
        {"message": {"text": "#note x", "user": "U\ud800"}},
    ],
)
def test_a_message_event_with_versions_that_are_no_messages_is_none(forged: dict[str, Any]) -> None:
    told = {"type": "message", "channel": "C1", "message": {"text": "a"}, "previous_message": {"text": "b"}}
    assert is_event(EVENT | {"event": told})
    assert not is_event(EVENT | {"event": told | forged})


def test_a_submission_comes_as_an_interaction() -> None:
    assert envelope_of(envelope("interactive", SUBMISSION)) is not None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["type", "event", "user", "id", "payload", "view"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
@example({"type": "url_verification", "event": {}})
def test_no_json_whatsoever_raises(body: object) -> None:
    assert envelope_of(body) is None
    for kind in PAYLOADS:
        assert envelope_of(envelope(kind, body)) is None or isinstance(body, dict)
    assert {is_command(body), is_interaction(body), is_event(body)} <= {True, False}
