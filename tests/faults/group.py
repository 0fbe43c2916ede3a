"""Sixteen people in one working group, founded through the use cases, and the workspace they are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pydantic import SecretStr

from bot.clocks import SystemClock
from bot.demo.workspace import app_seed
from bot.sandbox.seed import ChannelSeed, TeamSeed, UserSeed, WorkspaceSeed
from bot.settings import Settings
from domain.group import Sector
from domain.people import Person, Profile
from domain.ports import Store
from domain.usecases.groups import BindChannel, Founding, bind_channel, found_group
from domain.usecases.membership import Join, join
from domain.usecases.origin import Origin
from domain.usecases.situation import remember_profile
from storage.opening import open_store
from tests.fakes.scene import CHARTER

TEAM = "T0FAULTS"
CHANNEL = "C0CHARGING"
THEME = "charging"
"""The theme of the channel, and so of the notes written there."""


def channels(count: int) -> tuple[str, ...]:
    """The channels of a group with so many: the one of the theme, and others that are open to all themes."""
    return (CHANNEL, *(f"C0OPEN{number:02d}" for number in range(1, count)))


PEOPLE = tuple(f"U0MEMBER{number:02d}" for number in range(16))
CHAIR = PEOPLE[0]
TOKEN, SECRET, APP_TOKEN = "xoxb-faults", "not-a-secret", "xapp-faults"


def handle(user: str) -> str:
    """The role name of a person."""
    return f"member-{user[-2:]}"


def workspace_seed(*, sockets: bool = False, places: int = 1) -> WorkspaceSeed:
    """The workspace with the app as its manifest installs it. No rate limits: they would pace it."""
    settings = Settings(bot_token=SecretStr(TOKEN), signing_secret=SecretStr(SECRET))
    reached = {"app_token": APP_TOKEN, "socket_mode": True} if sockets else {}
    return WorkspaceSeed(
        team=TeamSeed(id=TEAM, name="Working group", domain="working-group"),
        users=[UserSeed(id=user, name=handle(user), is_admin=user == CHAIR) for user in PEOPLE],
        channels=[
            ChannelSeed(id=channel, name=channel.lower(), members=list(PEOPLE))
            for channel in channels(places)
        ],
        app=app_seed(settings, "", list(channels(places))).model_copy(update=reached),
        rate_limits=False,
    )


async def found(database_url: str, places: int = 1) -> None:
    """The group, its members and its channels, in a database nobody else has open."""
    store = await open_store(database_url)
    try:
        await _found(store, channels(places))
    finally:
        await store.close()


async def _found(store: Store, places: Sequence[str]) -> None:
    now = SystemClock().now()
    for user in PEOPLE:
        profile = Profile(
            person=Person(TEAM, user),
            name=handle(user),
            locale_language=None,
            zone=None,
            is_admin=user == CHAIR,
            fetched_at=now,
        )
        await store.write(partial(remember_profile, profile))
    founding = Founding(
        origin=_origin(CHAIR, "found"),
        charter=CHARTER,
        sector=Sector.INDUSTRY,
        country="MX",
        organisation="Plant",
    )
    group = (await store.write(lambda uow: found_group(founding, uow, now))).group.id
    for place in places:
        origin = replace(_origin(CHAIR, f"bind:{place}"), channel=place)
        bind = BindChannel(origin=origin, group=group, theme=THEME if place == CHANNEL else None)
        await store.write(partial(bind_channel, bind, now=now))
    for user in PEOPLE[1:]:
        origin = _origin(user, f"join:{user}")
        joining = Join(origin=origin, group=group, sector="industry", country="US", organisation="Plant")
        await store.write(partial(join, joining, now=now))


def _origin(user: str, key: str) -> Origin:
    return Origin(person=Person(TEAM, user), channel=CHANNEL, key=key)
