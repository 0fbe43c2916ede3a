"""Cases of a message's attachments: their blocks count with the message's own."""

from bot.sandbox.validator import Rule, check_message
from tests.unit.bot.sandbox.validator.builders import Case, Json, cell, divider, element, letters, section
from tests.unit.bot.sandbox.validator.cases_messages import text


def _long(sections: int) -> list[Json]:
    return [section(letters(3_000)) for _ in range(sections)]


_TABLE: Json = {"type": "table", "rows": [[cell()]]}

CASES = [
    Case(
        "a second table in an attachment",
        check_message,
        text(blocks=[_TABLE], attachments=[{"blocks": [_TABLE]}]),
        Rule.TABLE_PER_MESSAGE_MAX,
        "/attachments/0/blocks/0",
        text(blocks=[_TABLE], attachments=[{"blocks": [divider()]}]),
    ),
    Case(
        "the same block_id again in an attachment",
        check_message,
        text(blocks=[divider(block_id="b")], attachments=[{"blocks": [divider(block_id="b")]}]),
        Rule.BLOCK_ID_UNIQUE,
        "/attachments/0/blocks/0/block_id",
        text(blocks=[divider(block_id="b")], attachments=[{"blocks": [divider(block_id="c")]}]),
    ),
    Case(
        "51 blocks over a message and its attachments",
        check_message,
        text(blocks=[divider()] * 26, attachments=[{"blocks": [divider()] * 25}]),
        Rule.MESSAGE_BLOCKS_MAX,
        "/attachments/0/blocks",
        text(blocks=[divider()] * 25, attachments=[{"blocks": [divider()] * 25}]),
    ),
    Case(
        "13201 characters over a message and its attachments",
        check_message,
        text(blocks=_long(4), attachments=[{"blocks": [section(letters(1_201))]}]),
        Rule.MESSAGE_BLOCKS_TEXT_MAX,
        "/blocks",
        text(blocks=_long(4), attachments=[{"blocks": [section(letters(1_200))]}]),
    ),
    Case("an empty message", check_message, {}, Rule.MESSAGE_TEXT_REQUIRED, "", text()),
    Case("a message of blanks", check_message, text(" \n"), Rule.MESSAGE_TEXT_REQUIRED, "", text(" x")),
    Case(
        "101 attachments",
        check_message,
        text(attachments=[{}] * 101),
        Rule.MESSAGE_ATTACHMENTS_MAX,
        "/attachments",
        text(attachments=[{}] * 100),
    ),
    Case(
        "an unknown block in an attachment",
        check_message,
        text(attachments=[{"blocks": [element("banner")]}]),
        Rule.BLOCK_UNKNOWN,
        "/attachments/0/blocks/0/type",
        text(attachments=[{"blocks": [divider()], "color": "red"}]),
    ),
    Case(
        "an attachment that is a string",
        check_message,
        text(attachments=["x"]),
        Rule.FIELD_TYPE,
        "/attachments/0",
        text(attachments=[{"text": "x"}]),
    ),
    Case(
        "an attachment whose text is a number",
        check_message,
        text(attachments=[{"text": 5}]),
        Rule.FIELD_TYPE,
        "/attachments/0/text",
        text(attachments=[{"text": None, "ts": 5, "mrkdwn_in": ["text"]}]),
    ),
    Case(
        "an attachment's field whose value is a number",
        check_message,
        text(attachments=[{"fields": [{"title": "x", "value": 5}]}]),
        Rule.FIELD_TYPE,
        "/attachments/0/fields/0/value",
        text(attachments=[{"fields": [{"title": "x", "value": "5", "short": True}]}]),
    ),
]
