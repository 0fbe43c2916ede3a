"""Sixteen people in sixteen working groups, each with a channel and a small record to take stock of."""

from __future__ import annotations

from itertools import cycle

from pydantic import SecretStr

from bot.clocks import SystemClock
from bot.demo.workspace import app_seed
from bot.sandbox.seed import ChannelSeed, TeamSeed, UserSeed, WorkspaceSeed
from bot.settings import Settings
from domain.channel import Binding
from domain.group import Sector
from domain.language import Language
from domain.people import Member, Person, Profile, Role
from domain.ports import Clock, UnitOfWork
from domain.recommendation import RecommendationStatus
from domain.reference import Reference, Series
from domain.usecases.moving import Move, move
from domain.usecases.origin import Origin
from domain.usecases.recording import (
    ObstacleSubmission,
    RecommendationSubmission,
    record_obstacle,
    record_recommendation,
)
from storage.opening import open_store
from tests.fakes.scene import CHARTER

TEAM = "T0BENCH"
TOKEN, SECRET = "xoxb-bench", "not-a-secret"
PEOPLE = tuple(f"U0CALLER{number:02d}" for number in range(16))
CHANNELS = tuple(f"C0GROUP{number:02d}" for number in range(16))
CHAIR = PEOPLE[0]
THEME = "charging"
"""The theme of every channel, and so of what is recorded there."""

ITEMS = 20
"""Obstacles, and as many recommendations, in each group."""

_STATUSES = (None, RecommendationStatus.UNDER_REVIEW, RecommendationStatus.WITHDRAWN)


def workspace_seed() -> WorkspaceSeed:
    """The workspace that the bot asks whose its token is. Nothing else is asked: everybody is known."""
    settings = Settings(bot_token=SecretStr(TOKEN), signing_secret=SecretStr(SECRET))
    return WorkspaceSeed(
        team=TeamSeed(id=TEAM, name="Working group", domain="working-group"),
        users=[UserSeed(id=user, name=user.lower()) for user in PEOPLE],
        channels=[
            ChannelSeed(id=channel, name=channel.lower(), members=list(PEOPLE)) for channel in CHANNELS
        ],
        app=app_seed(settings, "", list(CHANNELS)),
        rate_limits=False,
    )


async def found(database_url: str) -> None:
    """Every group with its people and record, in a database nobody else has open; migrated if need be."""
    store = await open_store(database_url, migrate=True)
    try:
        for channel in CHANNELS:
            await store.write(_Founder(channel, SystemClock()).found)
    finally:
        await store.close()


class _Founder:
    """Founds the group of one channel, within one transaction."""

    def __init__(self, channel: str, clock: Clock) -> None:
        self._channel = channel
        self._now = clock.now()

    def found(self, uow: UnitOfWork) -> None:
        workspace = uow.workspace(TEAM)
        record = workspace.found_group(CHARTER)
        group = record.group.id
        workspace.channels.bind(Binding(self._channel, group, THEME))
        for user, country in zip(PEOPLE, cycle(CHARTER.countries), strict=False):
            workspace.people.save(self._profile(user))
            role = Role.CHAIR if user == CHAIR else Role.MEMBER
            member = Member(
                user=user, role=role, sector=Sector.INDUSTRY, country=country, organisation="Plant"
            )
            record.members.add(member, self._now)
        for number, status in zip(range(1, ITEMS + 1), cycle(_STATUSES), strict=False):
            self._record(group, number, status, uow)

    def _record(self, group: int, number: int, status: RecommendationStatus | None, uow: UnitOfWork) -> None:
        obstacle = ObstacleSubmission(
            origin=self._origin(f"obstacle:{number}"),
            group=group,
            text=f"Permits for corridor {number} take longer than building it",
            language=Language.ENGLISH,
        )
        record_obstacle(obstacle, uow, self._now)
        recommendation = RecommendationSubmission(
            origin=self._origin(f"recommendation:{number}"),
            group=group,
            text=f"One window for the permits of corridor {number}",
            language=Language.ENGLISH,
            answers=(Reference(Series.OBSTACLE, number),) if number % 2 else (),
        )
        record_recommendation(recommendation, uow, self._now)
        if status is not None:
            reference = Reference(Series.RECOMMENDATION, number)
            wanted = Move(origin=self._origin(f"move:{number}"), group=group, reference=reference, to=status)
            move(wanted, uow, self._now)

    def _profile(self, user: str) -> Profile:
        return Profile(
            person=Person(TEAM, user),
            name=user.lower(),
            locale_language=Language.ENGLISH,
            zone="America/Mexico_City",
            fetched_at=self._now,
        )

    def _origin(self, key: str) -> Origin:
        return Origin(person=Person(TEAM, CHAIR), channel=self._channel, key=f"bench:{self._channel}:{key}")
