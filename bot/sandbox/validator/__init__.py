"""What Slack accepts: pure functions over decoded JSON that answer with violations and never raise."""

from bot.sandbox.validator.advice import advise_message
from bot.sandbox.validator.answers import error_code, error_messages
from bot.sandbox.validator.messages import (
    MessageKind,
    check_acknowledgement,
    check_message,
    cut_text,
    message_blocks,
)
from bot.sandbox.validator.responses import check_submission_response, check_suggestions
from bot.sandbox.validator.rules import Advice, Rule
from bot.sandbox.validator.surfaces import Surface
from bot.sandbox.validator.views import check_view
from bot.sandbox.validator.violations import Violation

__all__ = [
    "Advice",
    "MessageKind",
    "Rule",
    "Surface",
    "Violation",
    "advise_message",
    "check_acknowledgement",
    "check_message",
    "check_submission_response",
    "check_suggestions",
    "check_view",
    "cut_text",
    "error_code",
    "error_messages",
    "message_blocks",
]
