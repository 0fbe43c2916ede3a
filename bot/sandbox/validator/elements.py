"""Block elements: buttons, menus, pickers and inputs, and which of them fits where.

Source: the pages under reference/block-kit/block-elements; keys and limits also from slack_sdk 3.47.
"""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.composition import (
    CONFIRM,
    IMAGE_ELEMENT,
    OVERFLOW_OPTION,
    WORKFLOW,
    mrkdwn_or_plain_catalogue,
    plain_text,
)
from bot.sandbox.validator.inputs import INPUTS
from bot.sandbox.validator.menus import MENUS
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.shared import ACTION_ID
from bot.sandbox.validator.specs import (
    Field,
    ListOf,
    Most,
    Record,
    Spec,
    String,
    Tagged,
    optional,
    required,
    typed,
)
from bot.sandbox.validator.surfaces import ELEMENT_PLACEMENTS

_BUTTON_TEXT = required(
    plain_text(Most(limits.BUTTON_TEXT_MAX, Rule.BUTTON_TEXT_MAX)), Rule.BUTTON_TEXT_REQUIRED
)
_BUTTON_VALUE = String(most=Most(limits.BUTTON_VALUE_MAX, Rule.BUTTON_VALUE_MAX))
_STYLE = optional(String(choices=("primary", "danger"), mismatch=Rule.BUTTON_STYLE))
_LABEL = optional(
    String(most=Most(limits.BUTTON_ACCESSIBILITY_LABEL_MAX, Rule.BUTTON_ACCESSIBILITY_LABEL_MAX))
)
_VISIBLE_TO = optional(ListOf(item=String(), minimum=0))
_FEEDBACK_BUTTON = required(
    Record(fields={"text": _BUTTON_TEXT, "value": required(_BUTTON_VALUE), "accessibility_label": _LABEL})
)

BUTTON = Record(
    fields={
        "type": typed("button"),
        "text": _BUTTON_TEXT,
        "action_id": ACTION_ID,
        "url": optional(
            String(most=Most(limits.BUTTON_URL_MAX, Rule.BUTTON_URL_MAX), empty=Rule.FIELD_EMPTY)
        ),
        "value": optional(_BUTTON_VALUE),
        "style": _STYLE,
        "confirm": optional(CONFIRM),
        "accessibility_label": _LABEL,
        "agent_prompt": optional(
            String(most=Most(limits.BUTTON_AGENT_PROMPT_MAX, Rule.BUTTON_AGENT_PROMPT_MAX))
        ),
        "agent_prompt_display": optional(String()),
        "visible_to_user_ids": _VISIBLE_TO,
    }
)

_BUTTONS: Mapping[str, Spec] = MappingProxyType(
    {
        "button": BUTTON,
        "workflow_button": Record(
            fields={
                "type": typed("workflow_button"),
                "text": _BUTTON_TEXT,
                "workflow": required(WORKFLOW),
                "action_id": ACTION_ID,
                "style": _STYLE,
                "accessibility_label": _LABEL,
            }
        ),
        "feedback_buttons": Record(
            fields={
                "type": typed("feedback_buttons"),
                "action_id": ACTION_ID,
                "positive_button": _FEEDBACK_BUTTON,
                "negative_button": _FEEDBACK_BUTTON,
            }
        ),
        "icon_button": Record(
            fields={
                "type": typed("icon_button"),
                "icon": required(String(choices=("trash",), mismatch=Rule.ICON_BUTTON_ICON)),
                "text": _BUTTON_TEXT,
                "action_id": ACTION_ID,
                "value": optional(_BUTTON_VALUE),
                "confirm": optional(CONFIRM),
                "accessibility_label": _LABEL,
                "visible_to_user_ids": _VISIBLE_TO,
            }
        ),
        "overflow": Record(
            fields={
                "type": typed("overflow"),
                "action_id": ACTION_ID,
                "options": required(
                    ListOf(
                        item=OVERFLOW_OPTION,
                        most=Most(limits.OVERFLOW_OPTIONS_MAX, Rule.OVERFLOW_OPTIONS_MAX),
                        too_few=Rule.OPTIONS_EMPTY,
                    )
                ),
                "confirm": optional(CONFIRM),
            }
        ),
    }
)

#: Every element that stands for itself, by type.
ELEMENTS: Mapping[str, Spec] = MappingProxyType({"image": IMAGE_ELEMENT, **_BUTTONS, **MENUS, **INPUTS})

_CHOOSERS = frozenset({*MENUS, "datepicker", "timepicker"})


def _slot(allowed: frozenset[str], catalogue: Mapping[str, Spec] = ELEMENTS) -> Tagged:
    return Tagged(
        catalogue=catalogue,
        unknown=Rule.ELEMENT_UNKNOWN,
        misplaced=Rule.ELEMENT_MISPLACED,
        allowed=allowed,
        placements=ELEMENT_PLACEMENTS,
    )


SECTION_ACCESSORY = _slot(_CHOOSERS | {"button", "image", "overflow", "workflow_button"})
ACTIONS_ELEMENT = _slot(_CHOOSERS | {"button", "datetimepicker", "overflow", "workflow_button"})
INPUT_ELEMENT = _slot(frozenset({*MENUS, *INPUTS}))
CONTEXT_ACTIONS_ELEMENT = _slot(frozenset({"feedback_buttons", "icon_button"}))
CARD_ACTION = _slot(frozenset({"button"}))
CARD_IMAGE = _slot(frozenset({"image"}))
CONTEXT_ELEMENT = _slot(
    frozenset({"image", "plain_text", "mrkdwn"}), {**ELEMENTS, **mrkdwn_or_plain_catalogue()}
)


def url_source() -> Field:
    """The list of sources of a task card."""
    source = Record(fields={"type": typed("url"), "url": required(String()), "text": required(String())})
    return optional(ListOf(item=source, minimum=0))
