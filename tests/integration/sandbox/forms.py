"""Views of these tests, and what is filled in."""

from typing import Any


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def modal(**changes: object) -> dict[str, Any]:
    text_input = {"type": "plain_text_input", "action_id": "text", "min_length": 3, "max_length": 10}
    theme = {
        "type": "static_select",
        "action_id": "theme",
        "options": [{"text": plain(name), "value": name} for name in ("grid", "batteries")],
    }
    return {
        "type": "modal",
        "callback_id": "note",
        "title": plain("Note"),
        "submit": plain("Save"),
        "private_metadata": "C1",
        "blocks": [
            {"type": "input", "block_id": "body", "label": plain("Text"), "element": text_input},
            {
                "type": "input",
                "block_id": "theme",
                "optional": True,
                "label": plain("Theme"),
                "element": theme,
            },
            {
                "type": "actions",
                "block_id": "more",
                "elements": [{"type": "button", "action_id": "add", "value": "v", "text": plain("Add")}],
            },
        ],
        **changes,
    }


def text_value(text: str) -> dict[str, Any]:
    return {"body": {"text": {"type": "plain_text_input", "value": text}}}
