"""People and channels of the workspace as they are now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from bot.sandbox.seed import AppSeed, ChannelSeed, UserSeed, WorkspaceSeed
from bot.sandbox.shapes import JsonObject

SLACKBOT = "USLACKBOT"
OTHER_TEAM = "T0EXTERNAL0"

ChannelKind = Literal["public", "private", "im"]


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the workspace; the app's own user has `is_bot`."""

    id: str
    team_id: str
    name: str
    real_name: str
    title: str
    tz: str
    locale: str
    color: str
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    is_bot: bool = False

    @property
    def is_guest(self) -> bool:
        return self.is_restricted or self.is_ultra_restricted


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation; of a direct message with the app, `members` are the person and the app."""

    id: str
    name: str
    kind: ChannelKind
    members: frozenset[str]
    topic: str = ""
    is_archived: bool = False
    is_ext_shared: bool = False
    person: str | None = None
    previous_names: tuple[str, ...] = ()

    @property
    def name_for_app(self) -> str:
        """`channel_name` of commands and interactions.

        Source: https://docs.slack.dev/interactivity/implementing-slash-commands
        """
        return {"public": self.name, "private": "privategroup", "im": "directmessage"}[self.kind]

    @property
    def channel_type(self) -> str:
        """`channel_type` of message events."""
        return {"public": "channel", "private": "group", "im": "im"}[self.kind]


class Directory:
    def __init__(self, seed: WorkspaceSeed) -> None:
        self._team_id = seed.team.id
        self._bot = seed.app.bot_user_id
        users = [_person(user, seed.team.id) for user in seed.users]
        self._people = {person.id: person for person in [*users, _bot_user(seed.app, seed.team.id)]}
        self._channels = {channel.id: _channel(channel, seed.app) for channel in seed.channels}

    def people(self) -> list[Person]:
        return list(self._people.values())

    def person(self, user_id: str) -> Person | None:
        return self._people.get(user_id)

    def change_person(self, person: Person) -> None:
        self._people[person.id] = person

    def channel(self, channel_id: str) -> Channel | None:
        return self._channels.get(channel_id)

    def channels(self) -> Iterator[Channel]:
        yield from self._channels.values()

    def is_shared(self, channel_id: str) -> bool:
        """Whether another workspace has a part in the channel."""
        channel = self._channels.get(channel_id)
        return channel is not None and channel.is_ext_shared

    def change_channel(self, channel: Channel) -> None:
        self._channels[channel.id] = channel

    def rename_channel_id(self, old: str, new: str) -> Channel:
        channel = replace(self._channels.pop(old), id=new)
        self._channels[new] = channel
        return channel

    def leave_everything(self, user_id: str) -> None:
        """Take somebody out of every channel, as Slack does with people who are deactivated."""
        for channel in list(self._channels.values()):
            if channel.kind != "im" and user_id in channel.members:
                self.change_channel(replace(channel, members=channel.members - {user_id}))

    def full_guest(self, user_id: str, channel: Channel) -> bool:
        """Whether this is a guest of a single channel, and of another one already."""
        person = self._people.get(user_id)
        return (
            person is not None
            and person.is_ultra_restricted
            and any(
                other.kind != "im" and other.id != channel.id and user_id in other.members
                for other in self._channels.values()
            )
        )

    def knows(self, user_id: str, other_id: str) -> bool:
        """Whether a person may learn of another; guests and strangers do where they share a channel."""
        person = self._people.get(user_id)
        if person is None or not (person.is_guest or person.is_stranger):
            return True
        return any({user_id, other_id} <= channel.members for channel in self._channels.values())

    def direct_message(self, user_id: str) -> Channel:
        """The person's direct message with the app, opened on demand."""
        channel_id = f"D{user_id[1:]}"
        channel = self._channels.get(channel_id)
        if channel is None:
            channel = Channel(
                id=channel_id, name="", kind="im", members=frozenset({user_id, self._bot}), person=user_id
            )
            self._channels[channel_id] = channel
        return channel

    def sees(self, user_id: str, channel: Channel) -> bool:
        """Whether the person may read: members always, and full members of the team every public channel."""
        if user_id in channel.members:
            return True
        person = self._people.get(user_id)
        return (
            channel.kind == "public" and person is not None and not person.is_guest and not person.is_stranger
        )

    def app_is_in(self, channel: Channel) -> bool:
        return self._bot in channel.members

    def user_by_handle(self, handle: str) -> Person | None:
        wanted = handle.lower()
        found = (p for p in self._people.values() if p.name.lower() == wanted and not p.deleted)
        return next(found, None)

    def channel_by_name(self, name: str, reader: str) -> Channel | None:
        found = (
            c for c in self._channels.values() if c.kind != "im" and c.name == name and self.sees(reader, c)
        )
        return next(found, None)


def _person(user: UserSeed, team_id: str) -> Person:
    facts = user.model_dump(exclude={"team_id"})
    home = user.team_id or (OTHER_TEAM if user.is_stranger else team_id)
    return Person(team_id=home, **facts)


def _bot_user(app: AppSeed, team_id: str) -> Person:
    return Person(
        id=app.bot_user_id,
        team_id=team_id,
        name=app.handle,
        real_name=app.name,
        title="",
        tz="America/Los_Angeles",
        locale="en-US",
        color="9f69e7",
        is_bot=True,
    )


def _channel(seed: ChannelSeed, app: AppSeed) -> Channel:
    with_app = {app.bot_user_id} if seed.id in app.channels else set()
    return Channel(
        id=seed.id,
        name=seed.name,
        kind="private" if seed.is_private else "public",
        members=frozenset({*seed.members, *with_app}),
        topic=seed.topic,
        is_archived=seed.is_archived,
        is_ext_shared=seed.is_ext_shared,
    )


def user_object(person: Person, now: datetime, *, include_locale: bool = False) -> JsonObject:
    """Slack's user object; people of other workspaces come without locale and zone.

    Source: https://docs.slack.dev/reference/objects/user-object
    """
    user: JsonObject = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name,
        "deleted": person.deleted,
        "color": person.color,
        "real_name": person.real_name,
        "profile": {
            "title": person.title,
            "real_name": person.real_name,
            "real_name_normalized": person.real_name,
            "display_name": person.name,
            "display_name_normalized": person.name,
            "team": person.team_id,
        },
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": person.is_restricted,
        "is_ultra_restricted": person.is_ultra_restricted,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "is_stranger": person.is_stranger,
        "updated": int(now.timestamp()),
    }
    if not person.is_stranger:
        user |= _zone(person.tz, now)
        if include_locale:
            user["locale"] = person.locale
    return user


def _zone(name: str, now: datetime) -> JsonObject:
    local = now.astimezone(ZoneInfo(name))
    offset = local.utcoffset()
    return {
        "tz": name,
        "tz_label": local.tzname() or name,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
    }


def channel_object(channel: Channel, reader: str) -> JsonObject:
    """Slack's conversation object as `reader` (a user id) gets it.

    Source: https://docs.slack.dev/reference/objects/conversation-object
    """
    common: JsonObject = {
        "id": channel.id,
        "created": 0,
        "is_archived": channel.is_archived,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_im": channel.kind == "im",
        "is_mpim": False,
        "is_private": channel.kind != "public",
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
    }
    if channel.kind == "im":
        return common | {"user": channel.person, "is_user_deleted": False}
    return common | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_general": False,
        "is_member": reader in channel.members,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": list(channel.previous_names),
    }
