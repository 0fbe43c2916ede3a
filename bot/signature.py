"""Whether a request was signed by Slack (docs.slack.dev, verifying requests from Slack)."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import datetime

TOLERANCE_SECONDS = 300
"""A timestamp further away than this is a replay."""

VERSION = "v0"

_TIMESTAMP = re.compile("[0-9]{1,12}")
"""Seconds; a longer number is no time, and one of hundreds of digits is no float."""


def signed_by_slack(
    secret: str, timestamp: str | None, signature: str | None, body: bytes, now: datetime
) -> bool:
    """Whether the signature is right and fresh. Anything malformed is simply not signed."""
    if timestamp is None or signature is None or not _TIMESTAMP.fullmatch(timestamp):
        return False
    if abs(now.timestamp() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    base = f"{VERSION}:{timestamp}:".encode() + body
    expected = f"{VERSION}={hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()}"
    return hmac.compare_digest(expected.encode(), signature.encode(errors="replace"))
