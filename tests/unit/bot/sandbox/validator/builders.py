"""Small valid payloads to start from, and the cases that break them one rule at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.validator import Rule, Violation, check_message, check_view

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Case:
    """A refused payload, the rule and place it breaks, and its neighbour that Slack accepts."""

    sentence: str
    check: Callable[[object], list[Violation]]
    refused: object
    rule: Rule
    path: str
    accepted: object


def plain(text: str = "Text") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "Text") -> Json:
    return {"type": "mrkdwn", "text": text}


def letters(count: int) -> str:
    return "x" * count


def without(value: Json, *keys: str) -> Json:
    return {key: inner for key, inner in value.items() if key not in keys}


def message(*blocks: object) -> Json:
    return {"text": "Text", "blocks": list(blocks)}


def modal(*blocks: object, **keys: object) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **keys}


def home(*blocks: object, **keys: object) -> Json:
    return {"type": "home", "blocks": list(blocks), **keys}


def in_message(block: object) -> list[Violation]:
    return check_message(message(block))


def in_modal(block: object) -> list[Violation]:
    return check_view(modal(block))


def in_home(block: object) -> list[Violation]:
    return check_view(home(block))


def section(text: str = "Text", **keys: object) -> Json:
    return {"type": "section", "text": mrkdwn(text), **keys}


def divider(**keys: object) -> Json:
    return {"type": "divider", **keys}


def actions(*elements: object, **keys: object) -> Json:
    return {"type": "actions", "elements": list(elements), **keys}


def context(*elements: object) -> Json:
    return {"type": "context", "elements": list(elements)}


def field(element: object, **keys: object) -> Json:
    """An input block."""
    return {"type": "input", "label": plain(), "element": element, **keys}


def button(text: str = "Text", **keys: object) -> Json:
    return {"type": "button", "text": plain(text), **keys}


def option(text: str = "Text", value: str = "value", **keys: object) -> Json:
    return {"text": plain(text), "value": value, **keys}


def options(count: int) -> list[Json]:
    return [option(value=f"v{number}") for number in range(count)]


def group(*members: object, label: str = "Label") -> Json:
    return {"label": plain(label), "options": list(members)}


def select(*offered: object, **keys: object) -> Json:
    return {"type": "static_select", "options": list(offered or (option(),)), **keys}


def element(kind: str, **keys: object) -> Json:
    return {"type": kind, **keys}


def image(**keys: object) -> Json:
    return {"type": "image", "alt_text": "Alt", "image_url": "https://example.org/a.png", **keys}


def rich_text(*parts: object) -> Json:
    return {"type": "rich_text", "elements": list(parts)}


def rich_section(*inlines: object) -> Json:
    return {"type": "rich_text_section", "elements": list(inlines)}


def inline(text: str = "Text") -> Json:
    return {"type": "text", "text": text}


def cell(text: str = "Text") -> Json:
    return {"type": "raw_text", "text": text}


def row(width: int = 1, text: str = "Text") -> list[Json]:
    return [cell(text) for _ in range(width)]


def table(*rows: object, **keys: object) -> Json:
    return {"type": "table", "rows": list(rows or (row(),)), **keys}


def data_table(*rows: object, **keys: object) -> Json:
    return {"type": "data_table", "caption": "Caption", "rows": list(rows or (row(), row())), **keys}


def pie(*segments: object, title: str = "Title") -> Json:
    chart = {"type": "pie", "segments": list(segments or (point(),))}
    return {"type": "data_visualization", "title": title, "chart": chart}


def point(label: str = "A", value: object = 1) -> Json:
    return {"label": label, "value": value}


def series(*labels: str, name: str = "Series") -> Json:
    return {"name": name, "data": [point(label) for label in labels or ("A",)]}


def bars(*plotted: object, categories: object = ("A",), **axis: object) -> Json:
    labels = list(categories) if isinstance(categories, tuple) else categories
    chart = {
        "type": "bar",
        "series": list(plotted or (series(),)),
        "axis_config": {"categories": labels, **axis},
    }
    return {"type": "data_visualization", "title": "Title", "chart": chart}


def alert(**keys: object) -> Json:
    return {"type": "alert", "text": mrkdwn(), **keys}


def card(**keys: object) -> Json:
    return {"type": "card", "title": mrkdwn(), **keys}


def carousel(*cards: object) -> Json:
    return {"type": "carousel", "elements": list(cards)}


def container(*children: object, **keys: object) -> Json:
    return {"type": "container", "title": plain(), "child_blocks": list(children or (section(),)), **keys}


def video(**keys: object) -> Json:
    return {
        "type": "video",
        "alt_text": "Alt",
        "title": plain(),
        "thumbnail_url": "https://example.org/a.png",
        "video_url": "https://example.org/v",
        **keys,
    }


def task_card(**keys: object) -> Json:
    return {"type": "task_card", "task_id": "t1", "title": "Title", "status": "pending", **keys}


def feedback(**keys: object) -> Json:
    good, bad = {"text": plain("Good"), "value": "good"}, {"text": plain("Bad"), "value": "bad"}
    return {"type": "feedback_buttons", "positive_button": good, "negative_button": bad, **keys}


def context_actions(*elements: object) -> Json:
    return {"type": "context_actions", "elements": list(elements)}


def icon_button(**keys: object) -> Json:
    return {"type": "icon_button", "icon": "trash", "text": plain(), **keys}


def confirm(**keys: object) -> Json:
    return {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain(), **keys}
