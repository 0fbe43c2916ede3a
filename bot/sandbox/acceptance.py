"""What the app sends, checked by the validator and turned into what the workspace keeps."""

from collections.abc import Collection, Mapping, Sequence

from bot.sandbox.blocks import named_blocks
from bot.sandbox.errors import PeopleError, SlackError
from bot.sandbox.messages import Content
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import Rule, Violation, cut_text, error_code, error_messages


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
    """A violation for each block of a type that this workspace does not know yet."""
    blocks = payload.get("blocks") if isinstance(payload, Mapping) else None
    if not types or not isinstance(blocks, list):
        return []
    return [
        Violation(f"/blocks/{index}", Rule.BLOCK_UNKNOWN, f"unsupported type: {block['type']}")
        for index, block in enumerate(blocks)
        if isinstance(block, Mapping) and block.get("type") in types
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
        attachments=_objects(payload.get("attachments")),
        metadata=dict(metadata) if isinstance(metadata, Mapping) and metadata else None,
        username=username if isinstance(username, str) else None,
    )


def _objects(value: object) -> list[JsonObject]:
    return [dict(item) for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
