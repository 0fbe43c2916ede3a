"""Signatures of requests to the app: HMAC-SHA256 over `v0:timestamp:body`.

Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import hashlib
import hmac

SIGNATURE_VERSION = "v0"


def signature(secret: str, timestamp: int, body: bytes) -> str:
    base = b":".join([SIGNATURE_VERSION.encode(), str(timestamp).encode(), body])
    return f"{SIGNATURE_VERSION}={hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()}"


def signed_headers(secret: str, timestamp: int, body: bytes) -> dict[str, str]:
    """Headers of a request sent at `timestamp` (seconds since the epoch, real time)."""
    return {
        "X-Slack-Request-Timestamp": str(timestamp),
        "X-Slack-Signature": signature(secret, timestamp, body),
    }
