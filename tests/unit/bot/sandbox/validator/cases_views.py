"""Cases of views, and of the answers to submissions and suggestions."""

import json

from bot.sandbox.validator import (
    Rule,
    Violation,
    check_submission_response,
    check_suggestions,
    check_view,
)
from tests.unit.bot.sandbox.validator.builders import (
    Case,
    Json,
    divider,
    element,
    field,
    group,
    home,
    letters,
    modal,
    mrkdwn,
    option,
    options,
    plain,
    section,
    without,
)

_INPUT = field(element("plain_text_input"), block_id="b1")
_FOCUSED = field(element("plain_text_input", focus_on_load=True))
_VIEW = modal(_INPUT, section(block_id="b2"))


def answer_to_view(body: object) -> list[Violation]:
    return check_submission_response(body, _VIEW)


def errors(**messages: object) -> Json:
    return {"response_action": "errors", "errors": messages}


def limit(sentence: str, rule: Rule, key: str, most: int) -> Case:
    """A case of a modal whose string under `key` is one character too long."""
    refused, accepted = modal(divider(), **{key: letters(most + 1)}), modal(divider(), **{key: letters(most)})
    return Case(sentence, check_view, refused, rule, f"/view/{key}", accepted)


def caption(sentence: str, rule: Rule, key: str) -> Case:
    """A case of a modal whose text under `key` has 25 characters."""
    refused = modal(divider(), **{key: plain(letters(25))})
    accepted = modal(divider(), **{key: plain(letters(24))})
    return Case(sentence, check_view, refused, rule, f"/view/{key}/text", accepted)


def padded(size: int) -> Json:
    """A modal of so many bytes of compact JSON."""
    full = [section(letters(2500))] * 97
    room = size - len(json.dumps(modal(*full, section("")), separators=(",", ":")))
    return modal(*full, section(letters(room)))


VIEWS = [
    Case("a view that is a string", check_view, "{}", Rule.VIEW_OBJECT, "/view", home(divider())),
    Case(
        "a view of an unknown type",
        check_view,
        {**modal(), "type": "dock"},
        Rule.VIEW_TYPE,
        "/view/type",
        modal(divider()),
    ),
    Case(
        "a modal without title",
        check_view,
        without(modal(divider()), "title"),
        Rule.VIEW_TITLE_REQUIRED,
        "/view",
        modal(divider()),
    ),
    caption("a title of 25 characters", Rule.VIEW_TITLE_MAX, "title"),
    caption("a submit of 25 characters", Rule.VIEW_SUBMIT_MAX, "submit"),
    caption("a close of 25 characters", Rule.VIEW_CLOSE_MAX, "close"),
    Case(
        "a title in mrkdwn",
        check_view,
        modal(divider(), title=mrkdwn()),
        Rule.TEXT_PLAIN_ONLY,
        "/view/title/type",
        modal(divider(), title=plain()),
    ),
    limit("private_metadata of 3001 characters", Rule.VIEW_PRIVATE_METADATA_MAX, "private_metadata", 3000),
    limit("a callback_id of 256 characters", Rule.VIEW_CALLBACK_ID_MAX, "callback_id", 255),
    limit("an external_id of 256 characters", Rule.VIEW_EXTERNAL_ID_MAX, "external_id", 255),
    Case(
        "a modal of 101 blocks",
        check_view,
        modal(*[divider()] * 101),
        Rule.VIEW_BLOCKS_MAX,
        "/view/blocks",
        modal(*[divider()] * 100),
    ),
    Case(
        "a Home of 101 blocks",
        check_view,
        home(*[divider()] * 101),
        Rule.VIEW_BLOCKS_MAX,
        "/view/blocks",
        home(*[divider()] * 100),
    ),
    Case(
        "a modal without a block",
        check_view,
        modal(),
        Rule.VIEW_BLOCKS_REQUIRED,
        "/view/blocks",
        modal(divider()),
    ),
    Case(
        "a view without blocks",
        check_view,
        without(home(), "blocks"),
        Rule.VIEW_BLOCKS_REQUIRED,
        "/view",
        home(divider()),
    ),
    Case(
        "blocks of a view as an object",
        check_view,
        {**home(), "blocks": {}},
        Rule.FIELD_TYPE,
        "/view/blocks",
        home(divider()),
    ),
    Case(
        "an input in a modal without submit",
        check_view,
        without(modal(section(), _INPUT), "submit"),
        Rule.VIEW_SUBMIT_REQUIRED,
        "/view/blocks/1/input",
        without(modal(section()), "submit"),
    ),
    Case(
        "a Home with a title",
        check_view,
        home(divider(), title=plain()),
        Rule.VIEW_HOME_NO_CHROME,
        "/view",
        home(_INPUT),
    ),
    Case(
        "a key that only Slack sets",
        check_view,
        modal(divider(), hash="1.a"),
        Rule.FIELD_UNKNOWN,
        "/view",
        modal(divider()),
    ),
    Case(
        "two elements in focus",
        check_view,
        modal(_FOCUSED, _FOCUSED),
        Rule.VIEW_FOCUS_ONCE,
        "/view/blocks/1/element/focus_on_load",
        modal(_FOCUSED, _INPUT),
    ),
    Case("a view of 250001 bytes", check_view, padded(250_001), Rule.VIEW_MAX, "/view", padded(250_000)),
]

