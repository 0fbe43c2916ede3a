"""Composition objects: texts, options, confirmation dialogs and the small objects that elements share."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.constraints import AnyOf, ExactlyOneOf
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import (
    Anything,
    Boolean,
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

_PLAIN = frozenset({"plain_text"})
_MRKDWN = frozenset({"mrkdwn"})


def _texts(most: Most) -> Mapping[str, Spec]:
    content = required(String(most=most, empty=Rule.TEXT_EMPTY))
    return MappingProxyType(
        {
            "plain_text": Record(
                fields={"type": typed("plain_text"), "text": content, "emoji": optional(Boolean())},
                forbidden={"verbatim": Rule.TEXT_VERBATIM_MRKDWN_ONLY},
            ),
            "mrkdwn": Record(
                fields={"type": typed("mrkdwn"), "text": content, "verbatim": optional(Boolean())},
                forbidden={"emoji": Rule.TEXT_EMOJI_PLAIN_ONLY},
            ),
        }
    )


def text(most: Most) -> Tagged:
    """A text object of either kind, of 1 to `most` characters."""
    return Tagged(catalogue=_texts(most), unknown=Rule.TEXT_TYPE, misplaced=Rule.TEXT_TYPE)


def plain_text(most: Most) -> Tagged:
    """A text object that must be plain_text."""
    return Tagged(
        catalogue=_texts(most), unknown=Rule.TEXT_TYPE, misplaced=Rule.TEXT_PLAIN_ONLY, allowed=_PLAIN
    )


def mrkdwn_or_plain_catalogue() -> Mapping[str, Spec]:
    """The two kinds of text with their own limit, for arrays that mix them with elements."""
    return _texts(Most(limits.TEXT_MAX, Rule.TEXT_MAX))


CONFIRM = Record(
    fields={
        "title": required(plain_text(Most(limits.CONFIRM_TITLE_MAX, Rule.CONFIRM_TITLE_MAX))),
        "text": required(text(Most(limits.CONFIRM_TEXT_MAX, Rule.CONFIRM_TEXT_MAX))),
        "confirm": required(plain_text(Most(limits.CONFIRM_CONFIRM_MAX, Rule.CONFIRM_BUTTON_MAX))),
        "deny": required(plain_text(Most(limits.CONFIRM_DENY_MAX, Rule.CONFIRM_BUTTON_MAX))),
        "style": optional(String(choices=("primary", "danger"), mismatch=Rule.CONFIRM_STYLE)),
    }
)

DISPATCH_ACTION_CONFIG = Record(
    fields={
        "trigger_actions_on": required(
            ListOf(
                item=String(
                    choices=("on_enter_pressed", "on_character_entered"), mismatch=Rule.DISPATCH_TRIGGER
                )
            )
        )
    }
)

_FILTER_KEYS = ("include", "exclude_external_shared_channels", "exclude_bot_users")

CONVERSATION_FILTER = Record(
    fields={
        "include": optional(
            ListOf(item=String(choices=("im", "mpim", "private", "public"), mismatch=Rule.FILTER_INCLUDE))
        ),
        "exclude_external_shared_channels": optional(Boolean()),
        "exclude_bot_users": optional(Boolean()),
    },
    constraints=(AnyOf(_FILTER_KEYS, Rule.FILTER_EMPTY),),
)

SLACK_FILE = Record(
    fields={"id": optional(String()), "url": optional(String())},
    constraints=(ExactlyOneOf(("id", "url"), Rule.SLACK_FILE_SOURCE, Rule.SLACK_FILE_SOURCE),),
)

SLACK_ICON = Record(fields={"type": typed("icon"), "name": required(String(empty=Rule.FIELD_EMPTY))})

WORKFLOW = Record(
    fields={
        "trigger": required(
            Record(
                fields={
                    "url": required(String(empty=Rule.FIELD_EMPTY)),
                    "customizable_input_parameters": optional(
                        ListOf(
                            item=Record(fields={"name": required(String()), "value": required(Anything())}),
                            minimum=0,
                        )
                    ),
                }
            )
        )
    }
)

_OPTION_TEXT = Most(limits.OPTION_TEXT_MAX, Rule.OPTION_TEXT_MAX)
_OPTION_DESCRIPTION = Most(limits.OPTION_DESCRIPTION_MAX, Rule.OPTION_DESCRIPTION_MAX)
_OPTION_VALUE = required(
    String(most=Most(limits.OPTION_VALUE_MAX, Rule.OPTION_VALUE_MAX), empty=Rule.OPTION_VALUE_EMPTY)
)
_NO_URL = MappingProxyType({"url": Rule.OPTION_URL_OVERFLOW_ONLY})

#: Options of menus: plain text only.
OPTION = Record(
    fields={
        "text": required(plain_text(_OPTION_TEXT)),
        "value": _OPTION_VALUE,
        "description": optional(plain_text(_OPTION_DESCRIPTION)),
    },
    forbidden=_NO_URL,
)

#: Options of check boxes and radio buttons may be formatted.
CHOICE_OPTION = Record(
    fields={
        "text": required(text(_OPTION_TEXT)),
        "value": _OPTION_VALUE,
        "description": optional(text(_OPTION_DESCRIPTION)),
    },
    forbidden=_NO_URL,
)

#: Options of overflow menus may open an address.
OVERFLOW_OPTION = Record(
    fields={
        **OPTION.fields,
        "url": optional(String(most=Most(limits.OPTION_URL_MAX, Rule.OPTION_URL_MAX))),
    }
)

OPTION_GROUP = Record(
    fields={
        "label": required(plain_text(Most(limits.OPTION_GROUP_LABEL_MAX, Rule.OPTION_GROUP_LABEL_MAX))),
        "options": required(
            ListOf(item=OPTION, most=Most(limits.OPTION_GROUP_OPTIONS_MAX, Rule.OPTION_GROUP_OPTIONS_MAX))
        ),
    }
)

_IMAGE_SOURCES = ("image_url", "slack_file")

#: What image elements and image blocks share.
IMAGE_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "type": typed("image"),
        "alt_text": required(
            String(most=Most(limits.IMAGE_ALT_TEXT_MAX, Rule.IMAGE_ALT_TEXT_MAX)),
            Rule.IMAGE_ALT_TEXT_REQUIRED,
        ),
        "image_url": optional(
            String(most=Most(limits.IMAGE_URL_MAX, Rule.IMAGE_URL_MAX), empty=Rule.FIELD_EMPTY)
        ),
        "slack_file": optional(SLACK_FILE),
    }
)
IMAGE_CONSTRAINTS = (ExactlyOneOf(_IMAGE_SOURCES, Rule.IMAGE_SOURCE_REQUIRED, Rule.IMAGE_SOURCE_ONE),)
IMAGE_ELEMENT = Record(fields=IMAGE_FIELDS, constraints=IMAGE_CONSTRAINTS)
