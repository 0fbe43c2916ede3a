"""reactions.*: emoji under messages."""

from bot.sandbox.clock import parse_timestamp
from bot.sandbox.directory import Channel
from bot.sandbox.emoji import is_emoji
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.messages import Message
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.shapes import JsonObject

# https://docs.slack.dev/reference/methods/reactions.add names the limit (`too_many_emoji`) without a figure.
MAX_EMOJI = 50


def reactions_add(call: Call) -> JsonObject:
    channel, message = _target(call)
    name, bot = call.text("name").strip(":"), call.workspace.app.bot_user_id
    if not is_emoji(name):
        raise SlackError("invalid_name")
    users = message.reactions.get(name, ())
    if bot in users:
        raise SlackError("already_reacted")
    if not users and len(message.reactions) >= MAX_EMOJI:
        raise SlackError("too_many_emoji")
    call.workspace.posting.react(channel, message, name, (*users, bot))
    return {"ok": True}


def reactions_remove(call: Call) -> JsonObject:
    channel, message = _target(call)
    name, bot = call.text("name").strip(":"), call.workspace.app.bot_user_id
    users = message.reactions.get(name, ())
    if bot not in users:
        raise SlackError("no_reaction")
    call.workspace.posting.react(channel, message, name, tuple(user for user in users if user != bot))
    return {"ok": True}


def _target(call: Call) -> tuple[Channel, Message]:
    channel = call.channel()
    if not call.workspace.directory.app_is_in(channel):
        raise SlackError("not_in_channel")
    if channel.is_archived:
        raise SlackError("is_archived")
    try:
        parse_timestamp(call.text("timestamp"))
    except ValueError as reason:
        raise SlackError("bad_timestamp") from reason
    message = call.workspace.messages.get(channel.id, call.text("timestamp"))
    if message is None or message.is_tombstone:
        raise SlackError("message_not_found")
    return channel, message


_REQUIRED = ("channel", "name", "timestamp")
METHODS = (
    Method("reactions.add", reactions_add, Tier.T3, ("reactions:write",), _REQUIRED),
    Method("reactions.remove", reactions_remove, Tier.T2, ("reactions:write",), _REQUIRED),
)
