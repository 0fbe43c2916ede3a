"""A small working group to test with: a chair, a lead of charging, a member, two themes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import count

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.coverage import Coverage
from domain.group import AgreementRule, GroupCharter, Phase, Sector, Theme
from domain.language import Language, Names
from domain.people import Member, Person, Profile, Role
from domain.ports import UnitOfWork
from domain.recurrence import Weekly
from domain.reference import Reference, Series
from domain.repositories import GroupRecord
from domain.schedule import Schedule
from domain.subscription import Subscription
from domain.usecases.origin import Origin
from domain.usecases.subscriptions import Steer, Subscribe, subscribe

WORKSPACE = "T0001"
CHANNEL = "C0001"
CHAIR, LEAD, MEMBER = "U0CHAIR", "U0LEAD", "U0MEMBER"
FOUNDED_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MONDAYS_AT_NINE = Schedule(Weekly(frozenset({0})), time(9), "America/Mexico_City")

CHARTER = GroupCharter(
    names=Names({Language.ENGLISH: "Working group"}),
    countries=("MX", "US"),
    sectors=tuple(Sector),
    languages=(Language.ENGLISH, Language.SPANISH),
    zone="America/Mexico_City",
    themes=(
        Theme("charging", Names({Language.ENGLISH: "Charging"})),
        Theme("talent", Names({Language.ENGLISH: "Talent"})),
    ),
    phases=(Phase("diagnosis", Names({Language.ENGLISH: "Diagnosis"})),),
    drivers=(),
    phase="diagnosis",
    starts_on=date(2026, 11, 1),
    agreement_rule=AgreementRule.NO_OBJECTION,
)


def found(uow: UnitOfWork, workspace: str = WORKSPACE, channel: str = CHANNEL) -> GroupRecord:
    """The group, its people and its channel."""
    held = uow.workspace(workspace)
    record = held.found_group(CHARTER)
    held.channels.bind(Binding(channel, record.group.id))
    themes = {LEAD: frozenset({"charging"})}
    for user, role in ((CHAIR, Role.CHAIR), (LEAD, Role.LEAD), (MEMBER, Role.MEMBER)):
        person = Person(workspace, user)
        held.people.save(
            Profile(person=person, name=user, locale_language=None, zone=None, fetched_at=FOUNDED_AT)
        )
        record.members.add(
            Member(
                user=user,
                role=role,
                sector=Sector.INDUSTRY,
                country="MX",
                organisation="Plant",
                themes=themes.get(user, frozenset()),
            ),
            FOUNDED_AT,
        )
    return record


@dataclass(slots=True)
class Hand:
    """Gives commands in the channel; each has its own key."""

    uow: UnitOfWork
    record: GroupRecord
    channel: str = CHANNEL
    keys: count[int] = field(default_factory=count)

    def origin(self, user: str = CHAIR, key: str | None = None) -> Origin:
        person = Person(self.record.group.workspace, user)
        return Origin(person=person, channel=self.channel, key=key or f"trigger-{next(self.keys)}")

    def steer(self, number: int, user: str = CHAIR, key: str | None = None) -> Steer:
        return Steer(
            origin=self.origin(user, key), group=self.record.group.id, channel=self.channel, number=number
        )

    def subscribe(
        self,
        now: datetime,
        schedule: Schedule = MONDAYS_AT_NINE,
        *,
        themes: tuple[str, ...] = (),
        skip_quiet: bool = False,
    ) -> Subscription:
        command = Subscribe(
            origin=self.origin(),
            group=self.record.group.id,
            channel=self.channel,
            reader=None,
            schedule=schedule,
            coverage=Coverage(themes=themes),
            languages=(Language.ENGLISH,),
            skip_quiet=skip_quiet,
        )
        return subscribe(command, self.uow, now).subscription

    def change(self, at: datetime, theme: str | None = "charging") -> None:
        """Something worth telling happens in the theme."""
        number = self.record.changes.last_number + 1
        subject = Reference(Series.NOTE, number)
        told = NewChange(kind=ChangeKind.RECORDED, subject=subject, theme=theme, after="recorded")
        self.record.changes.append([told], MEMBER, at)
