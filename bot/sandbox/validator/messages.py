"""Messages: posted, ephemeral, updated, sent to a response_url, or given as an HTTP acknowledgement."""

import json
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.attachments import ATTACHMENT
from bot.sandbox.validator.layout import (
    BlockList,
    PlacedBlock,
    check_blocks,
    check_message_totals,
    placed_blocks,
)
from bot.sandbox.validator.nesting import too_deep
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import (
    Anything,
    Boolean,
    Most,
    Place,
    Record,
    Spec,
    String,
    optional,
    required,
)
from bot.sandbox.validator.surfaces import Surface
from bot.sandbox.validator.violations import Violation


class MessageKind(StrEnum):
    """How a message reaches Slack; the rules of its text differ."""

    POST = "post"
    EPHEMERAL = "ephemeral"
    UPDATE = "update"
    RESPONSE = "response"
    ACKNOWLEDGEMENT = "acknowledgement"


_TEXT_MOST: Mapping[MessageKind, Most] = MappingProxyType(
    {
        MessageKind.EPHEMERAL: Most(limits.EPHEMERAL_TEXT_MAX, Rule.MESSAGE_TEXT_MAX),
        MessageKind.UPDATE: Most(limits.UPDATE_TEXT_MAX, Rule.MESSAGE_TEXT_MAX),
    }
)
_ANSWERS = frozenset({MessageKind.RESPONSE, MessageKind.ACKNOWLEDGEMENT})
_BLOCKS_MOST = Most(limits.MESSAGE_BLOCKS_MAX, Rule.MESSAGE_BLOCKS_MAX)

_METADATA = Record(
    fields={
        "event_type": required(
            String(empty=Rule.METADATA_EVENT_TYPE_REQUIRED), Rule.METADATA_EVENT_TYPE_REQUIRED
        ),
        "event_payload": required(Anything(), Rule.METADATA_EVENT_PAYLOAD_REQUIRED),
        "entities": optional(Anything()),
    }
)
#: reference/methods/chat.update: an empty object removes the metadata that the message had.
_NO_METADATA: Mapping[str, object] = MappingProxyType({})
_TIMESTAMP = String(pattern=re.compile(r"[0-9]+\.[0-9]+"), mismatch=Rule.THREAD_TS_FORMAT)

#: Keys of the answer to a command or click.
_ANSWER_KEYS: Mapping[str, Spec] = MappingProxyType(
    {
        "response_type": String(choices=("ephemeral", "in_channel"), mismatch=Rule.RESPONSE_TYPE),
        "replace_original": Boolean(),
        "delete_original": Boolean(),
    }
)


def cut_text(text: str) -> str:
    """A posted message's text as Slack keeps it: at most 40,000 characters."""
    return text[: limits.MESSAGE_TEXT_CUT]


def check_message(payload: object, kind: MessageKind = MessageKind.POST) -> list[Violation]:
    """What Slack would refuse in a message whose `blocks`, `attachments` and `metadata` are decoded JSON.

    Arguments that concern the method rather than the message (channel, token, …) are not looked at. Text over
    40,000 characters of a posted message is cut, see `cut_text`, and therefore no violation.
    """
    return list(_check(payload, kind))


def _check(payload: object, kind: MessageKind) -> Iterator[Violation]:
    place = Place("", Surface.MESSAGE)
    if not isinstance(payload, dict):
        yield place.violation(Rule.MESSAGE_OBJECT, "must provide an object")
        return
    if too_deep(payload):
        yield place.violation(Rule.PAYLOAD_DEPTH, "must not be nested this deeply")
        return
    yield from _check_text(payload, place, kind)
    yield from _check_blocks(payload, place)
    if "attachments" in payload:
        yield from _check_attachments(payload["attachments"], place.at("attachments"))
    if "metadata" in payload and not (kind is MessageKind.UPDATE and payload["metadata"] == _NO_METADATA):
        yield from _check_metadata(payload["metadata"], place.at("metadata"))
    if "thread_ts" in payload:
        yield from _TIMESTAMP.check(payload["thread_ts"], place.at("thread_ts"))
    if kind in _ANSWERS:
        for key in _ANSWER_KEYS.keys() & payload.keys():
            yield from _ANSWER_KEYS[key].check(payload[key], place.at(key))


