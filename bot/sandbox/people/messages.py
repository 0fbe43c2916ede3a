"""Messages of people: writing, correcting, deleting, reacting, reading."""

from bisect import bisect_left

from bot.sandbox.directory import Channel
from bot.sandbox.emoji import is_emoji
from bot.sandbox.entities import encode_message
from bot.sandbox.errors import PeopleError
from bot.sandbox.messages import Content, Message
from bot.sandbox.people.access import actor, message_in, readable_channel, writable_channel
from bot.sandbox.people.names import VisibleNames
from bot.sandbox.people.requests import DeleteMessage, EditMessage, React, Read, TypeMessage
from bot.sandbox.posting import Placing
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace

# What Slack's client lets a person send in one message.
# https://slack.com/help/articles/360036486773 (12,000 characters)
MESSAGE_MAX = 12_000


async def read_messages(workspace: Workspace, body: Read) -> JsonObject:
    """Oldest first; `has_more` says whether there are older ones than those asked for."""
    person = actor(workspace, body.person)
    channel = readable_channel(workspace, person, body.channel)
    found, has_more = _found(workspace, channel, body)
    since = found[0].ts if has_more and found else ""
    shown = [workspace.rendering.for_people(message) for message in found]
    shown += [
        workspace.rendering.ephemeral(ephemeral)
        for ephemeral in workspace.ephemerals.of(person.id, channel.id)
        if ephemeral.thread_ts == body.thread_ts and ephemeral.ts >= since
    ]
    messages = sorted(shown, key=lambda message: str(message["ts"]))
    return {"ok": True, "messages": messages, "has_more": has_more}


def _found(workspace: Workspace, channel: Channel, body: Read) -> tuple[list[Message], bool]:
    """What of the channel or thread is asked for, oldest first, and whether there is more before it."""
    log = workspace.messages
    if body.thread_ts is not None:
        first = message_in(workspace, channel, body.thread_ts)
        return [first, *log.replies(channel.id, body.thread_ts)], False
    timeline = log.timeline(channel.id)
    start = 0
    if body.oldest is not None:
        start = bisect_left(timeline, body.oldest, key=lambda message: message.ts)
    elif body.limit is not None:
        start = max(0, len(timeline) - body.limit)
    return timeline[start:], start > 0


async def type_message(workspace: Workspace, body: TypeMessage) -> JsonObject:
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    content = _content(workspace, person.id, body.text)
    thread_ts = body.thread_ts
    if thread_ts is not None:
        parent = message_in(workspace, channel, thread_ts)
        thread_ts = parent.thread_ts or parent.ts
    message = workspace.posting.post(channel, person.id, content, Placing(thread_ts=thread_ts))
    return {"ok": True, "ts": message.ts}


async def edit_message(workspace: Workspace, body: EditMessage) -> JsonObject:
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    message = _own(message_in(workspace, channel, body.ts), person.id, "cant_update_message")
    content = _content(workspace, person.id, body.text)
    workspace.posting.edit(channel, message, content, marked=True)
    return {"ok": True, "ts": message.ts}


async def delete_message(workspace: Workspace, body: DeleteMessage) -> JsonObject:
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    message = _own(message_in(workspace, channel, body.ts), person.id, "cant_delete_message")
    workspace.posting.delete(channel, message)
    return {"ok": True}


async def react(workspace: Workspace, body: React) -> JsonObject:
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    message = message_in(workspace, channel, body.ts)
    if message.is_tombstone:
        raise PeopleError("message_not_found", f"{body.ts} was deleted")
    if not is_emoji(body.name):
        raise PeopleError("invalid_name", body.name)
    users = tuple(user for user in message.reactions.get(body.name, ()) if user != person.id)
    workspace.posting.react(channel, message, body.name, users if body.remove else (*users, person.id))
    return {"ok": True}


def _content(workspace: Workspace, person: str, text: str) -> Content:
    """PeopleError `no_text`, `msg_too_long`."""
    if not text.strip():
        raise PeopleError("no_text")
    if len(text) > MESSAGE_MAX:
        raise PeopleError("msg_too_long", f"{len(text)} of {MESSAGE_MAX} characters")
    return Content(text=encode_message(text, VisibleNames(workspace.directory, person)), typed=text)


def _own(message: Message, person: str, code: str) -> Message:
    if message.author != person or message.by_app or message.is_notice:
        raise PeopleError(code, message.ts)
    return message
