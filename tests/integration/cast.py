"""Who is in the workspace of these tests, and where: the sample's people, newcomers, guests, a stranger."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from bot.demo.sample import Sample
from bot.demo.workspace import BOT_USER, TEAM, app_seed, user_seed
from bot.sandbox.seed import ChannelSeed, UserSeed, WorkspaceSeed
from bot.settings import Settings
from tests.integration.pacing import QuickSettings

SAMPLE = Sample.read()
APP_TOKEN = "xapp-1-local-workspace"
SECRET = "local-workspace-secret"

NEWCOMERS = (
    UserSeed(id="U0NEWUS", name="newcomer-us", real_name="newcomer-us", tz="America/Chicago"),
    UserSeed(
        id="U0NEWMX", name="newcomer-mx", real_name="newcomer-mx", tz="America/Mexico_City", locale="es-MX"
    ),
    UserSeed(id="U0GUESTUS", name="guest-us", real_name="guest-us", is_restricted=True),
    UserSeed(id="U0GUESTMX", name="guest-mx", real_name="guest-mx", is_restricted=True, locale="es-MX"),
    UserSeed(id="U0STRANGER", name="stranger", real_name="stranger", is_stranger=True, team_id="T0OTHER"),
)
LATE = (
    UserSeed(id="U0LATEUS", name="late-us", real_name="late-us"),
    UserSeed(id="U0LATEMX", name="late-mx", real_name="late-mx", locale="es-MX"),
)
"""People the bot has not heard of yet."""
PEOPLE = (*(user_seed(number, member) for number, member in enumerate(SAMPLE.members)), *NEWCOMERS, *LATE)
USERS = {person.name: person.id for person in PEOPLE}
HANDLES = {person.id: person.name for person in PEOPLE} | {BOT_USER: "rapporteur"}

THEMES = {channel.name: channel.theme for channel in SAMPLE.channels}
BOUND = tuple(THEMES)
LOBBY = "lobby"
"""A channel of nobody's, with the bot in it."""
QUIET = "quiet"
"""The same without the bot."""
CHANNELS = {
    name: f"C0{name.upper().replace('-', '')}"
    for name in (*BOUND, LOBBY, QUIET, "second-group", "third-group")
}


def workspace_seed(settings: Settings) -> WorkspaceSeed:
    """Everybody is in every channel; rate limits are on."""
    everybody = [person.id for person in PEOPLE]
    channels = [ChannelSeed(id=number, name=name, members=everybody) for name, number in CHANNELS.items()]
    with_bot = [number for name, number in CHANNELS.items() if name != QUIET]
    app = app_seed(settings, "", with_bot)
    if settings.app_token is not None:
        app = app.model_copy(update={"app_token": APP_TOKEN, "socket_mode": True})
    return WorkspaceSeed(team=TEAM, users=list(PEOPLE), channels=channels, app=app)


def settings(database_url: str, clock_file: Path, tick_seconds: float, *, sockets: bool = False) -> Settings:
    """Settings of a bot in this workspace; the address of the Web API comes when the workspace listens."""
    return QuickSettings(
        bot_token=SecretStr("xoxb-local-workspace"),
        signing_secret=SecretStr(SECRET),
        app_token=SecretStr(APP_TOKEN) if sockets else None,
        database_url=database_url,
        port=0,
        tick_seconds=tick_seconds,
        clock_file=clock_file,
    )
