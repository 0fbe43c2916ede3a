"""Answers as Slack takes them."""

from __future__ import annotations

from typing import Any

from handlers.desk.answer import FieldErrors, FormAnswer, Reply


def payload(answer: Reply) -> dict[str, Any]:
    """The message of an acknowledgement or a response_url."""
    return whisper_payload(answer) | {"response_type": "in_channel" if answer.in_channel else "ephemeral"}


def whisper_payload(answer: Reply) -> dict[str, Any]:
    """The same as a message of its own, to the person alone."""
    return answer.message.arguments


def form_payload(answer: FormAnswer) -> dict[str, Any]:
    """What becomes of a form that was sent."""
    if isinstance(answer, FieldErrors):
        return {"response_action": "errors", "errors": dict(answer.errors)}
    return {"response_action": "update", "view": dict(answer.view)}
