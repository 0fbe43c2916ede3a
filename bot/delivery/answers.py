"""What Slack's answers mean: accepted, refused for now or for good, or nobody knows.

Codes: docs.slack.dev/reference/methods/chat.postMessage and conversations.history, with the errors common to
every method. What is not listed here is not trusted to mean "not posted".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ConnectionTimeoutError
from slack_sdk.errors import SlackApiError

from bot.told import code_told
from domain.sending import (
    Accepted,
    Ambiguous,
    Answer,
    BlocksRefused,
    Obscured,
    Permanent,
    RateLimited,
    Shut,
    Transient,
    Unreadable,
)

TRANSPORT_ERRORS = (SlackApiError, ClientError, TimeoutError, OSError, AttributeError, ValueError)
"""What a call of slack_sdk raises when there is no good answer. AttributeError: a text body with status 200,
which its `validate` takes for a dict; ValueError: bytes that are not the encoding they claim."""

RETRY_AFTER_DEFAULT = timedelta(seconds=30)
"""When a 429 does not say how long."""
RETRY_AFTER_MAX = timedelta(hours=1)

_RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})
_BLOCKS_REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
NOT_INSTALLED = "not_installed"
"""Our own word: there is no token."""
NO_ENTRANCE = frozenset({NOT_INSTALLED, "account_inactive", "invalid_auth", "not_authed", "token_revoked"})
"""A token that is good for nothing: often only until somebody installs the app anew or gives another one."""
_TRANSIENT = frozenset(
    {
        "accesslimited",
        "message_limit_exceeded",
        "org_login_required",
        "request_timeout",  # "the POST data was either missing or truncated": nothing was posted
        "team_added_to_org",
        "token_expired",
    }
)
_NO_ACCESS = frozenset(
    {
        "access_denied",
        "channel_is_limited_access",
        "channel_not_found",
        "enterprise_is_restricted",
        "is_archived",
        "method_not_supported_for_channel_type",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_in_channel",
        "team_access_not_granted",
        "team_not_found",
        "two_factor_setup_required",
    }
)
_NO_HISTORY = _NO_ACCESS | {"thread_not_found"}
_PERMANENT = _NO_HISTORY | {
    "as_user_not_supported",
    "attachment_payload_limit_exceeded",
    "cannot_reply_to_message",
    "deprecated_endpoint",
    "ekm_access_denied",
    "invalid_arg_name",
    "invalid_arguments",
    "invalid_array_arg",
    "invalid_charset",
    "invalid_form_data",
    "invalid_json",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "invalid_post_type",
    "is_inactive",
    "json_not_object",
    "markdown_text_conflict",
    "messages_tab_disabled",
    "metadata_must_be_sent_from_app",
    "metadata_too_large",
    "method_deprecated",
    "missing_post_type",
    "msg_too_long",
    "no_text",
    "restricted_action",
    "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel",
    "restricted_action_thread_locked",
    "restricted_action_thread_only_channel",
    "too_many_attachments",
    "unknown_method",
    "user_not_found",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer. `code` is its error code; None when the body is not Slack's JSON, or names none."""

    status: int
    code: str | None
    retry_after: timedelta | None

    @property
    def name(self) -> str:
        """The code, else the status: what is stored and logged."""
        return self.code or f"http_{self.status}"


def posted(body: object) -> Answer:
    """What the body of a successful answer to chat.postMessage or chat.postEphemeral means."""
    ts = (body.get("ts") or body.get("message_ts")) if isinstance(body, dict) else None
    return Accepted(ts) if isinstance(ts, str) and ts else Ambiguous("no_ts")


def post_failed(error: Exception) -> Answer:
    """What an error during chat.postMessage means; one of TRANSPORT_ERRORS."""
    if not isinstance(error, SlackApiError):
        never_left = isinstance(error, ClientConnectorError | ConnectionTimeoutError)
        name = type(error).__name__
        return Transient(name) if never_left else Ambiguous(name)
    reply = read_reply(error)
    if reply.status == HTTPStatus.TOO_MANY_REQUESTS or reply.code in _RATE_LIMITED:
        return RateLimited(reply.retry_after or RETRY_AFTER_DEFAULT)
    if reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR or reply.code is None:
        return Ambiguous(reply.name)
    return _named(reply.code)


def _named(code: str) -> Answer:
    """What Slack's word for an error means."""
    if code in _BLOCKS_REFUSED:
        return BlocksRefused(code)
    if code in NO_ENTRANCE:
        return Shut(code)
    if code in _PERMANENT:
        return Permanent(code)
    return Transient(code) if code in _TRANSIENT else Ambiguous(code)


def not_begun(error: Exception) -> Answer:
    """The same for an error before the post itself: nothing can stand in the channel."""
    answer = post_failed(error)
    return Transient(answer.why) if isinstance(answer, Ambiguous) else answer


def look_failed(error: Exception) -> Obscured | Unreadable:
    """What an error while reading the history means; one of TRANSPORT_ERRORS."""
    if not isinstance(error, SlackApiError):
        return Obscured(type(error).__name__)
    reply = read_reply(error)
    if reply.status == HTTPStatus.TOO_MANY_REQUESTS or reply.code in _RATE_LIMITED:
        return Obscured(reply.name, reply.retry_after or RETRY_AFTER_DEFAULT)
    if reply.status < HTTPStatus.INTERNAL_SERVER_ERROR and reply.code in _NO_HISTORY:
        return Unreadable(reply.code or reply.name)
    return Obscured(reply.name)


def read_reply(error: SlackApiError) -> Reply:
    """The answer inside the error: slack_sdk's, or aiohttp's where the body was no JSON at all."""
    response: Any = error.response
    status: int = response.status_code if hasattr(response, "status_code") else response.status
    body = getattr(response, "data", None)
    code = code_told(body.get("error")) if isinstance(body, dict) else None
    headers = getattr(response, "headers", None) or {}
    return Reply(status, code, _seconds(headers.get("Retry-After")))


def date_of(headers: Mapping[str, Any]) -> datetime | None:
    """When the answer set out, by Slack's clock (`Date`, RFC 9110); None where it does not say so."""
    try:
        found = parsedate_to_datetime(headers["Date"])
    except (KeyError, TypeError, ValueError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _seconds(written: object) -> timedelta | None:
    """Slack writes whole seconds; a date or nonsense counts as nothing said."""
    if not isinstance(written, str) or not written.strip().isdecimal():
        return None
    return min(timedelta(seconds=max(1, int(written.strip()[:9]))), RETRY_AFTER_MAX)
