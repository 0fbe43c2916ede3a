"""`slackblocks` over one payload: rebuilt from its classes, and written again without a loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import slackblocks as library

from bot.sandbox.payloads_kept import AcceptedPayload
from tests.payloads.complaint import Checker, Complaint, Json, difference
from tests.payloads.slackblocks_reader import UnknownKindError, block_of, option_of, view_of

MISSHAPEN = (library.InvalidUsageError, TypeError, AttributeError, KeyError, ValueError)
"""What the classes raise over arguments that are not of their shape."""
_POSTED = frozenset({"message", "ephemeral", "update"})


def complaints(sent: AcceptedPayload) -> list[Complaint]:
    return list(_complaints(sent))


def _complaints(sent: AcceptedPayload) -> Iterator[Complaint]:
    payload = sent.payload
    if sent.kind == "suggestions":
        for option in payload.get("options", []):
            yield from _against("option", option, option_of)
    elif sent.kind == "view":
        yield from _blocks_and_whole(payload["type"], payload, view_of)
    elif sent.kind == "submission_response":
        if "view" in payload:
            yield from _blocks_and_whole(payload["view"]["type"], payload["view"], view_of)
    else:
        yield from _blocks_and_whole("message", payload, _posted if sent.kind in _POSTED else _answered)


def _blocks_and_whole(kind: str, sent: Json, build: Callable[[Json], Any]) -> Iterator[Complaint]:
    """Each block for itself; then the whole, with those blocks that the library takes."""
    taken: list[Json] = []
    for block in sent.get("blocks", []):
        against = list(_against(block.get("type", ""), block, block_of))
        taken += [] if against else [block]
        yield from against
    yield from _against(kind, sent | ({"blocks": taken} if "blocks" in sent else {}), build)


def _posted(sent: Json) -> library.Message:
    parts = _parts(sent, ("text", "thread_ts", "metadata", "unfurl_links", "unfurl_media"))
    return library.Message(channel="C1", mrkdwn=False, **parts)


def _answered(sent: Json) -> library.WebhookMessage | library.MessageResponse:
    """Only what answers an interaction knows threads."""
    if "thread_ts" in sent:
        alone = {"ephemeral": sent["response_type"] == "ephemeral"} if "response_type" in sent else {}
        parts = _parts(sent, ("text", "thread_ts", "replace_original"))
        return library.MessageResponse(mrkdwn=False, **parts, **alone)
    names = ("text", "response_type", "replace_original", "delete_original", "metadata")
    return library.WebhookMessage(**_parts(sent, names))


def _parts(sent: Json, names: tuple[str, ...]) -> dict[str, Any]:
    """What the class takes of a message; the blocks are built, what else there is counts as a loss."""
    blocks = {"blocks": [block_of(block) for block in sent["blocks"]]} if sent.get("blocks") else {}
    return {name: sent[name] for name in names if name in sent} | blocks


def _against(kind: str, sent: Json, build: Callable[[Json], Any]) -> Iterator[Complaint]:
    try:
        written = build(sent)._resolve()
    except UnknownKindError as error:
        yield Complaint(Checker.SLACKBLOCKS, str(error), "unknown")
        return
    except MISSHAPEN as error:
        yield Complaint(Checker.SLACKBLOCKS, kind, str(error) or type(error).__name__)
        return
    written = {name: part for name, part in written.items() if name != "channel" or "channel" in sent}
    lost = difference(sent, written)
    if lost:
        yield Complaint(Checker.SLACKBLOCKS, kind, f"differs at {lost}")
