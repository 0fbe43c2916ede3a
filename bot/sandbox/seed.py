"""The description of a workspace: who and what is there when it starts."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.sandbox.subscriptions import EVENT_SCOPES

# "at most 50 per app": https://docs.slack.dev/interactivity/implementing-slash-commands
MAX_COMMANDS = 50


class Seed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TeamSeed(Seed):
    """`tz` is a zone of the IANA database: where most of what is set for Monday morning is set."""

    id: str
    name: str
    domain: str
    tz: str = "UTC"


class UserSeed(Seed):
    """`name` is the handle people type after `@`; `tz` a zone of the IANA database; `locale` such as `es-MX`.

    A stranger belongs to another workspace, named by `team_id`.
    """

    id: str = Field(pattern=r"^[UW][A-Z0-9]+$")
    name: str = Field(pattern=r"^[^\s@#]+$")
    real_name: str = ""
    title: str = ""
    tz: str = "UTC"
    locale: str = "en-US"
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    color: str = "4a154b"
    team_id: str | None = None


class ChannelSeed(Seed):
    """`members` are ids of people; the app's own channels stand in `AppSeed.channels`."""

    id: str = Field(pattern=r"^[CG][A-Z0-9]+$")
    name: str = Field(pattern=r"^[^\s@#]+$", max_length=80)
    is_private: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    members: list[str] = []
    topic: str = ""


class CommandSeed(Seed):
    command: str = Field(pattern=r"^/[^\s/]+$", max_length=32)
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = True
    language: str = ""
    """Of its words; the page offers a reader those of their own first. Slack knows of none."""


class ShortcutSeed(Seed):
    name: str
    type: Literal["message", "global"]
    callback_id: str
    description: str = ""


class RotationSeed(Seed):
    """Token rotation is on: the bot token ends after 12 hours, and `refresh_token` gives the next."""

    client_id: str
    client_secret: str
    refresh_token: str = Field(pattern=r"^xoxe-")


class AppSeed(Seed):
    """The app installed in the workspace; `channels` are those it is a member of.

    With `socket_mode`, everything goes to the app over sockets, else to `request_url`.
    """

    id: str
    name: str
    bot_user_id: str = Field(pattern=r"^[UW][A-Z0-9]+$")
    bot_id: str
    bot_token: str = Field(pattern=r"^xoxb-")
    app_token: str | None = Field(default=None, pattern=r"^xapp-")
    app_scopes: list[str] = ["connections:write"]
    socket_mode: bool = False
    rotation: RotationSeed | None = None
    signing_secret: str
    request_url: str = ""
    scopes: list[str] = []
    commands: list[CommandSeed] = Field(default=[], max_length=MAX_COMMANDS)
    events: list[str] = []
    shortcuts: list[ShortcutSeed] = []
    channels: list[str] = []

    @property
    def handle(self) -> str:
        """What people type after `@` to mention the app."""
        return "-".join(self.name.lower().split())

    @model_validator(mode="after")
    def _hears_of_what_happens(self) -> Self:
        _refuse_unknown("events of the app", self.events, set(EVENT_SCOPES))
        return self

    @model_validator(mode="after")
    def _has_token_for_sockets(self) -> Self:
        if self.socket_mode and self.app_token is None:
            raise ValueError("Socket Mode needs an app_token")
        return self


class WorkspaceSeed(Seed):
    """What is there, and how Slack treats it.

    `rate_limits` are those of the app's methods; `commercial_distribution`: the app is sold outside the
    Marketplace and may read one page of 15 messages a minute; `unsupported_blocks`: types of blocks that this
    workspace refuses in messages.
    """

    team: TeamSeed
    users: list[UserSeed]
    channels: list[ChannelSeed] = []
    app: AppSeed
    rate_limits: bool = True
    commercial_distribution: bool = False
    unsupported_blocks: list[str] = []

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        _refuse_repeated("user", [*(user.id for user in self.users), self.app.bot_user_id])
        _refuse_repeated("handle", [*(user.name.lower() for user in self.users), self.app.handle])
        _refuse_repeated("channel", [channel.id for channel in self.channels])
        _refuse_repeated("channel name", [channel.name for channel in self.channels])
        _refuse_repeated("command", [command.command for command in self.app.commands])
        _refuse_repeated("direct message of U… and W…", [user.id[1:] for user in self.users])
        people = {user.id for user in self.users}
        for channel in self.channels:
            _refuse_unknown(f"members of {channel.id}", channel.members, people)
        for user in self.users:
            _refuse_second_channel(user, self.channels)
        _refuse_unknown("channels of the app", self.app.channels, {channel.id for channel in self.channels})
        return self


def _refuse_second_channel(user: UserSeed, channels: Iterable[ChannelSeed]) -> None:
    if user.is_ultra_restricted and sum(user.id in channel.members for channel in channels) > 1:
        raise ValueError(f"{user.id} is a guest of a single channel")


def _refuse_repeated(what: str, values: Iterable[str]) -> None:
    repeated = sorted(value for value, times in Counter(values).items() if times > 1)
    if repeated:
        raise ValueError(f"{what} given twice: {', '.join(repeated)}")


def _refuse_unknown(what: str, values: Iterable[str], known: set[str]) -> None:
    unknown = sorted(set(values) - known)
    if unknown:
        raise ValueError(f"{what} not in the workspace: {', '.join(unknown)}")
