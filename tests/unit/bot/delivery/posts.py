"""What the tests of Slack's side share: a delivery, its parts and its mark."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.delivery import Delivery, DeliveryState, Part, Payload
from tests.fakes.deliveries import stored

BEGUN_AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
PAYLOAD = Payload({"text": "rich", "blocks": [{"type": "divider"}]}, {"text": "plain", "unfurl_links": False})
FIRST = Part(position=0, payload=PAYLOAD, begun_at=BEGUN_AT)
ROOT = Part(position=0, payload=PAYLOAD, begun_at=BEGUN_AT, ts="1.000001")
SECOND = Part(position=1, payload=PAYLOAD, begun_at=BEGUN_AT)


def delivery(*parts: Part) -> Delivery:
    return stored(*parts, due_at=BEGUN_AT, state=DeliveryState.SENDING, id=7, attempts=1)


ONE = delivery(FIRST)
METADATA = {
    "event_type": "rapporteur_delivery",
    "event_payload": {"delivery": "digest:T1/1/D-1:2026-11-23", "part": 0},
}

HTML = b"<!DOCTYPE html><html>moment</html>"
