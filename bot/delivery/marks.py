"""The mark every delivered message carries in its metadata, by which a look into the history knows it.

Slack has no idempotency key for chat.postMessage; message metadata is what it keeps of ours
(docs.slack.dev/messaging/message-metadata).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.delivery import Delivery, Part

EVENT_TYPE = "rapporteur_delivery"


def mark_of(delivery: Delivery, part: Part) -> dict[str, Any]:
    """The metadata of one part. The key, not the row's id: a restored database counts ids anew."""
    return {
        "event_type": EVENT_TYPE,
        "event_payload": {"delivery": delivery.key, "part": part.position},
    }


def thread_of(delivery: Delivery, part: Part) -> str | None:
    """The thread that the part stands in: its own, else for later parts that of the first."""
    own = part.payload.rich.get("thread_ts")
    root = delivery.parts[0]
    return str(own) if own else root.ts if root.position != part.position else None


def bears(message: Mapping[str, Any], mark: Mapping[str, Any]) -> bool:
    """Whether a message of the history carries the mark; Slack may add to a payload, never take away."""
    metadata = message.get("metadata")
    if not isinstance(metadata, dict) or metadata.get("event_type") != mark["event_type"]:
        return False
    payload = metadata.get("event_payload")
    wanted: Mapping[str, Any] = mark["event_payload"]
    return isinstance(payload, dict) and all(payload.get(key) == value for key, value in wanted.items())
