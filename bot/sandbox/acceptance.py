"""What the app sends, checked by the validator and turned into what the workspace keeps."""

from collections.abc import Collection, Mapping, Sequence

from bot.sandbox.blocks import named_blocks
from bot.sandbox.errors import PeopleError, SlackError
from bot.sandbox.messages import Content
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import Rule, Violation, cut_text, error_code, error_messages, message_blocks


def refuse(violations: Sequence[Violation]) -> None:
    """SlackError with the code and messages of the Web API, when there is a violation."""
    code = error_code(violations)
    if code is not None:
        messages = error_messages(violations)
        raise SlackError(
            code,
            messages=messages,
            facts={"errors": messages} if code == "invalid_blocks" else None,
            violations=described(violations),
        )


def fail(code: str, detail: str, violations: Sequence[Violation]) -> None:
    """PeopleError, when the app's answer to a person has a violation."""
    if violations:
        raise PeopleError(code, detail, violations=described(violations))


def described(violations: Sequence[Violation]) -> list[dict[str, str]]:
    return [{"path": v.path, "rule": str(v.rule), "message": v.message} for v in violations]


def unsupported_blocks(payload: object, types: Collection[str]) -> list[Violation]:
    """A violation for each block of a type that this workspace does not know yet, in attachments too."""
    if not types or not isinstance(payload, Mapping):
        return []
    return [
        block.place.violation(Rule.BLOCK_UNKNOWN, f"unsupported type: {block.kind}")
        for block in message_blocks(payload)
        if block.kind in types
    ]


def content_of(payload: Mapping[str, object]) -> Content:
    """The content of a message that the validator accepted."""
    metadata = payload.get("metadata")
    markdown = payload.get("markdown_text")
    blocks = _objects(payload.get("blocks"))
    if isinstance(markdown, str) and markdown:
        blocks = [{"type": "markdown", "text": markdown}]
    text = payload.get("text")
    username = payload.get("username")
    return Content(
        text=cut_text(text if isinstance(text, str) else ""),
        blocks=named_blocks(blocks),
        attachments=[_named(each) for each in _objects(payload.get("attachments"))],
        metadata=dict(metadata) if isinstance(metadata, Mapping) and metadata else None,
        username=username if isinstance(username, str) else None,
    )


def _named(attachment: JsonObject) -> JsonObject:
    return (
        attachment | {"blocks": named_blocks(_objects(attachment["blocks"]))}
        if "blocks" in attachment
        else attachment
    )


def _objects(value: object) -> list[JsonObject]:
    return [dict(item) for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
