"""Blocks as Slack keeps them: every block and element named, and found again by its name."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.identifiers import short_identifier
from bot.sandbox.shapes import JsonObject

# https://docs.slack.dev/reference/block-kit/block-elements
INTERACTIVE = frozenset(
    {
        "button",
        "checkboxes",
        "datepicker",
        "datetimepicker",
        "email_text_input",
        "feedback_buttons",
        "file_input",
        "icon_button",
        "number_input",
        "overflow",
        "plain_text_input",
        "radio_buttons",
        "rich_text_input",
        "timepicker",
        "url_text_input",
        "workflow_button",
        *(
            f"{many}{kind}_select"
            for many in ("", "multi_")
            for kind in ("static", "external", "users", "conversations", "channels")
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Element:
    """An interactive element where it stands; `input_block` is set inside an input block."""

    block_id: str
    action_id: str
    type: str
    spec: JsonObject
    input_block: JsonObject | None = None


def named_blocks(blocks: list[JsonObject]) -> list[JsonObject]:
    """A copy in which blocks and elements without ids have got some."""
    named = copy.deepcopy(blocks)
    for block in named:
        if not block.get("block_id"):
            block["block_id"] = short_identifier()
        for element in _interactive(block):
            if not element.get("action_id"):
                element["action_id"] = short_identifier()
    return named


def elements(blocks: list[JsonObject]) -> Iterator[Element]:
    for block in blocks:
        for spec in _interactive(block):
            yield Element(
                block_id=block["block_id"],
                action_id=spec["action_id"],
                type=spec["type"],
                spec=spec,
                input_block=block if block["type"] == "input" else None,
            )


def find_element(blocks: list[JsonObject], block_id: str, action_id: str) -> Element | None:
    found = (e for e in elements(blocks) if (e.block_id, e.action_id) == (block_id, action_id))
    return next(found, None)


def _interactive(node: object) -> Iterator[JsonObject]:
    if isinstance(node, list):
        for item in node:
            yield from _interactive(item)
    elif isinstance(node, dict):
        if node.get("type") in INTERACTIVE:
            yield node
        for value in node.values():
            if isinstance(value, (dict, list)):
                yield from _interactive(value)
