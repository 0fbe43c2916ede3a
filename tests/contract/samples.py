"""Values to store, whole enough that every column matters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypedDict, Unpack

from domain import action as actions
from domain import evidence as evidences
from domain import meeting as meetings
from domain import note as notes
from domain import obstacle as obstacles
from domain import recommendation as recommendations
from domain.action import Action
from domain.change import ChangeKind, NewChange
from domain.coverage import Coverage
from domain.delivery import DeliveryKind, DeliveryState, NewDelivery, Payload
from domain.evidence import Evidence, EvidenceSort
from domain.group import AgreementRule, Driver, GroupCharter, Phase, Sector, Theme
from domain.item import Entry, Item
from domain.language import Language, Names, Text
from domain.meeting import Arrangement, Meeting, Mode
from domain.note import Note
from domain.obstacle import Obstacle, Severity
from domain.people import Member, Person, Profile, Role
from domain.recommendation import Recommendation
from domain.recurrence import Weekly
from domain.reference import RecordKind, Reference, Series
from domain.repositories import GroupRecord
from domain.schedule import Schedule, Slot
from domain.subscription import NewSubscription, SubscriptionState

WORKSPACE, ELSEWHERE = "T0001", "T0002"
CHANNEL = "C0001"
CHAIR, LEAD, MEMBER = "U0CHAIR", "U0LEAD", "U0MEMBER"
NOW = datetime(2026, 11, 20, 15, 4, 5, 678901, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def names(english: str, spanish: str) -> Names:
    return Names({Language.SPANISH: spanish, Language.ENGLISH: english})


CHARTER = GroupCharter(
    names=names("Electric Vehicle Working Group", "Grupo de Trabajo de Vehículos Eléctricos"),
    countries=("US", "MX"),
    sectors=(Sector.INDUSTRY, Sector.ACADEMIA),
    languages=(Language.SPANISH, Language.ENGLISH),
    zone="America/Monterrey",
    themes=(
        Theme("charging", names("Charging", "Carga"), ("plugs", "enchufes")),
        Theme("talent", names("Talent", "Talento")),
    ),
    phases=(
        Phase("diagnosis", names("Diagnosis", "Diagnóstico"), date(2026, 1, 15)),
        Phase("recommendations", names("Recommendations", "Recomendaciones")),
    ),
    drivers=(Driver("jobs", names("Jobs", "Empleo")),),
    phase="diagnosis",
    starts_on=date(2026, 1, 15),
    horizon_months=18,
    agreement_rule=AgreementRule.TRIPLE_HELIX,
    stalled_weeks=6,
)

PROFILE = Profile(
    person=Person(WORKSPACE, LEAD),
    name="lead-infra",
    locale_language=Language.SPANISH,
    zone="America/Tijuana",
    is_admin=True,
    is_guest=False,
    is_stranger=True,
    chosen_language=None,
    fetched_at=NOW,
)

LEADER = Member(
    user=LEAD,
    role=Role.LEAD,
    sector=Sector.ACADEMIA,
    country="MX",
    organisation="Instituto",
    themes=frozenset({"talent", "charging"}),
)


class RecommendationFacts(TypedDict, total=False):
    """What may be otherwise in a recommendation."""

    status: str
    progress: int
    owner: str | None
    due_on: date | None
    priority: bool
    drivers: tuple[str, ...]
    countries: tuple[str, ...]
    override: str | None
    edition: int
    meeting: int | None


class ActionFacts(TypedDict, total=False):
    """What may be otherwise in an action."""

    status: str
    owner: str | None
    due_on: date | None
    meeting: int | None


class MeetingFacts(TypedDict, total=False):
    """What may be otherwise in a meeting."""

    status: str
    arrangement: Arrangement
    channel: str
    opener: str
    opened_at: datetime
    opened_in: int


class DeliveryFacts(TypedDict, total=False):
    """What may be otherwise in a delivery."""

    kind: DeliveryKind
    channel: str
    due_at: datetime
    state: DeliveryState


def entry(
    text: str = "text", *, theme: str | None = "charging", at: datetime = NOW, author: str = LEAD
) -> Entry:
    return Entry(theme=theme, text=Text(text, Language.SPANISH, {}), author=author, channel=CHANNEL, at=at)


def add_note(record: GroupRecord, said: Entry | None = None, kind: RecordKind = RecordKind.NOTE) -> Note:
    said = said or entry()
    note, change = notes.record(kind, said, record.place(Series.NOTE))
    record.notes.add(note)
    record.changes.append([change], said.author, said.at)
    return note


def add_obstacle(
    record: GroupRecord, said: Entry | None = None, severity: Severity | None = Severity.HIGH
) -> Obstacle:
    said = said or entry()
    place = record.place(Series.OBSTACLE)
    obstacle, change = obstacles.identify(said, place, severity=severity, countries=("MX", "US"))
    record.obstacles.add(obstacle)
    record.changes.append([change], said.author, said.at)
    return obstacle


def add_recommendation(
    record: GroupRecord,
    said: Entry | None = None,
    *,
    answers: tuple[int, ...] = (),
    **more: Unpack[RecommendationFacts],
) -> Recommendation:
    said = said or entry()
    made, change = recommendations.propose(said, record.place(Series.RECOMMENDATION), answers=answers)
    made = replace(made, **more)
    record.recommendations.add(made)
    record.changes.append([change], said.author, said.at)
    return made


def add_action(record: GroupRecord, said: Entry | None = None, **more: Unpack[ActionFacts]) -> Action:
    said = said or entry()
    place = record.place(Series.ACTION)
    made, change = actions.give(said, place, owner=MEMBER, due_on=date(2026, 11, 27))
    made = replace(made, **more)
    record.actions.add(made)
    record.changes.append([change], said.author, said.at)
    return made


def add_evidence(
    record: GroupRecord,
    *supports: Reference,
    address: str = "https://example.org/map",
    sort: EvidenceSort = EvidenceSort.DATA,
) -> Evidence:
    place = record.place(Series.EVIDENCE)
    made, changes = evidences.cite(entry(), place, address=address, sort=sort, supports=supports)
    record.evidence.add(made)
    record.changes.append(changes, made.author, made.recorded_at)
    return made


def add_meeting(record: GroupRecord, said: Entry | None = None, **more: Unpack[MeetingFacts]) -> Meeting:
    said = said or entry()
    at = Arrangement(starts_at=LATER, zone="America/Mexico_City", mode=Mode.HYBRID, place="Room 2")
    made, change = meetings.schedule(said, record.place(Series.MEETING), phase="diagnosis", arrangement=at)
    made = replace(made, **more)
    record.meetings.add(made)
    record.changes.append([change], said.author, said.at)
    return made


ONE_OF_EACH: Mapping[Series, Callable[[GroupRecord], Item]] = {
    Series.NOTE: add_note,
    Series.OBSTACLE: add_obstacle,
    Series.RECOMMENDATION: add_recommendation,
    Series.ACTION: add_action,
    Series.EVIDENCE: add_evidence,
    Series.MEETING: add_meeting,
}
"""What stores an item of each series."""


def subscription(
    due_at: datetime = LATER, *, channel: str = CHANNEL, state: SubscriptionState = SubscriptionState.ACTIVE
) -> NewSubscription:
    return NewSubscription(
        channel=channel,
        reader="U0READER",
        schedule=Schedule(Weekly(frozenset({0, 3})), time(9, 30), "America/Mexico_City"),
        coverage=Coverage(themes=("charging",)),
        languages=(Language.SPANISH, Language.ENGLISH),
        skip_quiet=True,
        state=state,
        next_slot=Slot(due_at.date(), due_at) if state is SubscriptionState.ACTIVE else None,
        last_date=date(2026, 11, 16),
        told_through=3,
        created_by=CHAIR,
        created_at=NOW,
    )


def delivery(
    key: str, group: int, *, workspace: str = WORKSPACE, subscription: int | None = None
) -> NewDelivery:
    return NewDelivery(
        key=key,
        kind=DeliveryKind.DIGEST,
        workspace=workspace,
        group=group,
        subscription=subscription,
        channel=CHANNEL,
        facts={"after": 3, "through": 9, "themes": ["charging"], "note": "¿qué?"},
        due_at=NOW,
    )


PAYLOADS = (
    Payload({"text": "Uno", "blocks": [{"type": "divider"}]}, {"text": "Uno"}),
    Payload({"text": "Dos", "blocks": []}, {"text": "Dos"}),
)


def told(after: str | None = None) -> NewChange:
    """A change that belongs to no item."""
    return NewChange(kind=ChangeKind.MEMBER_JOINED, after=after)
