"""Plain blocks. Our own words are mrkdwn; what people wrote goes into rich text, which Slack never parses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from handlers.parts.limits import (
    ACTIONS_MAX,
    BUTTON_TEXT_MAX,
    BUTTON_VALUE_MAX,
    HEADER_MAX,
    SECTION_TEXT_MAX,
)
from handlers.words.slack_text import cut, cut_plain

Block: TypeAlias = dict[str, Any]
Run: TypeAlias = dict[str, Any]


def plain(text: str, limit: int) -> dict[str, Any]:
    """A plain_text object of at most `limit` characters."""
    return {"type": "plain_text", "text": cut_plain(text, limit), "emoji": True}


def header(text: str) -> Block:
    """A heading; its text may hold names that people chose."""
    return {"type": "header", "text": plain(text, HEADER_MAX)}


def section(mrkdwn: str) -> Block:
    """A paragraph of our own words, already escaped where names of people's choosing stand in it."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": cut(mrkdwn, SECTION_TEXT_MAX)}}


def context(mrkdwn: str) -> Block:
    """Small print of our own words."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": cut(mrkdwn, SECTION_TEXT_MAX)}]}


def divider() -> Block:
    """A line."""
    return {"type": "divider"}


def said(text: str) -> Run:
    """A run of what somebody wrote, shown as typed."""
    return {"type": "text", "text": text}


def strong(text: str) -> Run:
    """A run in bold."""
    return {"type": "text", "text": text, "style": {"bold": True}}


def faint(text: str) -> Run:
    """A run in italics, for remarks beside what people wrote."""
    return {"type": "text", "text": text, "style": {"italic": True}}


def link(address: str, text: str) -> Run:
    """A run that leads to an address of the web, shown as the text: both stand as they are."""
    return {"type": "link", "url": address, "text": text}


def paragraph(*runs: Run) -> Block:
    """One paragraph of rich text."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(runs)}]}


def bullets(lines: Sequence[Sequence[Run]]) -> Block:
    """A list with one bullet a line."""
    items = [{"type": "rich_text_section", "elements": list(runs)} for runs in lines]
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "style": "bullet", "elements": items}],
    }


def button(label: str, action: str, value: str, *, style: str | None = None) -> Block:
    """A button; its action_id is `action`, unique within its block."""
    made = {"type": "button", "text": plain(label, BUTTON_TEXT_MAX), "action_id": action, "value": value}
    if len(value) > BUTTON_VALUE_MAX:
        raise ValueError(f"a button carries at most {BUTTON_VALUE_MAX} characters, not {len(value)}")
    return made | ({"style": style} if style else {})


def actions(*buttons: Block) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(buttons[:ACTIONS_MAX])}
