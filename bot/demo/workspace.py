"""The local workspace of the demonstration: its people and channels, taken from the sample group."""

from __future__ import annotations

from bot.demo.sample import Sample, SampleMember
from bot.manifest import BOT_SCOPES, EVENTS, SHORTCUTS, command_descriptions
from bot.sandbox.seed import (
    AppSeed,
    ChannelSeed,
    CommandSeed,
    ShortcutSeed,
    TeamSeed,
    UserSeed,
    WorkspaceSeed,
)
from bot.settings import Settings
from domain.group import Sector
from domain.people import Role

TEAM = TeamSeed(id="T0EVGROUP", name="Electric Vehicle Working Group", domain="ev-group")
BOT_USER, BOT_ID, APP_ID = "U0RAPPORTEUR", "B0RAPPORTEUR", "A0RAPPORTEUR"
LOCALES = {"en": "en-US", "es": "es-MX"}
SECTORS = {
    "en": {Sector.GOVERNMENT: "government", Sector.INDUSTRY: "industry", Sector.ACADEMIA: "academia"},
    "es": {Sector.GOVERNMENT: "gobierno", Sector.INDUSTRY: "industria", Sector.ACADEMIA: "academia"},
}
"""What people write of themselves in Slack, each in their own language."""
COLORS = ("1d7a8c", "8a3ffc", "b8431f", "2f6f3e", "9c2a5b", "3b5bdb", "7a5c00", "0b7285", "5f3dc4", "a61e4d")


def workspace_seed(sample: Sample, settings: Settings, request_url: str) -> WorkspaceSeed:
    """Everybody of the sample, a guest and a newcomer; the sample's channels and a lobby of no group."""
    users = [user_seed(number, member) for number, member in enumerate(sample.members)]
    guest = UserSeed(
        id="U0GUEST",
        name="guest-us",
        real_name="guest-us",
        title="Guest",
        tz="America/Chicago",
        is_restricted=True,
        color="868e96",
    )
    newcomer = UserSeed(
        id="U0NEWCOMER",
        name="newcomer-mx",
        real_name="newcomer-mx",
        title="Universidad pública · academia · MX",
        tz="America/Mexico_City",
        locale=LOCALES["es"],
        color="495057",
    )
    everybody = [user.id for user in (*users, guest, newcomer)]
    channels = [
        ChannelSeed(id=channel_id(number), name=channel.name, members=everybody, topic=channel.topic)
        for number, channel in enumerate(sample.channels)
    ]
    lobby = ChannelSeed(
        id="C0LOBBY", name="lobby", members=everybody, topic="To try a new group · para probar un grupo nuevo"
    )
    return WorkspaceSeed(
        team=TEAM.model_copy(update={"tz": sample.digest.zone}),
        users=[*users, guest, newcomer],
        channels=[*channels, lobby],
        app=app_seed(settings, request_url, [channel.id for channel in channels]),
    )


def app_seed(settings: Settings, request_url: str, channels: list[str]) -> AppSeed:
    """The app as it would be installed."""
    return AppSeed(
        id=APP_ID,
        name="Rapporteur",
        bot_user_id=BOT_USER,
        bot_id=BOT_ID,
        bot_token=settings.bot_token.get_secret_value(),
        signing_secret=settings.signing_secret.get_secret_value(),
        request_url=request_url,
        scopes=list(BOT_SCOPES),
        events=list(EVENTS),
        commands=[
            CommandSeed(command=name, description=description, usage_hint=hint, language=language)
            for language, (name, description, hint) in zip(
                settings.commands, command_descriptions(settings), strict=True
            )
        ],
        shortcuts=[
            ShortcutSeed.model_validate(
                {"callback_id": callback, "type": kind, "name": name, "description": description}
            )
            for callback, kind, name, description in SHORTCUTS
        ],
        channels=channels,
    )


def user_seed(number: int, member: SampleMember) -> UserSeed:
    """A member as Slack knows them: a role name; organisation, sector and country as their title."""
    sector = SECTORS[member.language][member.sector]
    return UserSeed(
        id=user_id(number),
        name=member.handle,
        real_name=member.handle,
        title=f"{member.organisation} · {sector} · {member.country}",
        tz=member.timezone,
        locale=LOCALES[member.language],
        is_admin=member.role is Role.CHAIR,
        color=COLORS[number % len(COLORS)],
    )


def user_id(number: int) -> str:
    """Of the member at this place in the sample."""
    return f"U0MEMBER{number:02d}"


def channel_id(number: int) -> str:
    """Of the channel at this place in the sample."""
    return f"C0CHANNEL{number:02d}"
