"""chat.*: messages of the app."""

from dataclasses import replace

from bot.sandbox.acceptance import content_of, refuse, unsupported_blocks
from bot.sandbox.clock import parse_timestamp
from bot.sandbox.directory import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.messages import Content, Message
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.posting import Placing
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import MessageKind, check_message

_WRITE = ("chat:write",)
_JSON_ARGUMENTS = {
    "blocks": "invalid_blocks_format",
    "attachments": "invalid_attachments",
    "metadata": "invalid_metadata_format",
}
_TEXT_ARGUMENTS = ("text", "markdown_text", "thread_ts")
# https://docs.slack.dev/reference/scopes/chat.write.customize; without it Slack takes no notice of the name.
_CUSTOMIZE = "chat:write.customize"


def post_message(call: Call) -> JsonObject:
    channel = _writable(call, _addressed(call))
    payload = _payload(call)
    _check(call, payload, MessageKind.POST)
    thread = _thread(call, channel)
    if call.flag("reply_broadcast") and thread is None:
        raise SlackError("invalid_arguments", messages=["[ERROR] `reply_broadcast` needs `thread_ts`"])
    message = call.workspace.posting.post(
        channel,
        call.workspace.app.bot_user_id,
        content_of(payload),
        Placing(thread_ts=thread, broadcast=call.flag("reply_broadcast")),
    )
    call.workspace.payloads.accept("message", "chat.postMessage", payload)
    shown = call.workspace.rendering.for_app(message, metadata=True)
    return {"ok": True, "channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(call: Call) -> JsonObject:
    channel = _writable(call, call.channel())
    payload = _payload(call)
    _check(call, payload, MessageKind.EPHEMERAL)
    reader = call.text("user")
    if reader not in channel.members:
        raise SlackError("user_not_in_channel")
    thread = _thread(call, channel)
    shown = call.workspace.posting.whisper(channel, reader, content_of(payload), thread_ts=thread)
    call.workspace.payloads.accept("ephemeral", "chat.postEphemeral", payload)
    return {"ok": True, "message_ts": shown.ts}


def update(call: Call) -> JsonObject:
    channel = _writable(call, call.channel(), archived="is_inactive")
    message = _own_message(call, channel, call.text("ts"), "cant_update_message")
    payload = _payload(call)
    cleared = payload.get("metadata") == {}
    checked = {key: value for key, value in payload.items() if not (key == "metadata" and cleared)}
    _check(call, checked, MessageKind.UPDATE)
    content = _updated(message.content, content_of(checked), payload)
    changed = call.workspace.posting.edit(channel, message, content, marked="blocks" not in payload)
    call.workspace.payloads.accept("update", "chat.update", payload)
    shown = call.workspace.rendering.for_app(changed, metadata=True)
    return {"ok": True, "channel": channel.id, "ts": changed.ts, "text": content.text, "message": shown}


def _updated(old: Content, new: Content, payload: JsonObject) -> Content:
    """Blocks and attachments go when only text is given; metadata stays unless given.

    Source: https://docs.slack.dev/reference/methods/chat.update
    """
    kept = old.metadata if "metadata" not in payload else new.metadata
    if "text" not in payload and "blocks" not in payload and "markdown_text" not in payload:
        return replace(new, text=old.text, blocks=old.blocks, metadata=kept)
    if "text" not in payload:
        return replace(new, text=old.text, metadata=kept)
    return replace(new, metadata=kept)


def delete(call: Call) -> JsonObject:
    channel = _writable(call, call.channel())
    message = _own_message(call, channel, call.text("ts"), "cant_delete_message")
    call.workspace.posting.delete(channel, message)
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> JsonObject:
    channel = call.channel()
    message = call.workspace.messages.get(channel.id, call.text("message_ts"))
    if message is None:
        raise SlackError("message_not_found")
    return {"ok": True, "channel": channel.id, "permalink": permalink(call.workspace.team.domain, message)}


def permalink(domain: str, message: Message) -> str:
    address = f"https://{domain}.slack.com/archives/{message.channel}/p{message.ts.replace('.', '')}"
    return f"{address}?thread_ts={message.thread_ts}&cid={message.channel}" if message.thread_ts else address


def _payload(call: Call) -> JsonObject:
    """The arguments that make the message, JSON decoded; SlackError for text that is no JSON."""
    payload: JsonObject = {name: call.args[name] for name in _TEXT_ARGUMENTS if call.has(name)}
    if call.has("username") and _CUSTOMIZE in call.workspace.app.scopes:
        payload["username"] = call.args["username"]
    for name, error in _JSON_ARGUMENTS.items():
        value = call.structure(name, error)
        if value is not None:
            payload[name] = value
    return payload


def _check(call: Call, payload: JsonObject, kind: MessageKind) -> None:
    refuse([*check_message(payload, kind), *unsupported_blocks(payload, call.workspace.unsupported_blocks)])


def _addressed(call: Call) -> Channel:
    """The channel, or a member's direct message when a user id is given: only posting takes one.

    "ensure that this value is a DM ID (starts with `D`) instead of a User ID":
    https://docs.slack.dev/reference/methods/chat.update. SlackError `channel_not_found`.
    """
    directory = call.workspace.directory
    person = directory.person(call.text("channel"))
    return call.channel() if person is None or person.is_bot else directory.direct_message(person.id)


def _writable(call: Call, channel: Channel, archived: str = "is_archived") -> Channel:
    """The channel, where the app may write in it; SlackError `not_in_channel`, or `archived`."""
    if not call.workspace.directory.app_is_in(channel):
        raise SlackError("not_in_channel")
    if channel.is_archived:
        raise SlackError(archived)
    return channel


def _thread(call: Call, channel: Channel) -> str | None:
    """The first message's ts of the thread to write in; a reply's ts leads to its thread.

    A thread that is not there does not stop Slack: the message then stands where nobody sees it, so the local
    workspace refuses it.
    """
    ts = call.text("thread_ts")
    if not ts:
        return None
    parent = call.workspace.messages.get(channel.id, ts)
    if parent is None:
        raise SlackError("thread_not_found", messages=[f"[ERROR] no message {ts} in {channel.id}"])
    return parent.thread_ts or parent.ts


def _own_message(call: Call, channel: Channel, ts: str, not_own: str) -> Message:
    try:
        parse_timestamp(ts)
    except ValueError as reason:
        raise SlackError("message_not_found") from reason
    message = call.workspace.messages.get(channel.id, ts)
    if message is None or message.is_tombstone:
        raise SlackError("message_not_found")
    if not message.by_app:
        raise SlackError(not_own)
    return message


METHODS = (
    Method("chat.postMessage", post_message, Tier.POST, _WRITE, ("channel",)),
    Method("chat.postEphemeral", post_ephemeral, Tier.T4, _WRITE, ("channel", "user")),
    Method("chat.update", update, Tier.T3, _WRITE, ("channel", "ts")),
    Method("chat.delete", delete, Tier.T3, _WRITE, ("channel", "ts")),
    Method("chat.getPermalink", get_permalink, Tier.SPECIAL, required=("channel", "message_ts")),
)
