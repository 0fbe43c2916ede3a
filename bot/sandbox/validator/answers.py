"""How Slack's Web API words a refusal: the error code and `response_metadata.messages`."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.violations import Violation

#: Codes documented on the pages of chat.postMessage, chat.update, chat.postEphemeral and views.open.
_CODES: Mapping[str, str] = MappingProxyType(
    {
        Rule.MESSAGE_TEXT_REQUIRED: "no_text",
        Rule.MESSAGE_TEXT_MAX: "msg_too_long",
        Rule.MESSAGE_BLOCKS_FORMAT: "invalid_blocks_format",
        Rule.MESSAGE_BLOCKS_TEXT_MAX: "msg_blocks_too_long",
        Rule.MESSAGE_ATTACHMENTS_MAX: "too_many_attachments",
        Rule.MESSAGE_MARKDOWN_TEXT_CONFLICT: "markdown_text_conflict",
        Rule.METADATA_OBJECT: "invalid_metadata_format",
        Rule.METADATA_EVENT_TYPE_REQUIRED: "invalid_metadata_format",
        Rule.METADATA_EVENT_PAYLOAD_REQUIRED: "invalid_metadata_format",
        Rule.METADATA_MAX: "metadata_too_large",
        Rule.THREAD_TS_FORMAT: "invalid_thread_ts",
        Rule.VIEW_MAX: "view_too_large",
    }
)


def error_code(violations: Sequence[Violation]) -> str | None:
    """The `error` of Slack's answer, None when nothing is refused.

    A code of its own comes first; anything else in blocks is `invalid_blocks`, elsewhere `invalid_arguments`.
    """
    if not violations:
        return None
    for violation in violations:
        if violation.rule in _CODES:
            return _CODES[violation.rule]
    in_blocks = any(violation.path.startswith(("/blocks", "/attachments")) for violation in violations)
    return "invalid_blocks" if in_blocks else "invalid_arguments"


def error_messages(violations: Sequence[Violation]) -> list[str]:
    """`response_metadata.messages`, one line for each violation."""
    return [f"[ERROR] {violation.message} [json-pointer:{violation.path}]" for violation in violations]
