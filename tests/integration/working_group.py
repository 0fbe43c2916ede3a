"""Groups made ready by use cases, for tests that are not about founding and joining."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

from bot.demo.charter import charter_of
from bot.demo.sample import SampleMember
from bot.demo.workspace import TEAM
from domain.language import Language, Names
from domain.people import Person, Profile, Role
from domain.ports import UnitOfWork
from domain.usecases.groups import BindChannel, Founding, bind_channel, found_group
from domain.usecases.members import Adjust, adjust
from domain.usecases.membership import Join, join
from domain.usecases.origin import Origin
from domain.usecases.situation import remember_profile
from tests.integration.cast import CHANNELS, LATE, PEOPLE, SAMPLE, THEMES, USERS
from tests.integration.office import START, Office

ENTRANCE = SAMPLE.channels[0].name
FOUNDER, *OTHERS = SAMPLE.members


async def make_group(office: Office) -> None:
    """The sample's group with its channels and members; all profiles but those of LATE; nothing recorded."""

    def job(uow: UnitOfWork) -> None:
        making = _Making(uow)
        making.introduce()
        group = making.found(ENTRANCE)
        for channel, theme in THEMES.items():
            making.bind(group, channel, theme)
        for member in OTHERS:
            making.enrol(group, member, ENTRANCE)

    await office.bot.services.store.write(job)


async def make_another(office: Office, where: str, members: Sequence[str], name: str) -> None:
    """One more group with the same themes, bound to the channel; the founder and these are in it."""

    def job(uow: UnitOfWork) -> None:
        making = _Making(uow)
        group = making.found(where, Names({Language.ENGLISH: name, Language.SPANISH: name}))
        for member in OTHERS:
            if member.handle in members:
                making.enrol(group, member, where)

    await office.bot.services.store.write(job)


@dataclass(slots=True)
class _Making:
    """Gives each step a key of its own."""

    uow: UnitOfWork
    steps: count[int] = field(default_factory=lambda: count(1))

    def origin(self, who: str, where: str) -> Origin:
        key = f"ready:{where}:{next(self.steps)}"
        return Origin(person=Person(TEAM.id, USERS[who]), channel=CHANNELS[where], key=key)

    def introduce(self) -> None:
        for told in (person for person in PEOPLE if person not in LATE):
            profile = Profile(
                person=Person(TEAM.id, told.id),
                name=told.name,
                locale_language=Language.of_locale(told.locale),
                zone=told.tz,
                is_admin=told.is_admin,
                is_guest=told.is_restricted or told.is_ultra_restricted,
                is_stranger=told.is_stranger,
                fetched_at=START,
            )
            remember_profile(profile, self.uow)

    def found(self, where: str, names: Names | None = None) -> int:
        charter = charter_of(SAMPLE.group, timedelta())
        founding = Founding(
            origin=self.origin(FOUNDER.handle, where),
            charter=replace(charter, names=names or charter.names),
            sector=FOUNDER.sector,
            country=FOUNDER.country,
            organisation=FOUNDER.organisation,
        )
        return found_group(founding, self.uow, START).group.id

    def bind(self, group: int, where: str, theme: str | None) -> None:
        origin = self.origin(FOUNDER.handle, where)
        bind_channel(BindChannel(origin=origin, group=group, theme=theme), self.uow, START)

    def enrol(self, group: int, member: SampleMember, where: str) -> None:
        joining = Join(
            origin=self.origin(member.handle, where),
            group=group,
            sector=member.sector,
            country=member.country,
            organisation=member.organisation,
        )
        join(joining, self.uow, START)
        if member.role is not Role.MEMBER:
            role = Adjust(
                origin=self.origin(FOUNDER.handle, where),
                group=group,
                user=USERS[member.handle],
                role=member.role,
                themes=frozenset(member.themes) if member.role is Role.LEAD else None,
            )
            adjust(role, self.uow, START)
