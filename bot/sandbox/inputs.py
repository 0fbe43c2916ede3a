"""What people fill in: the state of inputs, and what Slack's client checks before it submits.

Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload (state.values).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from bot.sandbox.blocks import Element, elements
from bot.sandbox.errors import PeopleError
from bot.sandbox.shapes import JsonObject
from bot.sandbox.values import check_value
from bot.sandbox.wording import say

# block id → action id → value object
State: TypeAlias = dict[str, dict[str, JsonObject]]

# "maximum length of input … up to 3000": https://docs.slack.dev/reference/block-kit/block-elements
TEXT_MAX = 3000

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Kind:
    """How one type of element carries its value and its initial value."""

    value: str
    initial: str
    many: bool = False


_SELECTS = {
    "static": ("option", "option"),
    "external": ("option", "option"),
    "users": ("user", "user"),
    "conversations": ("conversation", "conversation"),
    "channels": ("channel", "channel"),
}

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        **{
            f"{name}_input": Kind("value", "initial_value")
            for name in ("plain_text", "email_text", "url_text", "number")
        },
        "rich_text_input": Kind("rich_text_value", "initial_value"),
        "file_input": Kind("files", "initial_files", many=True),
        "radio_buttons": Kind("selected_option", "initial_option"),
        "checkboxes": Kind("selected_options", "initial_options", many=True),
        "datepicker": Kind("selected_date", "initial_date"),
        "timepicker": Kind("selected_time", "initial_time"),
        "datetimepicker": Kind("selected_date_time", "initial_date_time"),
        **{f"{k}_select": Kind(f"selected_{v}", f"initial_{i}") for k, (v, i) in _SELECTS.items()},
        **{
            f"multi_{k}_select": Kind(f"selected_{v}s", f"initial_{i}s", many=True)
            for k, (v, i) in _SELECTS.items()
        },
    }
)


def initial_state(blocks: list[JsonObject]) -> State:
    """Every element that keeps a value, with its initial one; empty ones are None or an empty list."""
    state: State = {}
    for element in elements(blocks):
        kind = KINDS.get(element.type)
        if kind is not None:
            empty: object = [] if kind.many else None
            value = {"type": element.type, kind.value: element.spec.get(kind.initial, empty)}
            state.setdefault(element.block_id, {})[element.action_id] = value
    return state


def kept_state(blocks: list[JsonObject], earlier: State) -> State:
    """The state after a change of blocks: inputs with the same names keep what was filled in."""
    state = initial_state(blocks)
    for block_id, actions in state.items():
        for action_id, value in actions.items():
            old = earlier.get(block_id, {}).get(action_id)
            if old is not None and old["type"] == value["type"]:
                actions[action_id] = old
    return state


def filled_state(
    blocks: list[JsonObject], state: State, values: Mapping[str, Mapping[str, JsonObject]]
) -> State:
    """The state with a person's values; PeopleError `unknown_input` or `unknown_option`."""
    filled = {block_id: dict(actions) for block_id, actions in state.items()}
    known = {(e.block_id, e.action_id): e for e in elements(blocks) if e.type in KINDS}
    for block_id, actions in values.items():
        for action_id, given in actions.items():
            element = known.get((block_id, action_id))
            if element is None:
                raise PeopleError("unknown_input", f"no input {block_id}/{action_id} here")
            filled[block_id][action_id] = element_value(element, given)
    return filled


def element_value(element: Element, given: Mapping[str, object]) -> JsonObject:
    """The value object of an element from what a person chose; options are taken whole from the element.

    PeopleError `unknown_option`, or `invalid_value` for what no client offers.
    """
    kind = KINDS[element.type]
    value = given.get(kind.value)
    if kind.value == "selected_option" and isinstance(value, Mapping):
        value = _option(element, value)
    if kind.value == "selected_options" and isinstance(value, list):
        value = [_option(element, option) for option in value]
    if kind.many and value is None:
        value = []
    if kind.value == "value" and value == "":
        value = None
    check_value(element, kind.value, value)
    return {"type": element.type, kind.value: value}


def _option(element: Element, chosen: Mapping[str, object]) -> object:
    """The element's own option with the chosen value; options from elsewhere are taken as they are."""
    if element.type.endswith("external_select"):
        return dict(chosen)
    return option_of(element, chosen.get("value"))


def option_of(element: Element, value: object) -> JsonObject:
    groups = element.spec.get("option_groups") or [{"options": element.spec.get("options", [])}]
    for group in groups:
        for option in group["options"]:
            if option.get("value") == value:
                return dict(option)
    raise PeopleError("unknown_option", f"{element.block_id}/{element.action_id} offers no {value!r}")


def input_errors(blocks: list[JsonObject], state: State, locale: str) -> dict[str, str]:
    """What keeps the form from being submitted, by block id, in the language of the locale."""
    errors: dict[str, str] = {}
    for element in elements(blocks):
        if element.input_block is None or element.type not in KINDS:
            continue
        value = state[element.block_id][element.action_id][KINDS[element.type].value]
        problem = _problem(element, value, locale)
        if problem is not None:
            errors.setdefault(element.block_id, problem)
    return errors


def _problem(element: Element, value: object, locale: str) -> str | None:
    block = element.input_block or {}
    if value in (None, "", []) or (isinstance(value, str) and not value.strip()):
        return None if block.get("optional") else say("required", locale)
    if isinstance(value, str) and KINDS[element.type].value == "value":
        return _text_problem(element, value, locale)
    most = element.spec.get("max_selected_items")
    if isinstance(value, list) and most is not None and len(value) > most:
        return say("items", locale, count=most)
    return None


def _text_problem(element: Element, value: str, locale: str) -> str | None:
    if element.type == "number_input":
        return _number_problem(element.spec, value, locale)
    if element.type == "email_text_input" and not _EMAIL.fullmatch(value):
        return say("email", locale)
    if element.type == "url_text_input" and not _URL.fullmatch(value):
        return say("url", locale)
    least, most = element.spec.get("min_length", 0), element.spec.get("max_length", TEXT_MAX)
    if len(value) < least:
        return say("least", locale, count=least)
    if len(value) > most:
        return say("most", locale, count=most)
    return None


def _number_problem(spec: JsonObject, value: str, locale: str) -> str | None:
    try:
        number = float(value)
    except ValueError:
        return say("number", locale)
    if not spec.get("is_decimal_allowed") and not number.is_integer():
        return say("whole", locale)
    if "min_value" in spec and number < float(spec["min_value"]):
        return say("low", locale, count=spec["min_value"])
    if "max_value" in spec and number > float(spec["max_value"]):
        return say("high", locale, count=spec["max_value"])
    return None
