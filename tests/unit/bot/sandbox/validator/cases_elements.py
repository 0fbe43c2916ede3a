"""Cases of elements: buttons and menus."""

from bot.sandbox.validator import Rule, Violation
from tests.unit.bot.sandbox.validator.builders import (
    Case,
    Json,
    actions,
    button,
    context_actions,
    element,
    feedback,
    field,
    group,
    icon_button,
    image,
    in_message,
    in_modal,
    letters,
    option,
    options,
    plain,
    section,
    select,
    without,
)


def in_actions(value: object) -> list[Violation]:
    return in_message(actions(value))


def in_field(value: object) -> list[Violation]:
    return in_modal(field(value))


_AT = "/blocks/0/elements/0"
_IN = "/view/blocks/0/element"


def overflow(*offered: object) -> Json:
    return element("overflow", options=list(offered))


def checkboxes(*offered: object, **keys: object) -> Json:
    return element("checkboxes", options=list(offered), **keys)


def typing(**keys: object) -> Json:
    return element("plain_text_input", **keys)


def limit(sentence: str, rule: Rule, key: str, most: int) -> Case:
    """A case of a button whose string under `key` is one character too long."""
    refused, accepted = button(**{key: letters(most + 1)}), button(**{key: letters(most)})
    return Case(sentence, in_actions, refused, rule, f"{_AT}/{key}", accepted)


BUTTONS = [
    Case("an unknown element", in_actions, element("dial"), Rule.ELEMENT_UNKNOWN, f"{_AT}/type", button()),
    Case(
        "a text field among the actions",
        in_actions,
        typing(),
        Rule.ELEMENT_MISPLACED,
        f"{_AT}/type",
        element("datetimepicker"),
    ),
    Case(
        "an icon button as accessory",
        in_message,
        section(accessory=icon_button()),
        Rule.ELEMENT_MISPLACED,
        "/blocks/0/accessory/type",
        section(accessory=image()),
    ),
    Case(
        "a button of 76 characters",
        in_actions,
        button(letters(76)),
        Rule.BUTTON_TEXT_MAX,
        f"{_AT}/text/text",
        button(letters(75)),
    ),
    Case(
        "a button without text",
        in_actions,
        without(button(), "text"),
        Rule.BUTTON_TEXT_REQUIRED,
        _AT,
        button(),
    ),
    limit("a button value of 2001 characters", Rule.BUTTON_VALUE_MAX, "value", 2000),
    limit("a button address of 3001 characters", Rule.BUTTON_URL_MAX, "url", 3000),
    limit("an action_id of 256 characters", Rule.ACTION_ID_MAX, "action_id", 255),
    limit("a label of 76 characters", Rule.BUTTON_ACCESSIBILITY_LABEL_MAX, "accessibility_label", 75),
    limit("an agent prompt of 4001 characters", Rule.BUTTON_AGENT_PROMPT_MAX, "agent_prompt", 4000),
    Case(
        "a button in purple",
        in_actions,
        button(style="purple"),
        Rule.BUTTON_STYLE,
        f"{_AT}/style",
        button(style="danger"),
    ),
    Case(
        "an icon that Slack does not have",
        in_message,
        context_actions(icon_button(icon="rocket")),
        Rule.ICON_BUTTON_ICON,
        f"{_AT}/icon",
        context_actions(icon_button(), feedback()),
    ),
    Case(
        "an overflow menu of 6 options",
        in_actions,
        overflow(*options(6)),
        Rule.OVERFLOW_OPTIONS_MAX,
        f"{_AT}/options",
        overflow(*options(5)),
    ),
]

MENUS = [
    Case(
        "a menu without options",
        in_actions,
        element("static_select"),
        Rule.SELECT_OPTIONS_REQUIRED,
        _AT,
        select(),
    ),
    Case(
        "a menu with options and groups",
        in_actions,
        select(option_groups=[group(option())]),
        Rule.SELECT_OPTIONS_CONFLICT,
        _AT,
        element("static_select", option_groups=[group(option())]),
    ),
    Case(
        "a menu with an empty list of options",
        in_actions,
        element("static_select", options=[]),
        Rule.OPTIONS_EMPTY,
        f"{_AT}/options",
        select(),
    ),
    Case(
        "a menu of 101 options",
        in_actions,
        select(*options(101)),
        Rule.SELECT_OPTIONS_MAX,
        f"{_AT}/options",
        select(*options(100)),
    ),
    Case(
        "a menu of 101 groups",
        in_actions,
        element("static_select", option_groups=[group(option())] * 101),
        Rule.SELECT_OPTION_GROUPS_MAX,
        f"{_AT}/option_groups",
        element("static_select", option_groups=[group(option())] * 100),
    ),
    Case(
        "an initial option that is not offered",
        in_actions,
        select(option(), initial_option=option(value="other")),
        Rule.INITIAL_OPTION_AMONG,
        f"{_AT}/initial_option",
        select(option(), initial_option=option()),
    ),
    Case(
        "an initial option that no group offers",
        in_field,
        element("static_select", option_groups=[group(option())], initial_option=option("Other")),
        Rule.INITIAL_OPTION_AMONG,
        f"{_IN}/initial_option",
        element("static_select", option_groups=[group(option())], initial_option=option()),
    ),
    Case(
        "one of the initial options is not offered",
        in_field,
        checkboxes(option(), initial_options=[option(), option("Other")]),
        Rule.INITIAL_OPTION_AMONG,
        f"{_IN}/initial_options/1",
        checkboxes(option(), initial_options=[option()]),
    ),
    Case(
        "check boxes with 11 options",
        in_field,
        checkboxes(*options(11)),
        Rule.CHOICE_OPTIONS_MAX,
        f"{_IN}/options",
        checkboxes(*options(10)),
    ),
    Case(
        "a menu in which nothing can be selected",
        in_field,
        element("multi_users_select", max_selected_items=0),
        Rule.MAX_SELECTED_ITEMS,
        f"{_IN}/max_selected_items",
        element("multi_users_select", max_selected_items=1, initial_users=["U1"]),
    ),
    Case(
        "a response_url for a menu in a message",
        in_actions,
        element("conversations_select", response_url_enabled=True),
        Rule.RESPONSE_URL_MODAL_ONLY,
        _AT,
        element("conversations_select", default_to_current_conversation=True),
    ),
    Case(
        "a placeholder of 151 characters",
        in_field,
        element("external_select", placeholder=plain(letters(151))),
        Rule.PLACEHOLDER_MAX,
        f"{_IN}/placeholder/text",
        element("external_select", placeholder=plain(letters(150)), min_query_length=0),
    ),
]

CASES = [*BUTTONS, *MENUS]
