"""`slack_sdk.models` over one payload: read into its objects, validated, and written again without a loss."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.models.blocks import Block, Option, OptionGroup
from slack_sdk.models.views import View

from bot.sandbox.payloads_kept import AcceptedPayload
from tests.payloads.complaint import Checker, Complaint, Json, difference

MISSHAPEN = (SlackObjectFormationError, TypeError, AttributeError, KeyError, ValueError)
"""What the models raise over objects that are not of their shape."""


def complaints(sent: AcceptedPayload) -> list[Complaint]:
    payload = sent.payload
    if sent.kind == "suggestions":
        return [
            *_read("option", payload.get("options", []), lambda option: Option(**option)),
            *_read("option_group", payload.get("option_groups", []), lambda group: OptionGroup(**group)),
        ]
    view = payload.get("view") if sent.kind == "submission_response" else payload
    if view is None:
        return []
    found = [_against(block.get("type", ""), block, Block.parse) for block in view.get("blocks", [])]
    if sent.kind in {"view", "submission_response"}:
        # Its blocks were read one by one.
        found.append(_against(view["type"], {**view, "blocks": [{"type": "divider"}]}, lambda v: View(**v)))
    return [complaint for complaint in found if complaint is not None]


def _read(kind: str, objects: Sequence[Json], read: Callable[[Json], JsonObject]) -> Iterator[Complaint]:
    for each in objects:
        complaint = _against(kind, each, read)
        if complaint is not None:
            yield complaint


def _against(kind: str, sent: Json, read: Callable[[Json], JsonObject | None]) -> Complaint | None:
    try:
        model = read(copy.deepcopy(sent))
        if model is None:
            return Complaint(Checker.SLACK_SDK, kind, "unknown")
        lost = difference(sent, model.to_dict())
    except MISSHAPEN as error:
        return Complaint(Checker.SLACK_SDK, kind, str(error) or type(error).__name__)
    return Complaint(Checker.SLACK_SDK, kind, f"differs at {lost}") if lost else None
