"""Answers to a view submission and to a block suggestion."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.composition import OPTION, OPTION_GROUP
from bot.sandbox.validator.constraints import ExactlyOneOf
from bot.sandbox.validator.layout import placed_blocks
from bot.sandbox.validator.nesting import too_deep
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import (
    Anything,
    ListOf,
    Most,
    Place,
    Record,
    Spec,
    String,
    optional,
    required,
)
from bot.sandbox.validator.surfaces import Surface
from bot.sandbox.validator.views import check_view
from bot.sandbox.validator.violations import Violation

_ACTION = required(String(), Rule.SUBMISSION_ACTION)

#: Shapes by `response_action`; source: reference/interaction-payloads/view-interactions-payload.
_RESPONSES: Mapping[str, Spec] = MappingProxyType(
    {
        "errors": Record(
            fields={
                "response_action": _ACTION,
                "errors": required(Anything(), Rule.SUBMISSION_ERRORS_REQUIRED),
            }
        ),
        "update": Record(
            fields={"response_action": _ACTION, "view": required(Anything(), Rule.SUBMISSION_VIEW_REQUIRED)}
        ),
        "push": Record(
            fields={"response_action": _ACTION, "view": required(Anything(), Rule.SUBMISSION_VIEW_REQUIRED)}
        ),
        "clear": Record(fields={"response_action": _ACTION}),
    }
)

_SUGGESTIONS = Record(
    fields={
        "options": optional(
            ListOf(
                item=OPTION,
                most=Most(limits.SUGGESTIONS_OPTIONS_MAX, Rule.SUGGESTIONS_OPTIONS_MAX),
                minimum=0,
            )
        ),
        "option_groups": optional(
            ListOf(
                item=OPTION_GROUP,
                most=Most(limits.SUGGESTIONS_GROUPS_MAX, Rule.SUGGESTIONS_OPTIONS_MAX),
                minimum=0,
            )
        ),
    },
    constraints=(
        ExactlyOneOf(("options", "option_groups"), Rule.SUGGESTIONS_REQUIRED, Rule.SUGGESTIONS_CONFLICT),
    ),
)


def check_submission_response(body: object, view: object = None) -> list[Violation]:
    """What Slack would refuse in the answer to a view submission.

    Nothing, or an empty object, closes the view. With the submitted `view`, each key of `errors` must be the
    block_id of one of its input blocks.
    """
    if body is None or body in ("", {}):
        return []
    return list(_check_submission(body, view))


def _check_submission(body: object, view: object) -> Iterator[Violation]:
    place = Place("", Surface.MODAL)
    if not isinstance(body, dict):
        yield place.violation(Rule.SUBMISSION_OBJECT, "must provide an object")
        return
    if too_deep(body):
        yield place.violation(Rule.PAYLOAD_DEPTH, "must not be nested this deeply")
        return
    action = body.get("response_action")
    shape = _RESPONSES.get(action) if isinstance(action, str) else None
    if shape is None:
        where = place.at("response_action")
        yield where.violation(Rule.SUBMISSION_ACTION, f"must be one of: {', '.join(_RESPONSES)}")
        return
    yield from shape.check(body, place)
    if action == "errors" and "errors" in body:
        yield from _check_errors(body["errors"], view, place.at("errors"))
    if action in {"update", "push"} and "view" in body:
        yield from check_view(body["view"], "/view", only=Surface.MODAL)


def _check_errors(errors: object, view: object, place: Place) -> Iterator[Violation]:
    if not isinstance(errors, dict) or not errors:
        yield place.violation(
            Rule.SUBMISSION_ERRORS_REQUIRED, "must provide an object with a message for a block"
        )
        return
    known = _input_block_ids(view) if isinstance(view, dict) else None
    for block_id, message in errors.items():
        where = place.at(block_id)
        yield from String(empty=Rule.SUBMISSION_ERROR_EMPTY).check(message, where)
        if known is not None and block_id not in known:
            yield where.violation(Rule.SUBMISSION_ERROR_BLOCK, "must be the block_id of an `input` block")


def _input_block_ids(view: Mapping[str, object]) -> set[object]:
    blocks = view.get("blocks")
    placed = placed_blocks(blocks if isinstance(blocks, list) else [], Place("", Surface.MODAL))
    ids = (block.value.get("block_id") for block in placed if block.kind == "input")
    return {block_id for block_id in ids if isinstance(block_id, str)}


def check_suggestions(body: object) -> list[Violation]:
    """What Slack would refuse in the answer to a block suggestion: options or groups of them."""
    if too_deep(body):
        return [Violation("", Rule.PAYLOAD_DEPTH.value, "must not be nested this deeply")]
    return list(_SUGGESTIONS.check(body, Place("", Surface.MODAL)))
