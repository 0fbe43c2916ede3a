"""One sample or more of every kind of block, each with what the bot or another app would put there.

A sample is what one message or view may hold: two charts and one table at most.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tests.browser.chart_samples import CHARTS, DATA_TABLE
from tests.browser.shapes import Json, actions, button, field, image, mrkdwn, option, plain, section
from tests.integration.sandbox.seeds import GENERAL, LEAD

JUNE_FIRST = 1_780_315_200
"""2026-06-01 12:00 UTC."""


def words(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def line(*inlines: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(inlines)}


def listed(style: str, *lines: Json, **more: Any) -> Json:  # noqa: ANN401 - any key of the list
    return {"type": "rich_text_list", "style": style, "elements": list(lines), **more}


def rich_text(*parts: Json) -> Json:
    return {"type": "rich_text", "elements": list(parts)}


def cells(*texts: str) -> list[Json]:
    return [{"type": "raw_text", "text": text} for text in texts]


def card(title: str, **more: object) -> Json:
    return {"type": "card", "title": mrkdwn(title), **more}


def task(number: int, title: str, status: str, **more: object) -> Json:
    return {"type": "task_card", "task_id": f"t{number}", "title": title, "status": status, **more}


_THEMES = [option("Charging", "charging", description=plain("Stations and grid")), option("Supply", "supply")]

_RICH_TEXT = rich_text(
    line(
        words("Bold", bold=True),
        words(" and "),
        words("slanted", italic=True),
        words(", "),
        words("gone", strike=True),
        words(", "),
        words("code", code=True),
        words(", "),
        words("underlined", underline=True),
        words("; "),
        {"type": "link", "url": "https://example.org/", "text": "a source"},
        words("; "),
        {"type": "user", "user_id": LEAD},
        {"type": "channel", "channel_id": GENERAL},
        {"type": "usergroup", "usergroup_id": "S0CHAIRS"},
        {"type": "team", "team_id": "T0LOCAL001"},
        {"type": "broadcast", "range": "here"},
        {"type": "emoji", "name": "wave"},
        {"type": "color", "value": "#2f6f3e"},
        {"type": "date", "timestamp": JUNE_FIRST, "format": "{date_num}", "fallback": "in June"},
    ),
    listed("bullet", line(words("first")), line(words("second"))),
    listed("ordered", line(words("inner")), indent=1, offset=2, border=1),
    {"type": "rich_text_quote", "elements": [words("Said in May")]},
    {"type": "rich_text_preformatted", "elements": [words("O-5 <- R-2")], "border": 0},
)

_MARKDOWN = """\
# Minutes

