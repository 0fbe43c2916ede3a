"""Messages and forms as plain text: what a person sees, in reading order, buttons and choices in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]


def said_lines(message: Json) -> list[str]:
    """What a message says: its blocks, then what screen readers and notifications get, marked `aloud`."""
    blocks = message.get("blocks", [])
    if not blocks:
        return str(message["text"]).splitlines()
    lines = [line for block in blocks for line in block_lines(block)]
    return lines + [f"aloud: {line}" for line in str(message["text"]).splitlines()]


def view_text(view: Json) -> str:
    """A modal, or the Home: title, blocks, and the buttons under it."""
    title = [f"== {view['title']['text']} =="] if "title" in view else []
    below = [f"[{view[name]['text']}]" for name in ("submit", "close") if view.get(name)]
    lines = [line for block in view["blocks"] for line in block_lines(block)]
    return "\n".join([*title, *lines, *([" ".join(below)] if below else [])])


def block_lines(block: Json) -> list[str]:
    """The lines of one block. Raises KeyError for a kind that nobody has read yet."""
    return _BLOCKS[block["type"]](block)


def _header(block: Json) -> list[str]:
    return [f"# {block['text']['text']}"]


def _section(block: Json) -> list[str]:
    return str(block["text"]["text"]).splitlines()


def _context(block: Json) -> list[str]:
    return [f"~ {element['text']}" for element in block["elements"]]


def _rich_text(block: Json) -> list[str]:
    lines: list[str] = []
    for part in block["elements"]:
        if part["type"] == "rich_text_list":
            lines += [f"• {_runs(item)}" for item in part["elements"]]
        else:
            lines += _runs(part).splitlines()
    return lines


def _runs(section: Json) -> str:
    """The text of each run; a run that is more than text (a mention, say) shows its type: it may ping."""
    return "".join(_run(run) for run in section["elements"])


def _run(run: Json) -> str:
    if run["type"] == "link":
        return f"<link {run['text']}: {run['url']}>"
    if run["type"] != "text":
        return f"<{run['type']}>"
    mark = "*" if run.get("style", {}).get("bold") and run["text"].strip() else ""
    text = str(run["text"])
    inner = text.strip()
    return text.replace(inner, f"{mark}{inner}{mark}") if mark else text


def _actions(block: Json) -> list[str]:
    return [" ".join(map(_control, block["elements"]))]


def _control(element: Json) -> str:
    if element["type"] in {"overflow", "static_select"}:
        return f"[{' / '.join(option['text']['text'] for option in element['options'])}]"
    return f"[{element['text']['text']}]"


def _chart(block: Json) -> list[str]:
    chart = block["chart"]
    parts = (f"{segment['label']} {segment['value']}" for segment in chart["segments"])
    return [f"({chart['type']} chart) {block['title']}: {', '.join(parts)}"]


def _data_table(block: Json) -> list[str]:
    rows = [" | ".join(cell["text"] for cell in row) for row in block["rows"]]
    return [f"(table) {block['caption']}", *(f"| {row} |" for row in rows)]


def _input(block: Json) -> list[str]:
    element = block["element"]
    optional = " (optional)" if block.get("optional") else ""
    hint = [f"    ~ {block['hint']['text']}"] if "hint" in block else []
    return [f"{block['label']['text']}{optional}: {_element(element)}", *hint]


def _element(element: Json) -> str:
    if element["type"] in {"plain_text_input", "number_input"}:
        return f"[{element.get('initial_value', '')}___]"
    if element["type"] == "timepicker":
        return f"[{element.get('initial_time', '')}___ time]"
    if element["type"] == "datepicker":
        return f"[{element.get('initial_date', '')}___ day]"
    chosen = (
        [element["initial_option"]] if "initial_option" in element else element.get("initial_options", [])
    )
    if element["type"].endswith("external_select"):
        return f"[{', '.join(option['text']['text'] for option in chosen)}___ search]"
    return " ".join(_options(element["options"], [option["value"] for option in chosen]))


def _options(options: Iterable[Json], chosen: list[str]) -> list[str]:
    return [f"[{'x' if option['value'] in chosen else ' '}] {option['text']['text']}" for option in options]


_BLOCKS = {
    "header": _header,
    "section": _section,
    "context": _context,
    "divider": lambda _: ["---"],
    "rich_text": _rich_text,
    "actions": _actions,
    "data_visualization": _chart,
    "input": _input,
    "data_table": _data_table,
}
