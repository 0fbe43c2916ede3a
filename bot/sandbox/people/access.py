"""Who may act where: people and channels as the routes for people see them."""

from bot.sandbox.directory import Channel, Person
from bot.sandbox.errors import PeopleError
from bot.sandbox.messages import Ephemeral, Message
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace


def actor(workspace: Workspace, user_id: str) -> Person:
    """PeopleError `user_not_found`, `user_deactivated`."""
    person = workspace.directory.person(user_id)
    if person is None or person.is_bot:
        raise PeopleError("user_not_found", user_id)
    if person.deleted:
        raise PeopleError("user_deactivated", user_id)
    return person


def readable_channel(workspace: Workspace, person: Person, channel_id: str) -> Channel:
    """PeopleError `channel_not_found`; the direct message with the app is opened on demand."""
    direct = f"D{person.id[1:]}"
    if channel_id in (direct, workspace.app.bot_user_id):
        return workspace.directory.direct_message(person.id)
    channel = workspace.directory.channel(channel_id)
    if channel is None or not workspace.directory.sees(person.id, channel):
        raise PeopleError("channel_not_found", channel_id)
    return channel


def writable_channel(workspace: Workspace, person: Person, channel_id: str) -> Channel:
    """As `readable_channel`, and PeopleError `not_in_channel`, `is_archived`."""
    channel = readable_channel(workspace, person, channel_id)
    if person.id not in channel.members:
        raise PeopleError("not_in_channel", channel_id)
    if channel.is_archived:
        raise PeopleError("is_archived", channel_id)
    return channel


def message_in(workspace: Workspace, channel: Channel, ts: str) -> Message:
    """PeopleError `message_not_found`."""
    message = workspace.messages.get(channel.id, ts)
    if message is None:
        raise PeopleError("message_not_found", f"no message {ts} in {channel.id}")
    return message


def ephemeral_for(workspace: Workspace, person: Person, ephemeral_id: str) -> Ephemeral:
    """PeopleError `message_not_found`."""
    ephemeral = workspace.ephemerals.get(ephemeral_id)
    if ephemeral is None or ephemeral.user != person.id:
        raise PeopleError("message_not_found", f"no message {ephemeral_id} shown to {person.id}")
    return ephemeral


def view_of(workspace: Workspace, person: Person, view_id: str) -> View:
    """PeopleError `view_not_found`."""
    view = workspace.views.get(view_id)
    if view is None or view.user != person.id:
        raise PeopleError("view_not_found", f"no view {view_id} before {person.id}")
    return view
