"""Channels as people change them: who is in, names, ids, archiving; and what the app learns of it."""

from dataclasses import replace

from bot.sandbox.directory import SLACKBOT, Channel, Person
from bot.sandbox.entities import encode_message
from bot.sandbox.errors import PeopleError
from bot.sandbox.messages import Content
from bot.sandbox.notices import PREFIXES, join, write_archived, write_renamed
from bot.sandbox.people.access import actor, writable_channel
from bot.sandbox.people.names import VisibleNames
from bot.sandbox.people.requests import ChangeChannelId, InChannel, Invite, RenameChannel
from bot.sandbox.shapes import JsonObject
from bot.sandbox.wording import say
from bot.sandbox.workspace import Workspace

# Slack's own command, the same in every workspace.
INVITE = "/invite"


def invite_by_command(workspace: Workspace, person: Person, channel: Channel, text: str) -> JsonObject:
    """`/invite @handle`; PeopleError `user_not_found`. Of whoever is in already the person is told so."""
    handle = text.strip().removeprefix("@")
    invited = VisibleNames(workspace.directory, person.id).user_id(handle) if handle else None
    if invited is None:
        raise PeopleError(
            "user_not_found", f"{encode_message(text, VisibleNames(workspace.directory, person.id))}"
        )
    if invited in channel.members:
        told = say("already_here", person.locale, person=f"<@{invited}>")
        workspace.posting.whisper(channel, person.id, Content(text=told), author=SLACKBOT)
    else:
        _add(workspace, person, channel, invited)
    return {"ok": True, "status": None, "elapsed_ms": 0.0, "body": ""}


async def invite(workspace: Workspace, body: Invite) -> JsonObject:
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    if workspace.directory.person(body.user) is None:
        raise PeopleError("user_not_found", body.user)
    _add(workspace, person, channel, body.user)
    return {"ok": True}


async def archive(workspace: Workspace, body: InChannel) -> JsonObject:
    """Archive a channel; where it is a member, the app is told `channel_archive` or `group_archive`."""
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    if channel.kind == "im":
        raise PeopleError("method_not_supported_for_channel_type", channel.id)
    write_archived(workspace, channel, person.id)
    workspace.directory.change_channel(replace(channel, is_archived=True))
    workspace.stream.publish({"type": "channel", "channel": channel.id})
    if workspace.directory.app_is_in(channel):
        kind = f"{PREFIXES[channel.kind]}_archive"
        event = {"type": kind, "channel": channel.id, "user": person.id}
        workspace.events.send(kind, event | {"event_ts": workspace.timestamps.next()})
    return {"ok": True}


async def rename(workspace: Workspace, body: RenameChannel) -> JsonObject:
    """Give a channel another name; the app is told `channel_rename` or `group_rename`.

    PeopleError `name_taken`.
    """
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    if channel.kind == "im":
        raise PeopleError("method_not_supported_for_channel_type", channel.id)
    if any(other.name == body.name for other in workspace.directory.channels()):
        raise PeopleError("name_taken", body.name)
    renamed = replace(channel, name=body.name, previous_names=(*channel.previous_names, channel.name))
    workspace.directory.change_channel(renamed)
    workspace.stream.publish({"type": "channel", "channel": channel.id})
    write_renamed(workspace, renamed, person.id, channel.name)
    if workspace.directory.app_is_in(channel):
        kind = f"{PREFIXES[channel.kind]}_rename"
        facts = {"id": channel.id, "name": body.name, "created": 0}
        event_ts = workspace.timestamps.next()
        workspace.events.send(kind, {"type": kind, "channel": facts, "event_ts": event_ts})
    return {"ok": True}


async def change_channel_id(workspace: Workspace, body: ChangeChannelId) -> JsonObject:
    """Give a channel another id, as happens to shared ones; the app is told `channel_id_changed`."""
    directory = workspace.directory
    channel = directory.channel(body.channel)
    if channel is None or channel.kind == "im":
        raise PeopleError("channel_not_found", body.channel)
    if directory.channel(body.new_id) is not None:
        raise PeopleError("channel_taken", body.new_id)
    changed = directory.rename_channel_id(channel.id, body.new_id)
    workspace.messages.move(channel.id, changed.id)
    workspace.ephemerals.move(channel.id, changed.id)
    workspace.response_urls.move(channel.id, changed.id)
    workspace.stream.publish({"type": "channel", "channel": changed.id, "old_channel": channel.id})
    event = {"type": "channel_id_changed", "old_channel_id": channel.id, "new_channel_id": changed.id}
    workspace.events.send("channel_id_changed", event | {"event_ts": workspace.timestamps.next()})
    return {"ok": True}


def _add(workspace: Workspace, inviter: Person, channel: Channel, user: str) -> None:
    if channel.kind == "im":
        raise PeopleError("method_not_supported_for_channel_type", channel.id)
    if user in channel.members:
        raise PeopleError("already_in_channel", user)
    if workspace.directory.full_guest(user, channel):
        raise PeopleError("ura_max_channels", f"{user} is a guest of a single channel")
    join(workspace, channel, user, inviter.id)