SUBMISSIONS = [
    Case("a submission answered with a list", check_submission_response, [], Rule.SUBMISSION_OBJECT, "", {}),
    Case(
        "an unknown response_action",
        check_submission_response,
        {"response_action": "dance"},
        Rule.SUBMISSION_ACTION,
        "/response_action",
        {"response_action": "clear"},
    ),
    Case(
        "an update without a view",
        check_submission_response,
        {"response_action": "update"},
        Rule.SUBMISSION_VIEW_REQUIRED,
        "",
        {"response_action": "update", "view": modal(divider())},
    ),
    Case(
        "a Home view pushed onto a modal",
        check_submission_response,
        {"response_action": "push", "view": home(divider())},
        Rule.VIEW_TYPE,
        "/view/type",
        {"response_action": "push", "view": modal(divider())},
    ),
    Case(
        "errors about nothing",
        answer_to_view,
        errors(),
        Rule.SUBMISSION_ERRORS_REQUIRED,
        "/errors",
        errors(b1="Wrong"),
    ),
    Case(
        "an empty error",
        answer_to_view,
        errors(b1=""),
        Rule.SUBMISSION_ERROR_EMPTY,
        "/errors/b1",
        errors(b1="Wrong"),
    ),
    Case(
        "an error at a section",
        answer_to_view,
        errors(b2="Wrong"),
        Rule.SUBMISSION_ERROR_BLOCK,
        "/errors/b2",
        errors(b1="Wrong"),
    ),
    Case(
        "a clear with a view",
        check_submission_response,
        {"response_action": "clear", "view": {}},
        Rule.FIELD_UNKNOWN,
        "",
        {"response_action": "clear"},
    ),
]

SUGGESTIONS = [
    Case(
        "suggestions without options", check_suggestions, {}, Rule.SUGGESTIONS_REQUIRED, "", {"options": []}
    ),
    Case(
        "suggestions with options and groups",
        check_suggestions,
        {"options": [], "option_groups": []},
        Rule.SUGGESTIONS_CONFLICT,
        "",
        {"option_groups": [group(option())]},
    ),
    Case(
        "101 suggestions",
        check_suggestions,
        {"options": options(101)},
        Rule.SUGGESTIONS_OPTIONS_MAX,
        "/options",
        {"options": options(100)},
    ),
    Case(
        "a suggestion with a hint",
        check_suggestions,
        {"options": [option(hint="Hint")]},
        Rule.FIELD_UNKNOWN,
        "/options/0",
        {"options": [option()]},
    ),
]

CASES = [*VIEWS, *SUBMISSIONS, *SUGGESTIONS]