**Decided**: *by June* and ~~by May~~, see [the source](https://example.org/) and `R-2`.

- one
- [x] done

1. first

> quoted

| Ref | Status |
| --- | --- |
| R-1 | agreed |

```
as typed
```

---"""

_TEXTS: Mapping[str, list[list[Json]]] = MappingProxyType(
    {
        "section": [
            [
                section("*R-2* publish the census\n&gt; quoted\n• item\n<https://example.org|source>"),
                {
                    "type": "section",
                    "fields": [mrkdwn("*Status*\nagreed"), plain("Owner: lead-infra")],
                },
                section("With a picture", accessory=image("Map of stations")),
                section("With a button", accessory=button("Show it", "show", style="primary")),
            ]
        ],
        "header": [[{"type": "header", "text": plain("Where we stand")}]],
        "context": [[{"type": "context", "elements": [mrkdwn("12 open · *3* done"), image("Flag")]}]],
        "divider": [[{"type": "divider"}]],
        "markdown": [[{"type": "markdown", "text": _MARKDOWN}]],
        "rich_text": [[_RICH_TEXT]],
        "image": [[{**image("Map of charging stations"), "title": plain("Stations in June")}]],
        "video": [
            [
                {
                    "type": "video",
                    "alt_text": "A tour of the plant",
                    "title": plain("Plant tour"),
                    "thumbnail_url": "https://example.org/a.png",
                    "video_url": "https://example.org/v",
                    "description": plain("Five minutes"),
                    "provider_name": "Videos",
                    "author_name": "University",
                }
            ]
        ],
        "file": [[{"type": "file", "external_id": "F-17", "source": "remote"}]],
        "call": [[{"type": "call", "call_id": "R0CALL"}]],
    }
)

_CONTROLS: Mapping[str, list[list[Json]]] = MappingProxyType(
    {
        "actions": [
            [
                actions(
                    button("Record", "record", style="primary"),
                    button("Drop", "drop", style="danger", accessibility_label="Drop R-2"),
                    button("Open", "open", url="https://example.org/"),
                    {"type": "overflow", "action_id": "more", "options": _THEMES},
                    {
                        "type": "static_select",
                        "action_id": "theme",
                        "placeholder": plain("Theme"),
                        "options": _THEMES,
                    },
                    {"type": "datepicker", "action_id": "day", "initial_date": "2026-06-01"},
                    {
                        "type": "checkboxes",
                        "action_id": "which",
                        "options": _THEMES,
                        "initial_options": _THEMES[:1],
                    },
                    {"type": "radio_buttons", "action_id": "one", "options": _THEMES},
                )
            ]
        ],
        "context_actions": [
            [
                {
                    "type": "context_actions",
                    "elements": [
                        {
                            "type": "feedback_buttons",
                            "action_id": "useful",
                            "positive_button": {"text": plain("Useful"), "value": "yes"},
                            "negative_button": {"text": plain("Not useful"), "value": "no"},
                        },
                        {"type": "icon_button", "action_id": "bin", "icon": "trash", "text": plain("Delete")},
                    ],
                }
            ]
        ],
        "input": [
            [
                field("words", "Text", {"type": "plain_text_input"}, hint=plain("In your language")),
                field("theme", "Theme", {"type": "static_select", "options": _THEMES}, optional=True),
            ]
        ],
    }
)

_BOXES: Mapping[str, list[list[Json]]] = MappingProxyType(
    {
        "alert": [
            [
                {"type": "alert", "text": mrkdwn(f"This is *{level}*"), "level": level}
                for level in ("default", "info", "warning", "error", "success")
            ]
        ],
        "card": [
            [
                card(
                    "*R-2*",
                    subtitle=plain("Charging"),
                    body=plain("Publish the census of stations."),
                    icon=image("Seal"),
                    hero_image=image("A station"),
                    actions=[button("Show it", "show")],
                )
            ]
        ],
        "carousel": [
            [
                {
                    "type": "carousel",
                    "elements": [
                        card("R-1", slack_icon={"type": "icon", "name": "info"}),
                        card("R-2", actions=[button("Show it", "show")]),
                    ],
                }
            ]
        ],
        "container": [
            [
                {
                    "type": "container",
                    "title": plain("Open questions"),
                    "subtitle": plain("2 of them"),
                    "has_header_divider": True,
                    "child_blocks": [section("Who pays?"), actions(button("Answer", "answer"))],
                },
                {
                    "type": "container",
                    "title": plain("Closed"),
                    "is_collapsible": True,
                    "default_collapsed": True,
                    "child_blocks": [section("Nobody sees this at first")],
                },
            ]
        ],
        "task_card": [
            [
                task(
                    1,
                    "Read the census",
                    "complete",
                    details=rich_text(line(words("480 rows"))),
                    output=rich_text(line(words("No gaps"))),
                    sources=[{"type": "url", "url": "https://example.org/", "text": "census"}],
                ),
                task(2, "Ask the operator", "error"),
            ]
        ],
        "plan": [
            [
                {
                    "type": "plan",
                    "title": "Find the gaps",
                    "tasks": [task(1, "Read", "in_progress"), task(2, "Compare", "pending")],
                }
            ]
        ],
    }
)

_TABLES: Mapping[str, list[list[Json]]] = MappingProxyType(
    {
        "table": [
            [
                {
                    "type": "table",
                    "column_settings": [{"is_wrapped": True}, {"align": "right"}],
                    "rows": [
                        cells("Ref", "Progress"),
                        [*cells("R-1"), rich_text(line(words("40 %", bold=True)))],
                    ],
                }
            ]
        ],
        "data_table": [[DATA_TABLE]],
        "data_visualization": [CHARTS[:2], CHARTS[2:]],
    }
)

SAMPLES: Mapping[str, list[list[Json]]] = MappingProxyType({**_TEXTS, **_CONTROLS, **_BOXES, **_TABLES})
"""By kind of block: what messages or views hold one after another."""
