"""What Slack's payloads are made of, for the apps of these tests."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str, **more: object) -> Json:
    return {"text": plain(text), "value": value, **more}


def section(text: str, **more: object) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(text: str, name: str, **more: object) -> Json:
    return {"type": "button", "action_id": name, "text": plain(text), **more}


def actions(*elements: Json, **more: object) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def field(name: str, label: str, element: Json, **more: object) -> Json:
    """An input block with this id, whose element has the same."""
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {"action_id": name, **element},
        **more,
    }


def image(text: str) -> Json:
    """On another machine, so that the page names it and asks for nothing."""
    return {"type": "image", "alt_text": text, "image_url": "https://example.org/map.png"}


def modal(*blocks: Json, **more: object) -> Json:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("New note"),
        "submit": plain("Record"),
        "close": plain("Cancel"),
        "blocks": list(blocks),
        **more,
    }
