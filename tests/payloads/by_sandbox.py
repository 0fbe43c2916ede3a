"""The local workspace's validator over one payload."""

from __future__ import annotations

from bot.sandbox.payloads_kept import AcceptedPayload, PayloadKind
from bot.sandbox.validator import (
    MessageKind,
    Violation,
    check_acknowledgement,
    check_message,
    check_suggestions,
    check_view,
)
from tests.payloads.complaint import Checker, Complaint

_MESSAGES: dict[PayloadKind, MessageKind] = {
    "message": MessageKind.POST,
    "ephemeral": MessageKind.EPHEMERAL,
    "update": MessageKind.UPDATE,
    "response": MessageKind.RESPONSE,
}


def complaints(sent: AcceptedPayload) -> list[Complaint]:
    return [
        Complaint(Checker.SANDBOX, sent.kind, f"{violation.path} {violation.rule}: {violation.message}")
        for violation in _violations(sent)
    ]


def _violations(sent: AcceptedPayload) -> list[Violation]:
    """Errors beside the fields of a form need the form: `tests.integration.watch` has it."""
    if sent.kind == "acknowledgement":
        return check_acknowledgement(sent.payload)
    if sent.kind == "view":
        return check_view(sent.payload)
    if sent.kind == "submission_response":
        return check_view(sent.payload["view"]) if "view" in sent.payload else []
    if sent.kind == "suggestions":
        return check_suggestions(sent.payload)
    return check_message(sent.payload, _MESSAGES[sent.kind])
