"""What Slack's Web API would say, and what a careful app is told."""

import pytest

from bot.sandbox.validator import (
    Advice,
    MessageKind,
    advise_message,
    check_message,
    check_submission_response,
    check_view,
    error_code,
    error_messages,
)
from tests.unit.bot.sandbox.validator.builders import Json, divider, element, letters, message, modal, section

_LARGE = {"event_type": "e", "event_payload": {"k": letters(9000)}}


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (message(section()), None),
        (message(section(letters(3001))), "invalid_blocks"),
        ({"text": ""}, "no_text"),
        ({"text": "Text", "blocks": {}}, "invalid_blocks_format"),
        (message(*[section(letters(3000))] * 5), "msg_blocks_too_long"),
        ({"text": "Text", "markdown_text": "Text"}, "markdown_text_conflict"),
        ({"text": "Text", "metadata": []}, "invalid_metadata_format"),
        (
            {"text": "Text", "metadata": {"event_type": "e", "event_payload": {"k": letters(9000)}}},
            "metadata_too_large",
        ),
        ({"text": "Text", "attachments": [{}] * 101}, "too_many_attachments"),
        ({"text": "Text", "thread_ts": "x"}, "invalid_thread_ts"),
        ({"text": 3}, "invalid_arguments"),
    ],
)
def test_a_refused_message_gets_the_code_that_slack_documents(payload: Json, code: str | None) -> None:
    assert error_code(check_message(payload)) == code


def test_an_update_whose_text_is_too_long_gets_msg_too_long() -> None:
    assert error_code(check_message({"text": letters(4001)}, MessageKind.UPDATE)) == "msg_too_long"


def test_a_refused_view_gets_invalid_arguments_and_one_over_250_kb_view_too_large() -> None:
    assert error_code(check_view(modal(element("banner")))) == "invalid_arguments"
    assert error_code(check_view(modal(*[section(letters(3000))] * 90))) == "view_too_large"


def test_messages_point_at_the_place_as_slack_does() -> None:
    found = check_message(message(divider(), section(letters(3001))))
    assert error_messages(found) == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]"
    ]


def test_a_slash_and_a_tilde_in_a_key_are_escaped_in_the_pointer() -> None:
    body = {"response_action": "errors", "errors": {"a/b~c": ""}}
    assert [violation.path for violation in check_submission_response(body)] == ["/errors/a~1b~0c"]


def test_all_violations_of_a_payload_are_reported_at_once() -> None:
    found = check_message(message(element("banner"), section(letters(3001)), element("header")))
    assert [violation.path for violation in found] == ["/blocks/0/type", "/blocks/1/text/text", "/blocks/2"]


@pytest.mark.parametrize(
    ("payload", "advice", "path"),
    [
        ({"blocks": [divider()]}, Advice.TEXT_BESIDE_BLOCKS, ""),
        ({"text": " ", "blocks": [divider()]}, Advice.TEXT_BESIDE_BLOCKS, ""),
        ({"text": letters(4000)}, Advice.TEXT_LENGTH, "/text"),
        (message(*[section(letters(3000))] * 4), Advice.BLOCKS_TEXT_LENGTH, "/blocks"),
    ],
)
def test_what_slack_accepts_may_still_be_advised_against(payload: Json, advice: Advice, path: str) -> None:
    assert check_message(payload) == []
    assert [(found.rule, found.path) for found in advise_message(payload)] == [(advice, path)]


@pytest.mark.parametrize("payload", [{"text": letters(3999)}, message(section()), "Text", None])
def test_a_careful_message_gets_no_advice(payload: object) -> None:
    assert advise_message(payload) == []


@pytest.mark.parametrize("body", [None, "", {}])
def test_an_empty_answer_closes_the_view(body: object) -> None:
    assert check_submission_response(body) == []


def test_errors_are_accepted_for_any_block_when_the_view_is_not_known() -> None:
    assert check_submission_response({"response_action": "errors", "errors": {"b9": "Wrong"}}) == []


def test_a_view_is_pointed_at_where_it_stands() -> None:
    assert [found.path for found in check_view(modal(element("banner")), "")] == ["/blocks/0/type"]
