"""The workspace as one person sees it."""

from bot.sandbox.directory import Channel, Person, channel_object, user_object
from bot.sandbox.errors import PeopleError
from bot.sandbox.people.access import actor
from bot.sandbox.people.requests import Look
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace


async def overview(workspace: Workspace, body: Look) -> JsonObject:
    person = actor(workspace, body.person) if body.person else _first(workspace, body.language)
    workspace.directory.direct_message(person.id)
    seen = [channel for channel in workspace.directory.channels() if _listed(workspace, person, channel)]
    return {
        "ok": True,
        "team": workspace.team.model_dump(),
        "me": _user(workspace, person),
        "users": [_user(workspace, each) for each in workspace.directory.people() if not each.is_bot],
        "channels": [_channel(channel, person) for channel in seen],
        "app": _app(workspace),
        "clock": clock_facts(workspace),
    }


def clock_facts(workspace: Workspace) -> JsonObject:
    return {
        "now": workspace.clock.now().isoformat(),
        "offset_seconds": workspace.clock.offset.total_seconds(),
    }


def _first(workspace: Workspace, language: str | None) -> Person:
    """The first who reads the language, else the first of all."""
    here = [each for each in workspace.directory.people() if not each.is_bot and not each.deleted]
    for person in here:
        if person.locale.partition("-")[0] == language:
            return person
    if not here:
        raise PeopleError("user_not_found", "nobody is in this workspace")
    return here[0]


def _listed(workspace: Workspace, person: Person, channel: Channel) -> bool:
    if channel.kind == "im":
        return channel.person == person.id
    return workspace.directory.sees(person.id, channel)


def _user(workspace: Workspace, person: Person) -> JsonObject:
    user = user_object(person, workspace.clock.now(), include_locale=True)
    return user | {"title": person.title, "tz": person.tz, "locale": person.locale}


def _channel(channel: Channel, person: Person) -> JsonObject:
    body = channel_object(channel, person.id) | {"members": sorted(channel.members)}
    return body | {"is_member": True} if channel.kind == "im" else body


def _app(workspace: Workspace) -> JsonObject:
    app = workspace.app
    return {
        "id": app.id,
        "name": app.name,
        "handle": app.handle,
        "bot_user_id": app.bot_user_id,
        "bot_id": app.bot_id,
        "commands": [command.model_dump() for command in app.commands],
        "shortcuts": [each.model_dump() for each in app.shortcuts],
    }
