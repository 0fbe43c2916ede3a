"""Menus, check boxes and radio buttons: elements that offer options."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.composition import CHOICE_OPTION, CONVERSATION_FILTER, OPTION, OPTION_GROUP
from bot.sandbox.validator.constraints import Among, ExactlyOneOf
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.shared import CONFIRMABLE, PLACEHOLDER
from bot.sandbox.validator.specs import (
    Boolean,
    Constraint,
    Field,
    Integer,
    ListOf,
    Most,
    Record,
    Spec,
    String,
    optional,
    required,
    typed,
)
from bot.sandbox.validator.surfaces import RESPONSE_URL_PLACEMENT

_MAX_SELECTED = optional(Integer(minimum=1, outside=Rule.MAX_SELECTED_ITEMS))
_IDENTIFIER = optional(String())
_IDENTIFIERS = optional(ListOf(item=String(), minimum=0))
_RESPONSE_URL = optional(Boolean(), RESPONSE_URL_PLACEMENT)

_OFFER: Mapping[str, Field] = MappingProxyType(
    {
        "options": optional(
            ListOf(
                item=OPTION,
                most=Most(limits.SELECT_OPTIONS_MAX, Rule.SELECT_OPTIONS_MAX),
                too_few=Rule.OPTIONS_EMPTY,
            )
        ),
        "option_groups": optional(
            ListOf(
                item=OPTION_GROUP,
                most=Most(limits.SELECT_OPTION_GROUPS_MAX, Rule.SELECT_OPTION_GROUPS_MAX),
                too_few=Rule.OPTIONS_EMPTY,
            )
        ),
    }
)
_ONE_OFFER = ExactlyOneOf(
    ("options", "option_groups"), Rule.SELECT_OPTIONS_REQUIRED, Rule.SELECT_OPTIONS_CONFLICT
)
_CHOICES = required(
    ListOf(
        item=CHOICE_OPTION,
        most=Most(limits.CHOICE_OPTIONS_MAX, Rule.CHOICE_OPTIONS_MAX),
        too_few=Rule.OPTIONS_EMPTY,
    )
)
_CONVERSATIONS: Mapping[str, Field] = MappingProxyType(
    {"default_to_current_conversation": optional(Boolean()), "filter": optional(CONVERSATION_FILTER)}
)
_EXTERNAL: Mapping[str, Field] = MappingProxyType({"min_query_length": optional(Integer(minimum=0))})


def _menu(kind: str, *groups: Mapping[str, Field], constraints: tuple[Constraint, ...] = ()) -> Record:
    fields: dict[str, Field] = {"type": typed(kind), **CONFIRMABLE, "placeholder": PLACEHOLDER}
    for group in groups:
        fields.update(group)
    return Record(fields=fields, constraints=constraints)


def _one(**initial: Field) -> Mapping[str, Field]:
    return initial


def _many(**initial: Field) -> Mapping[str, Field]:
    return {**initial, "max_selected_items": _MAX_SELECTED}


_INITIAL_AMONG = (_ONE_OFFER, Among("initial_option", Rule.INITIAL_OPTION_AMONG))
_INITIALS_AMONG = (_ONE_OFFER, Among("initial_options", Rule.INITIAL_OPTION_AMONG))

_SINGLE: Mapping[str, Spec] = MappingProxyType(
    {
        "static_select": _menu(
            "static_select", _OFFER, _one(initial_option=optional(OPTION)), constraints=_INITIAL_AMONG
        ),
        "external_select": _menu("external_select", _EXTERNAL, _one(initial_option=optional(OPTION))),
        "users_select": _menu("users_select", _one(initial_user=_IDENTIFIER)),
        "conversations_select": _menu(
            "conversations_select",
            _CONVERSATIONS,
            _one(initial_conversation=_IDENTIFIER, response_url_enabled=_RESPONSE_URL),
        ),
        "channels_select": _menu(
            "channels_select", _one(initial_channel=_IDENTIFIER, response_url_enabled=_RESPONSE_URL)
        ),
    }
)

_MULTIPLE: Mapping[str, Spec] = MappingProxyType(
    {
        "multi_static_select": _menu(
            "multi_static_select",
            _OFFER,
            _many(initial_options=optional(ListOf(item=OPTION))),
            constraints=_INITIALS_AMONG,
        ),
        "multi_external_select": _menu(
            "multi_external_select", _EXTERNAL, _many(initial_options=optional(ListOf(item=OPTION)))
        ),
        "multi_users_select": _menu("multi_users_select", _many(initial_users=_IDENTIFIERS)),
        "multi_conversations_select": _menu(
            "multi_conversations_select", _CONVERSATIONS, _many(initial_conversations=_IDENTIFIERS)
        ),
        "multi_channels_select": _menu("multi_channels_select", _many(initial_channels=_IDENTIFIERS)),
    }
)

_GROUPS: Mapping[str, Spec] = MappingProxyType(
    {
        "checkboxes": Record(
            fields={
                "type": typed("checkboxes"),
                **CONFIRMABLE,
                "options": _CHOICES,
                "initial_options": optional(ListOf(item=CHOICE_OPTION)),
            },
            constraints=(Among("initial_options", Rule.INITIAL_OPTION_AMONG),),
        ),
        "radio_buttons": Record(
            fields={
                "type": typed("radio_buttons"),
                **CONFIRMABLE,
                "options": _CHOICES,
                "initial_option": optional(CHOICE_OPTION),
            },
            constraints=(Among("initial_option", Rule.INITIAL_OPTION_AMONG),),
        ),
    }
)

#: Every element that offers options, by type.
MENUS: Mapping[str, Spec] = MappingProxyType({**_SINGLE, **_MULTIPLE, **_GROUPS})
