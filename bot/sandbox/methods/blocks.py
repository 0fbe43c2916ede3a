"""blocks.*: what Slack would say of a payload, without sending it.

Source: https://docs.slack.dev/reference/methods/blocks.validate (no scope; exactly one of the arguments;
`errors` with a JSON pointer, a code and a message each).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from bot.sandbox.acceptance import described, unsupported_blocks
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import Violation, check_message, check_view

FAILED_CONSTRAINT = "failed_constraint"
"""The code that the page gives as its example; the others are not documented."""

_BLOCKS = "/blocks"


def validate(call: Call) -> JsonObject:
    given = [name for name in _CHECKS if call.has(name)]
    if len(given) != 1:
        raise SlackError(
            "invalid_arguments", messages=["[ERROR] provide exactly one of blocks, message, view"]
        )
    (name,) = given
    error = f"invalid_{name}"
    _refuse(error, _CHECKS[name](call.structure(name, error), call.workspace.unsupported_blocks))
    return {"ok": True}


def _message(payload: object, unsupported: Collection[str]) -> list[Violation]:
    return [*check_message(payload), *unsupported_blocks(payload, unsupported)]


def _blocks(blocks: object, unsupported: Collection[str]) -> list[Violation]:
    """Blocks by themselves are those of a message; pointers begin at the array."""
    found = _message({"text": "blocks", "blocks": blocks}, unsupported)
    return [Violation(each.path.removeprefix(_BLOCKS), each.rule, each.message) for each in found]


def _view(view: object, _unsupported: Collection[str]) -> list[Violation]:
    return check_view(view, path="")


def _refuse(error: str, violations: Sequence[Violation]) -> None:
    if violations:
        errors = [
            {"pointer": each.path, "code": FAILED_CONSTRAINT, "message": each.message} for each in violations
        ]
        raise SlackError(error, facts={"errors": errors}, violations=described(violations))


_CHECKS: Mapping[str, Callable[[object, Collection[str]], list[Violation]]] = MappingProxyType(
    {"blocks": _blocks, "message": _message, "view": _view}
)

METHODS = (Method("blocks.validate", validate, Tier.SPECIAL),)
