"""Cursors of lists."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from bot.sandbox.decoding import decode_count
from bot.sandbox.errors import SlackError
from bot.sandbox.methods.call import Call
from bot.sandbox.shapes import JsonObject

T = TypeVar("T")

_POSITION = "at"


def page(call: Call, items: Sequence[T], size: int) -> tuple[Sequence[T], JsonObject]:
    """The page that the call's cursor asks for, and `response_metadata`; SlackError `invalid_cursor`."""
    try:
        start = decode_count(read_cursor(call, _POSITION) or "0")
    except ValueError as reason:
        raise SlackError("invalid_cursor") from reason
    end = start + size
    following = write_cursor(_POSITION, str(end)) if end < len(items) else ""
    return items[start:end], {"next_cursor": following}


def read_cursor(call: Call, kind: str) -> str | None:
    """What a cursor of this kind stands for, None without one; SlackError `invalid_cursor`."""
    cursor = call.text("cursor")
    if not cursor:
        return None
    try:
        found, _, value = base64.b64decode(cursor, validate=True).decode("ascii").partition(":")
    except (binascii.Error, ValueError) as reason:
        raise SlackError("invalid_cursor") from reason
    if found != kind:
        raise SlackError("invalid_cursor")
    return value


def write_cursor(kind: str, value: str) -> str:
    return base64.b64encode(f"{kind}:{value}".encode()).decode()
