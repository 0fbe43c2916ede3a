"""Cases of composition objects: texts, options, dialogs, filters."""

from bot.sandbox.validator import Rule, Violation
from tests.unit.bot.sandbox.validator.builders import (
    Case,
    Json,
    actions,
    button,
    confirm,
    context,
    element,
    field,
    group,
    image,
    in_message,
    in_modal,
    letters,
    mrkdwn,
    option,
    options,
    plain,
    section,
    select,
    without,
)


def text_of_section(value: object) -> list[Violation]:
    return in_message(element("section", text=value))


def confirmed(value: object) -> list[Violation]:
    return in_message(actions(button(confirm=value)))


def in_select(value: object) -> list[Violation]:
    return in_message(actions(select(value)))


def in_group(value: object) -> list[Violation]:
    return in_message(actions(element("static_select", option_groups=[value])))


def in_overflow(value: object) -> list[Violation]:
    return in_message(actions(element("overflow", options=[value])))


def filtered(value: object) -> list[Violation]:
    return in_modal(field(element("conversations_select", filter=value)))


def dispatched(value: object) -> list[Violation]:
    return in_modal(field(element("plain_text_input", dispatch_action_config=value)))


def slack_file(value: object) -> list[Violation]:
    return in_message(context({**without(image(), "image_url"), "slack_file": value}))


def triggers(*names: str) -> Json:
    return {"trigger_actions_on": list(names)}


_CONFIRM = "/blocks/0/elements/0/confirm"
_OPTION = "/blocks/0/elements/0/options/0"

TEXTS = [
    Case("an empty text", text_of_section, mrkdwn(""), Rule.TEXT_EMPTY, "/blocks/0/text/text", mrkdwn(" ")),
    Case(
        "a text in html",
        text_of_section,
        element("html", text="T"),
        Rule.TEXT_TYPE,
        "/blocks/0/text/type",
        plain(),
    ),
    Case(
        "a text that is a string", text_of_section, "Text", Rule.FIELD_TYPE, "/blocks/0/text", plain("Text")
    ),
    Case(
        "a text whose text is a number",
        text_of_section,
        element("mrkdwn", text=3),
        Rule.FIELD_TYPE,
        "/blocks/0/text/text",
        mrkdwn("3"),
    ),
    Case(
        "emoji in mrkdwn",
        text_of_section,
        {**mrkdwn(), "emoji": True},
        Rule.TEXT_EMOJI_PLAIN_ONLY,
        "/blocks/0/text",
        {**plain(), "emoji": True},
    ),
    Case(
        "verbatim plain text",
        text_of_section,
        {**plain(), "verbatim": True},
        Rule.TEXT_VERBATIM_MRKDWN_ONLY,
        "/blocks/0/text",
        {**mrkdwn(), "verbatim": True},
    ),
]

OPTIONS = [
    Case(
        "an option of 76 characters",
        in_select,
        option(letters(76)),
        Rule.OPTION_TEXT_MAX,
        f"{_OPTION}/text/text",
        option(letters(75)),
    ),
    Case(
        "an option value of 151 characters",
        in_select,
        option(value=letters(151)),
        Rule.OPTION_VALUE_MAX,
        f"{_OPTION}/value",
        option(value=letters(150)),
    ),
    Case(
        "an option without value",
        in_select,
        option(value=""),
        Rule.OPTION_VALUE_EMPTY,
        f"{_OPTION}/value",
        option(value="v"),
    ),
    Case(
        "an option described in 76 characters",
        in_select,
        option(description=plain(letters(76))),
        Rule.OPTION_DESCRIPTION_MAX,
        f"{_OPTION}/description/text",
        option(description=plain(letters(75))),
    ),
    Case(
        "an option of a menu in mrkdwn",
        in_select,
        {**option(), "text": mrkdwn()},
        Rule.TEXT_PLAIN_ONLY,
        f"{_OPTION}/text/type",
        option(),
    ),
    Case(
        "an address in an option of a menu",
        in_select,
        option(url="https://example.org"),
        Rule.OPTION_URL_OVERFLOW_ONLY,
        _OPTION,
        option(),
    ),
    Case(
        "an overflow address of 3001 characters",
        in_overflow,
        option(url=letters(3001)),
        Rule.OPTION_URL_MAX,
        f"{_OPTION}/url",
        option(url=letters(3000)),
    ),
    Case(
        "a group label of 76 characters",
        in_group,
        group(option(), label=letters(76)),
        Rule.OPTION_GROUP_LABEL_MAX,
        "/blocks/0/elements/0/option_groups/0/label/text",
        group(option(), label=letters(75)),
    ),
    Case(
        "a group of 101 options",
        in_group,
        group(*options(101)),
        Rule.OPTION_GROUP_OPTIONS_MAX,
        "/blocks/0/elements/0/option_groups/0/options",
        group(*options(100)),
    ),
]

DIALOGS = [
    Case(
        "a dialog title of 101 characters",
        confirmed,
        confirm(title=plain(letters(101))),
        Rule.CONFIRM_TITLE_MAX,
        f"{_CONFIRM}/title/text",
        confirm(title=plain(letters(100))),
    ),
    Case(
        "a dialog text of 301 characters",
        confirmed,
        confirm(text=plain(letters(301))),
        Rule.CONFIRM_TEXT_MAX,
        f"{_CONFIRM}/text/text",
        confirm(text=mrkdwn(letters(300))),
    ),
    Case(
        "a dialog button of 31 characters",
        confirmed,
        confirm(deny=plain(letters(31))),
        Rule.CONFIRM_BUTTON_MAX,
        f"{_CONFIRM}/deny/text",
        confirm(deny=plain(letters(30)), confirm=plain(letters(30))),
    ),
    Case(
        "a dialog in purple",
        confirmed,
        confirm(style="purple"),
        Rule.CONFIRM_STYLE,
        f"{_CONFIRM}/style",
        confirm(style="primary"),
    ),
    Case(
        "a dialog without a way out",
        confirmed,
        without(confirm(), "deny"),
        Rule.FIELD_REQUIRED,
        _CONFIRM,
        confirm(),
    ),
    Case(
        "an unknown trigger of actions",
        dispatched,
        triggers("on_sneeze"),
        Rule.DISPATCH_TRIGGER,
        "/view/blocks/0/element/dispatch_action_config/trigger_actions_on/0",
        triggers("on_enter_pressed"),
    ),
    Case(
        "a filter of unknown conversations",
        filtered,
        {"include": ["secret"]},
        Rule.FILTER_INCLUDE,
        "/view/blocks/0/element/filter/include/0",
        {"include": ["public", "private"]},
    ),
    Case(
        "a filter that filters nothing",
        filtered,
        {},
        Rule.FILTER_EMPTY,
        "/view/blocks/0/element/filter",
        {"exclude_bot_users": True},
    ),
    Case(
        "a Slack file by id and by address",
        slack_file,
        {"id": "F1", "url": "https://example.org/f"},
        Rule.SLACK_FILE_SOURCE,
        "/blocks/0/elements/0/slack_file",
        {"id": "F1"},
    ),
    Case(
        "a confirmation that is a string",
        confirmed,
        "Sure?",
        Rule.FIELD_TYPE,
        _CONFIRM,
        confirm(),
    ),
    Case(
        "a section with a text list",
        in_message,
        element("section", text=[]),
        Rule.FIELD_TYPE,
        "/blocks/0/text",
        section(),
    ),
]

CASES = [*TEXTS, *OPTIONS, *DIALOGS]
