"""What Slack itself writes in a channel when people join, rename or archive: rows that no person wrote.

Source: https://docs.slack.dev/reference/events/message (channel_join, channel_name, channel_archive, and
group_… for private channels).
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.sandbox.directory import Channel
from bot.sandbox.messages import Content, Message
from bot.sandbox.posting import Placing
from bot.sandbox.shapes import JsonObject
from bot.sandbox.subscriptions import READ_SCOPES
from bot.sandbox.workspace import Workspace

PREFIXES: Mapping[str, str] = MappingProxyType({"public": "channel", "private": "group"})
"""Of events and rows, by kind of channel."""


def join(workspace: Workspace, channel: Channel, user: str, inviter: str | None = None) -> Channel:
    """Take somebody in; the channel shows it, and the app is told where it is a member, of itself too."""
    joined = replace(channel, members=channel.members | {user})
    workspace.directory.change_channel(joined)
    workspace.stream.publish({"type": "channel", "channel": channel.id})
    by: JsonObject = {} if inviter is None else {"inviter": inviter}
    _write(workspace, joined, user, "join", f"<@{user}> has joined the channel", by)
    if workspace.directory.app_is_in(joined):
        event: JsonObject = {
            "type": "member_joined_channel",
            "user": user,
            "channel": channel.id,
            "channel_type": "C" if channel.kind == "public" else "G",
            "team": workspace.team.id,
            **by,
            "event_ts": workspace.timestamps.next(),
        }
        workspace.events.send("member_joined_channel", event, scope=READ_SCOPES[channel.kind])
    return joined


def write_renamed(workspace: Workspace, renamed: Channel, user: str, old: str) -> None:
    text = f'<@{user}> has renamed the channel from "{old}" to "{renamed.name}"'
    _write(workspace, renamed, user, "name", text, {"old_name": old, "name": renamed.name})


def write_archived(workspace: Workspace, channel: Channel, user: str) -> None:
    facts: JsonObject = {"members": sorted(channel.members)}
    _write(workspace, channel, user, "archive", f"<@{user}> archived the channel", facts)


def _write(
    workspace: Workspace, channel: Channel, user: str, what: str, text: str, facts: JsonObject
) -> Message:
    subtype = f"{PREFIXES[channel.kind]}_{what}"
    return workspace.posting.post(channel, user, Content(text=text), Placing(subtype=subtype, facts=facts))
