"""Answers as Slack takes them."""

from __future__ import annotations

from typing import Any

from handlers.desk.answer import FieldErrors, FormAnswer, Reply
from handlers.parts.limits import MESSAGE_TEXT_AIM
from handlers.words.slack_text import cut


def payload(answer: Reply) -> dict[str, Any]:
    """The message of an acknowledgement or a response_url."""
    return {
        "text": cut(answer.message.text, MESSAGE_TEXT_AIM),
        "blocks": list(answer.message.blocks),
        "response_type": "in_channel" if answer.in_channel else "ephemeral",
    }


def form_payload(answer: FormAnswer) -> dict[str, Any]:
    """What becomes of a form that was sent."""
    if isinstance(answer, FieldErrors):
        return {"response_action": "errors", "errors": dict(answer.errors)}
    return {"response_action": "update", "view": dict(answer.view)}
