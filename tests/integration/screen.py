"""A channel or direct message as one person sees it, in plain text."""

from __future__ import annotations

from collections.abc import Iterator

from tests.rendering import Json, said_lines


def message_text(message: Json, viewer: str, author: str) -> str:
    """A message of the app or of a person; `viewer` and `author` are handles.

    The first line says whose it is and who sees it, `aloud` is what screen readers and notifications get.
    """
    seen = f"only {viewer} sees this" if message.get("ephemeral") else "everybody sees this"
    lines = [f"{author} ({seen})"]
    if "command" in message:
        lines.append(f"> {message['command']['text']}")
    lines += said_lines(message)
    if message.get("reply_count"):
        lines.append(f"({message['reply_count']} in the thread)")
    return "\n".join([lines[0], *(f"    {line}" for line in lines[1:])])


def buttons_of(message: Json) -> list[Json]:
    """Every button of a message, in reading order, each with the id of its block; without menus."""
    return [
        element | {"block_id": block["block_id"]}
        for block in message.get("blocks", [])
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "button"
    ]


def runs(message: Json) -> Iterator[Json]:
    """Every run of the message's rich text."""
    for block in message["blocks"]:
        if block["type"] == "rich_text":
            for part in block["elements"]:
                sections = part["elements"] if part["type"] == "rich_text_list" else [part]
                for section in sections:
                    yield from section["elements"]
