"""What Slack, or a library that knows its rules, would refuse in an answer; and buttons nobody could say.

The checkers have tests of their own: they are not measured here, after every answer.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from bot.sandbox.payloads_kept import AcceptedPayload
from bot.sandbox.validator import (
    MessageKind,
    Violation,
    check_acknowledgement,
    check_message,
    check_submission_response,
)
from handlers.desk.answer import FormAnswer, Reply
from handlers.desk.payloads import form_payload
from handlers.desk.payloads import payload as payload_of
from handlers.grammar.command import parse
from handlers.grammar.references import find_reference
from handlers.grammar.verbs import VerbFound, find_verb
from handlers.parts.message import Message
from handlers.parts.modals import View, reading
from handlers.parts.next_steps import Press, verb_of
from handlers.words.translator import Translator
from tests.payloads.checking import unexplained
from tests.payloads.complaint import Complaint
from tests.unit.handlers.material import GROUP, WORDS
from tests.unwatched import unwatched

Objection: TypeAlias = Violation | Complaint


@unwatched()
def message_violations(message: Message, t: Translator | None = None) -> list[Objection]:
    """As an acknowledgement, through a response_url, posted, and in the modal that the Home tab opens."""
    words = t or WORDS.for_language(GROUP.languages[0])
    found: list[Objection] = []
    for in_channel in (False, True):
        payload = payload_of(Reply(message, in_channel=in_channel))
        found += check_acknowledgement(payload)
        found += check_message(payload | {"replace_original": False}, MessageKind.RESPONSE)
    answered = AcceptedPayload("acknowledgement", "", payload_of(Reply(message)))
    return (
        found + unexplained([answered]) + posted_violations(message) + _opened(reading(words, message.blocks))
    )


@unwatched()
def posted_violations(message: Message) -> list[Objection]:
    """As the delivery worker posts it."""
    payload = {"text": message.text, "blocks": list(message.blocks)}
    return list(unexplained([AcceptedPayload("message", "", payload)]))


@unwatched()
def view_violations(view: View) -> list[Objection]:
    """Opened, and where it takes the place of a submitted form."""
    answer = {"response_action": "update", "view": view}
    return _opened(view) + (check_submission_response(answer, view) if view["type"] == "modal" else [])


def _opened(view: View) -> list[Objection]:
    return list(unexplained([AcceptedPayload("view", "", view)]))


@unwatched()
def form_violations(answer: FormAnswer, form: View) -> list[Violation]:
    """The answer to the submitted `form`; errors must be beside fields it has."""
    return check_submission_response(form_payload(answer), form)


def buttons(message: Message) -> list[dict[str, Any]]:
    """Those of rows, then what their menus offer."""
    return [
        choice
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
        for choice in _choices(element)
    ]


def _choices(element: dict[str, Any]) -> list[dict[str, Any]]:
    if element["type"] not in {"overflow", "static_select"}:
        return [element]
    return [option | {"action_id": element["action_id"]} for option in element["options"]]


def unreadable_buttons(message: Message) -> list[str]:
    """Lines of buttons that nobody could say."""
    return [button["value"] for button in buttons(message) if not _readable(button)]


def _readable(button: dict[str, Any]) -> bool:
    if verb_of(button["action_id"]) == Press.AGAIN:
        return find_reference(button["value"]) is not None
    if verb_of(button["action_id"]) == Press.ANYWAY:
        return bool(button["value"].isdigit())
    return isinstance(find_verb(parse(button["value"]).word), VerbFound)
