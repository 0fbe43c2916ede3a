"""Modal and Home views."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.composition import plain_text
from bot.sandbox.validator.layout import BlockList, check_blocks, placed_blocks, placed_elements
from bot.sandbox.validator.nesting import too_deep
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import (
    Anything,
    Boolean,
    Field,
    Most,
    Place,
    Record,
    Spec,
    String,
    optional,
    required,
    typed,
)
from bot.sandbox.validator.surfaces import Surface
from bot.sandbox.validator.violations import Violation

_BLOCKS_MOST = Most(limits.VIEW_BLOCKS_MAX, Rule.VIEW_BLOCKS_MAX)


def _most(count: int, rule: Rule) -> Field:
    return optional(String(most=Most(count, rule)))


#: Blocks are checked apart, since they owe each other things.
_COMMON: Mapping[str, Field] = MappingProxyType(
    {
        "blocks": required(Anything(), Rule.VIEW_BLOCKS_REQUIRED),
        "private_metadata": _most(limits.VIEW_PRIVATE_METADATA_MAX, Rule.VIEW_PRIVATE_METADATA_MAX),
        "callback_id": _most(limits.VIEW_CALLBACK_ID_MAX, Rule.VIEW_CALLBACK_ID_MAX),
        "external_id": _most(limits.VIEW_EXTERNAL_ID_MAX, Rule.VIEW_EXTERNAL_ID_MAX),
    }
)

_VIEWS: Mapping[str, Spec] = MappingProxyType(
    {
        "modal": Record(
            fields={
                "type": typed("modal"),
                "title": required(
                    plain_text(Most(limits.VIEW_TITLE_MAX, Rule.VIEW_TITLE_MAX)), Rule.VIEW_TITLE_REQUIRED
                ),
                "submit": optional(plain_text(Most(limits.VIEW_SUBMIT_MAX, Rule.VIEW_SUBMIT_MAX))),
                "close": optional(plain_text(Most(limits.VIEW_CLOSE_MAX, Rule.VIEW_CLOSE_MAX))),
                "clear_on_close": optional(Boolean()),
                "notify_on_close": optional(Boolean()),
                **_COMMON,
            }
        ),
        "home": Record(
            fields={"type": typed("home"), **_COMMON},
            forbidden=dict.fromkeys(("title", "submit", "close"), Rule.VIEW_HOME_NO_CHROME),
        ),
    }
)


def check_view(view: object, path: str = "/view", only: Surface | None = None) -> list[Violation]:
    """What Slack would refuse in a view; `path` is where it stands, `only` the one kind that fits there."""
    return list(_check(view, path, only))


def _check(view: object, path: str, only: Surface | None) -> Iterator[Violation]:
    if not isinstance(view, dict):
        yield Violation(path, Rule.VIEW_OBJECT.value, "must provide an object")
        return
    kind = view.get("type")
    if not isinstance(kind, str) or kind not in _VIEWS or (only and kind != only):
        name = kind if isinstance(kind, str) else "none"
        yield Violation(f"{path}/type", Rule.VIEW_TYPE.value, f"unsupported type: {name}")
        return
    place = Place(path, Surface(kind))
    if too_deep(view):
        yield place.violation(Rule.PAYLOAD_DEPTH, "must not be nested this deeply")
        return
    yield from _VIEWS[kind].check(view, place)
    if "blocks" in view:
        yield from _check_blocks(view, view["blocks"], place.at("blocks"))
    if _size(view) > limits.VIEW_BYTES_MAX:
        yield place.violation(Rule.VIEW_MAX, f"must be at most {limits.VIEW_BYTES_MAX} bytes")


def _check_blocks(view: Mapping[str, object], blocks: object, place: Place) -> Iterator[Violation]:
    if not isinstance(blocks, list):
        yield place.violation(Rule.FIELD_TYPE, "must provide an array")
        return
    if not blocks:
        yield place.violation(Rule.VIEW_BLOCKS_REQUIRED, "no less than 1 items allowed")
    yield from check_blocks([BlockList(blocks, place)], _BLOCKS_MOST)
    yield from _check_submit(view, blocks, place)
    yield from _check_focus(blocks, place)


def _check_submit(view: Mapping[str, object], blocks: list[object], place: Place) -> Iterator[Violation]:
    if place.surface is not Surface.MODAL or "submit" in view:
        return
    for block in placed_blocks(blocks, place):
        if block.kind == "input":
            message = "must define `submit` to use an `input` block in modals"
            yield block.place.at("input").violation(Rule.VIEW_SUBMIT_REQUIRED, message)


def _check_focus(blocks: list[object], place: Place) -> Iterator[Violation]:
    focused = [
        where
        for block in placed_blocks(blocks, place)
        for element, where in placed_elements(block)
        if element.get("focus_on_load") is True
    ]
    for where in focused[limits.VIEW_FOCUS_MAX :]:
        message = "only one element may have `focus_on_load`"
        yield where.at("focus_on_load").violation(Rule.VIEW_FOCUS_ONCE, message)


def _size(view: Mapping[str, object]) -> int:
    return len(json.dumps(view, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
