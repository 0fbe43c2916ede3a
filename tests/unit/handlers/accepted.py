"""What Slack would refuse in an answer, and whether its buttons say what the grammar reads."""

from __future__ import annotations

from typing import Any

from bot.sandbox.validator import (
    MessageKind,
    Violation,
    check_acknowledgement,
    check_message,
    check_submission_response,
    check_view,
)
from handlers import register
from handlers.desk.answer import FormAnswer, Reply
from handlers.grammar.command import parse
from handlers.grammar.references import find_reference
from handlers.grammar.verbs import VerbFound, find_verb
from handlers.parts.message import Message
from handlers.parts.modals import View, reading
from handlers.parts.next_steps import AGAIN, verb_of
from handlers.words.translator import Translator
from tests.unit.handlers.material import GROUP, WORDS


def message_violations(message: Message, t: Translator | None = None) -> list[Violation]:
    """As an acknowledgement, through a response_url, posted, and in the modal that the Home tab opens."""
    words = t or WORDS.for_language(GROUP.languages[0])
    found: list[Violation] = []
    for in_channel in (False, True):
        payload = register._payload(Reply(message, in_channel=in_channel))
        found += check_acknowledgement(payload)
        found += check_message(payload | {"replace_original": False}, MessageKind.RESPONSE)
    return found + posted_violations(message) + check_view(reading(words, message.blocks))


def posted_violations(message: Message) -> list[Violation]:
    """As the delivery worker posts it."""
    return check_message({"text": message.text, "blocks": list(message.blocks)})


def view_violations(view: View) -> list[Violation]:
    """Opened, and where it takes the place of a submitted form."""
    answer = {"response_action": "update", "view": view}
    return check_view(view) + (check_submission_response(answer, view) if view["type"] == "modal" else [])


def form_violations(answer: FormAnswer, form: View) -> list[Violation]:
    """The answer to the submitted `form`; errors must be beside fields it has."""
    return check_submission_response(register._form_payload(answer), form)


def buttons(message: Message) -> list[dict[str, Any]]:
    return [
        element for block in message.blocks if block["type"] == "actions" for element in block["elements"]
    ]


def unreadable_buttons(message: Message) -> list[str]:
    """Lines of buttons that nobody could say."""
    return [button["value"] for button in buttons(message) if not _readable(button)]


def _readable(button: dict[str, Any]) -> bool:
    if verb_of(button["action_id"]) == AGAIN:
        return find_reference(button["value"]) is not None
    return isinstance(find_verb(parse(button["value"]).word), VerbFound)
