"""One entry of `actions` in a block_actions payload.

Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
"""

from collections.abc import Mapping

from bot.sandbox.blocks import Element
from bot.sandbox.inputs import KINDS, element_value, option_of
from bot.sandbox.shapes import JsonObject

_CARRIED = ("text", "style", "placeholder")


def action_of(element: Element, given: Mapping[str, object], action_ts: str) -> JsonObject:
    """What the app learns of a click or a choice; a button's value is the button's, never the person's."""
    action: JsonObject = {"type": element.type, "action_id": element.action_id, "block_id": element.block_id}
    action |= {key: element.spec[key] for key in _CARRIED if key in element.spec}
    if element.type in KINDS:
        action |= element_value(element, given)
        initial = KINDS[element.type].initial
        if initial in element.spec:
            action[initial] = element.spec[initial]
    elif element.type == "overflow":
        chosen = given.get("selected_option")
        action["selected_option"] = option_of(
            element, chosen.get("value") if isinstance(chosen, Mapping) else None
        )
    elif element.type == "feedback_buttons":
        action["value"] = given.get("value")
    elif "value" in element.spec:
        action["value"] = element.spec["value"]
    return action | {"action_ts": action_ts}