def _check_text(payload: Mapping[str, object], place: Place, kind: MessageKind) -> Iterator[Violation]:
    text = payload.get("text", "")
    if not isinstance(text, str):
        yield place.at("text").violation(Rule.FIELD_TYPE, "must provide a string")
    elif not text.strip() and not _goes_without_text(payload, kind):
        yield place.violation(Rule.MESSAGE_TEXT_REQUIRED, "must define either `text` or `blocks`")
    else:
        yield from String(most=_TEXT_MOST.get(kind)).check(text, place.at("text"))
    if "markdown_text" in payload:
        markdown = String(most=Most(limits.MESSAGE_MARKDOWN_TEXT_MAX, Rule.MESSAGE_MARKDOWN_TEXT_MAX))
        yield from markdown.check(payload["markdown_text"], place.at("markdown_text"))
        if payload.get("text") or payload.get("blocks"):
            message = "`markdown_text` is incompatible with `text` and `blocks`"
            yield place.violation(Rule.MESSAGE_MARKDOWN_TEXT_CONFLICT, message)


def _goes_without_text(payload: Mapping[str, object], kind: MessageKind) -> bool:
    if any(payload.get(key) for key in ("blocks", "attachments", "markdown_text")):
        return True
    if kind is MessageKind.ACKNOWLEDGEMENT:
        return True
    return kind is MessageKind.RESPONSE and payload.get("delete_original") is True


def _check_blocks(payload: Mapping[str, object], place: Place) -> Iterator[Violation]:
    """All blocks of the message at once: those in attachments are no others' blocks."""
    lists: list[BlockList] = []
    for blocks, where in _block_values(payload, place):
        if isinstance(blocks, list):
            lists.append(BlockList(blocks, where))
        else:
            yield where.violation(Rule.MESSAGE_BLOCKS_FORMAT, "must provide an array")
    if lists:
        yield from check_blocks(lists, _BLOCKS_MOST)
        yield from check_message_totals(lists)


def _block_values(payload: Mapping[str, object], place: Place) -> Iterator[tuple[object, Place]]:
    if "blocks" in payload:
        yield payload["blocks"], place.at("blocks")
    attachments = payload.get("attachments")
    for index, attachment in enumerate(attachments if isinstance(attachments, list) else []):
        if isinstance(attachment, dict) and "blocks" in attachment:
            yield attachment["blocks"], place.at("attachments").at(index).at("blocks")


def message_blocks(payload: Mapping[str, object]) -> list[PlacedBlock]:
    """Every block of a message with its place, those in attachments and containers too."""
    return [
        block
        for blocks, where in _block_values(payload, Place("", Surface.MESSAGE))
        if isinstance(blocks, list)
        for block in placed_blocks(blocks, where)
    ]


def _check_attachments(attachments: object, place: Place) -> Iterator[Violation]:
    if not isinstance(attachments, list):
        yield place.violation(Rule.FIELD_TYPE, "must provide an array")
        return
    if len(attachments) > limits.MESSAGE_ATTACHMENTS_MAX:
        message = f"no more than {limits.MESSAGE_ATTACHMENTS_MAX} items allowed"
        yield place.violation(Rule.MESSAGE_ATTACHMENTS_MAX, message)
    for index, attachment in enumerate(attachments):
        yield from ATTACHMENT.check(attachment, place.at(index))


def _check_metadata(metadata: object, place: Place) -> Iterator[Violation]:
    if not isinstance(metadata, dict):
        yield place.violation(Rule.METADATA_OBJECT, "must provide an object")
        return
    yield from _METADATA.check(metadata, place)
    if "event_payload" in metadata and not isinstance(metadata["event_payload"], dict):
        yield place.at("event_payload").violation(Rule.METADATA_OBJECT, "must provide an object")
    if len(json.dumps(metadata).encode()) > limits.METADATA_BYTES_MAX:
        yield place.violation(Rule.METADATA_MAX, f"must be at most {limits.METADATA_BYTES_MAX} bytes")


def check_acknowledgement(body: object) -> list[Violation]:
    """What Slack would refuse in the body of an HTTP 200 to a command or click.

    Accepted: nothing (None or empty text), plain text, or a message as a JSON object, even an empty one.
    """
    if body is None or isinstance(body, str):
        return []
    return check_message(body, MessageKind.ACKNOWLEDGEMENT)
