"""conversations.history and conversations.replies."""

from dataclasses import dataclass

from bot.sandbox.clock import as_timestamp, parse_timestamp
from bot.sandbox.directory import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import COMMERCIAL_PAGE, Tier
from bot.sandbox.messages import Message
from bot.sandbox.methods.call import HISTORY_SCOPES, Call, Method
from bot.sandbox.methods.paging import page, read_cursor, write_cursor
from bot.sandbox.shapes import JsonObject

# Defaults and maxima: https://docs.slack.dev/reference/methods/conversations.history, conversations.replies
HISTORY_PAGE = 100
REPLIES_PAGE = 1000
LARGEST_PAGE = 999

_BEFORE = "before"


@dataclass(frozen=True, slots=True)
class _Span:
    """Between two timestamps, both excluded."""

    after: str
    before: str


def conversations_history(call: Call) -> JsonObject:
    channel = _readable(call)
    span = _span(call)
    # A cursor names a message, so that pages neither skip nor repeat when others write meanwhile.
    before = min(span.before, read_cursor(call, _BEFORE) or span.before)
    size = _page_size(call, HISTORY_PAGE, LARGEST_PAGE)
    newest, more = call.workspace.messages.newest(channel.id, before, span.after, size)
    answer: JsonObject = {
        "ok": True,
        "messages": [_shown(call, message) for message in newest],
        "has_more": more,
        "pin_count": 0,
    }
    if more:
        answer["response_metadata"] = {"next_cursor": write_cursor(_BEFORE, newest[-1].ts)}
    return answer


def conversations_replies(call: Call) -> JsonObject:
    """The thread from its first message on; of a reply's ts, the reply's thread."""
    channel = _readable(call)
    log = call.workspace.messages
    named = log.get(channel.id, call.text("ts"))
    if named is None or named.ts >= call.workspace.history_horizon():
        raise SlackError("thread_not_found")
    first = log.get(channel.id, named.thread_ts or named.ts)
    if first is None:
        raise SlackError("thread_not_found")
    span = _span(call)
    replies = log.replies(channel.id, first.ts, span.after, span.before)
    found, metadata = page(call, [first, *replies], _page_size(call, REPLIES_PAGE, REPLIES_PAGE))
    more = bool(metadata["next_cursor"])
    answer: JsonObject = {
        "ok": True,
        "messages": [_shown(call, message) for message in found],
        "has_more": more,
    }
    return answer | {"response_metadata": metadata} if more else answer


def _page_size(call: Call, default: int, most: int) -> int:
    size = call.limit(default, most)
    return min(size, COMMERCIAL_PAGE) if call.workspace.commercial_distribution else size


def _readable(call: Call) -> Channel:
    """SlackError `missing_scope`, `channel_not_found`, `not_in_channel`."""
    call.need_any_scope(HISTORY_SCOPES)
    channel = call.channel()
    call.need_scope(HISTORY_SCOPES[channel.kind])
    if not call.workspace.directory.app_is_in(channel):
        raise SlackError("not_in_channel")
    return channel


def _span(call: Call) -> _Span:
    """What `oldest`, `latest` and `inclusive` ask for, as far as the history is there already."""
    inclusive = int(call.flag("inclusive"))
    oldest, latest = _micros(call, "oldest"), _micros(call, "latest")
    after = "" if oldest is None else as_timestamp(oldest - inclusive) if oldest else ""
    before = "~" if latest is None else as_timestamp(latest + inclusive)
    return _Span(after=after, before=min(before, call.workspace.history_horizon()))


def _micros(call: Call, name: str) -> int | None:
    sent = call.text(name)
    if not sent or sent == "now":
        return None
    try:
        return parse_timestamp(sent)
    except ValueError as reason:
        raise SlackError(f"invalid_ts_{name}") from reason


def _shown(call: Call, message: Message) -> JsonObject:
    return call.workspace.rendering.for_app(message, metadata=call.flag("include_all_metadata"))


METHODS = (
    Method("conversations.history", conversations_history, Tier.T3, required=("channel",)),
    Method("conversations.replies", conversations_replies, Tier.T3, required=("channel", "ts")),
)
