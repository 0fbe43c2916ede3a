"""Cases of whole messages and of acknowledgements."""

import json

from bot.sandbox.validator import MessageKind, Rule, Violation, check_acknowledgement, check_message
from tests.unit.bot.sandbox.validator.builders import (
    Case,
    Json,
    button,
    divider,
    element,
    letters,
    message,
    section,
)


def ephemeral(payload: object) -> list[Violation]:
    return check_message(payload, MessageKind.EPHEMERAL)


def update(payload: object) -> list[Violation]:
    return check_message(payload, MessageKind.UPDATE)


def response(payload: object) -> list[Violation]:
    return check_message(payload, MessageKind.RESPONSE)


def text(content: str = "Text", **keys: object) -> Json:
    return {"text": content, **keys}


def with_metadata(value: object) -> list[Violation]:
    return check_message(text(metadata=value))


def metadata(**payload: object) -> Json:
    return {"event_type": "recorded", "event_payload": payload}


def deep(levels: int) -> object:
    value: object = "x"
    for _ in range(levels):
        value = [value]
    return value


_METADATA_ROOM = 8_000 - len(json.dumps(metadata(k="")))

CASES = [
    Case("a message that is a string", check_message, "Text", Rule.MESSAGE_OBJECT, "", text()),
    Case(
        "a message without text and with an empty list of blocks",
        check_message,
        {"blocks": []},
        Rule.MESSAGE_TEXT_REQUIRED,
        "",
        {"blocks": [divider()]},
    ),
    Case("a text that is a number", check_message, {"text": 3}, Rule.FIELD_TYPE, "/text", text("3")),
    Case(
        "an update of 4001 characters",
        update,
        text(letters(4001)),
        Rule.MESSAGE_TEXT_MAX,
        "/text",
        text(letters(4000)),
    ),
    Case(
        "an ephemeral message of 40001 characters",
        ephemeral,
        text(letters(40_001)),
        Rule.MESSAGE_TEXT_MAX,
        "/text",
        text(letters(40_000)),
    ),
    Case(
        "blocks that are a string",
        check_message,
        text(blocks="[]"),
        Rule.MESSAGE_BLOCKS_FORMAT,
        "/blocks",
        text(blocks=[]),
    ),
    Case(
        "a message of 51 blocks",
        check_message,
        message(*[divider()] * 51),
        Rule.MESSAGE_BLOCKS_MAX,
        "/blocks",
        message(*[divider()] * 50),
    ),
    Case(
        "blocks of 13201 characters altogether",
        check_message,
        message(*[section(letters(3000))] * 4, section(letters(1201))),
        Rule.MESSAGE_BLOCKS_TEXT_MAX,
        "/blocks",
        message(*[section(letters(3000))] * 4, section(letters(1200))),
    ),
    Case(
        "a markdown block of 12001 characters",
        check_message,
        message(element("markdown", text=letters(12_001))),
        Rule.MARKDOWN_PER_MESSAGE_MAX,
        "/blocks",
        message(element("markdown", text=letters(12_000))),
    ),
    Case(
        "markdown blocks of 12001 characters altogether",
        check_message,
        message(element("markdown", text=letters(6000)), element("markdown", text=letters(6001))),
        Rule.MARKDOWN_PER_MESSAGE_MAX,
        "/blocks",
        message(element("markdown", text=letters(6000)), element("markdown", text=letters(6000))),
    ),
    Case(
        "markdown_text of 12001 characters",
        check_message,
        {"markdown_text": letters(12_001)},
        Rule.MESSAGE_MARKDOWN_TEXT_MAX,
        "/markdown_text",
        {"markdown_text": letters(12_000)},
    ),
    Case(
        "markdown_text beside text",
        check_message,
        text(markdown_text="Text"),
        Rule.MESSAGE_MARKDOWN_TEXT_CONFLICT,
        "",
        {"markdown_text": "Text"},
    ),
    Case(
        "a thread_ts without fraction",
        check_message,
        text(thread_ts="1700000000"),
        Rule.THREAD_TS_FORMAT,
        "/thread_ts",
        text(thread_ts="1700000000.000100"),
    ),
    Case(
        "an update with half of the metadata",
        update,
        text(metadata={"event_type": "recorded"}),
        Rule.METADATA_EVENT_PAYLOAD_REQUIRED,
        "/metadata",
        text(metadata={}),
    ),
    Case("metadata as a string", with_metadata, "{}", Rule.METADATA_OBJECT, "/metadata", metadata()),
    Case(
        "metadata with a string as payload",
        with_metadata,
        {**metadata(), "event_payload": "{}"},
        Rule.METADATA_OBJECT,
        "/metadata/event_payload",
        metadata(delivery="d1"),
    ),
    Case(
        "metadata without event_type",
        with_metadata,
        {"event_payload": {}},
        Rule.METADATA_EVENT_TYPE_REQUIRED,
        "/metadata",
        metadata(),
    ),
    Case(
        "metadata without event_payload",
        with_metadata,
        {"event_type": "recorded"},
        Rule.METADATA_EVENT_PAYLOAD_REQUIRED,
        "/metadata",
        metadata(),
    ),
    Case(
        "metadata with an unknown key",
        with_metadata,
        {**metadata(), "payload": {}},
        Rule.FIELD_UNKNOWN,
        "/metadata",
        {**metadata(), "entities": []},
    ),
    Case(
        "metadata of 8001 bytes",
        with_metadata,
        metadata(k=letters(_METADATA_ROOM + 1)),
        Rule.METADATA_MAX,
        "/metadata",
        metadata(k=letters(_METADATA_ROOM)),
    ),
    Case(
        "a message nested deeper than any shape",
        check_message,
        text(metadata={**metadata(), "event_payload": {"k": deep(62)}}),
        Rule.PAYLOAD_DEPTH,
        "",
        text(metadata={**metadata(), "event_payload": {"k": deep(50)}}),
    ),
    Case(
        "an answer to everybody everywhere",
        response,
        text(response_type="everywhere"),
        Rule.RESPONSE_TYPE,
        "/response_type",
        text(response_type="in_channel"),
    ),
    Case(
        "replace_original as a string",
        response,
        text(replace_original="true"),
        Rule.FIELD_TYPE,
        "/replace_original",
        text(replace_original=True),
    ),
    Case(
        "an empty answer that deletes nothing",
        response,
        {"delete_original": False},
        Rule.MESSAGE_TEXT_REQUIRED,
        "",
        {"delete_original": True},
    ),
    Case("an acknowledgement that is a number", check_acknowledgement, 3, Rule.MESSAGE_OBJECT, "", "Saved"),
    Case(
        "an acknowledgement with a block that Slack does not know",
        check_acknowledgement,
        {"blocks": [element("banner")]},
        Rule.BLOCK_UNKNOWN,
        "/blocks/0/type",
        {"blocks": [section(accessory=button())], "response_type": "ephemeral"},
    ),
    Case(
        "an acknowledgement for everybody everywhere",
        check_acknowledgement,
        {"response_type": "everywhere"},
        Rule.RESPONSE_TYPE,
        "/response_type",
        {"response_type": "in_channel"},
    ),
]
