"""What the views of this suite show: a working group of two countries, its items and people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from domain.action import Action
from domain.change import Change, ChangeKind
from domain.evidence import Evidence, EvidenceSort
from domain.group import Group, Phase, Sector, Theme
from domain.item import Item
from domain.language import Language, Names, Text
from domain.meeting import Arrangement, Meeting, MeetingStatus, Mode
from domain.note import Note
from domain.obstacle import Obstacle, Severity
from domain.people import Member, Person, Profile, Role
from domain.recommendation import Recommendation
from domain.reference import RecordKind, Reference, Series
from domain.usecases.reading import Links
from domain.usecases.situation import Situation
from handlers.words.words import Words

WORDS = Words.load()
WORKSPACE = "T0001"
CHANNEL = "C0001"
NOW = datetime(2027, 3, 8, 15, 0, tzinfo=UTC)
ZONE = "America/Mexico_City"
TEN = datetime(2027, 3, 9, 16, tzinfo=UTC)
"""Ten in the morning there, on a Tuesday."""

HERE = Arrangement(
    starts_at=TEN, zone=ZONE, mode=Mode.HYBRID, place="Room 2", link="https://meet.example.org/x"
)
EN, ES = Language.ENGLISH, Language.SPANISH
CHAIR, LEAD, MEMBER, GUEST = "U0CHAIR", "U0LEAD", "U0MEMBER", "U0GUEST"
NAMES = {CHAIR: "chair-mx", LEAD: "lead-infra", MEMBER: "member-us"}


def names(english: str, spanish: str) -> Names:
    return Names({EN: english, ES: spanish})


GROUP = Group(
    id=7,
    workspace=WORKSPACE,
    names=names("Transport electrification", "Electrificación del transporte"),
    countries=("MX", "US"),
    sectors=tuple(Sector),
    languages=(EN, ES),
    zone=ZONE,
    themes=(
        Theme("infrastructure", names("Infrastructure", "Infraestructura")),
        Theme("talent", names("Talent & training", "Talento y formación")),
    ),
    phases=(Phase("diagnosis", names("Diagnosis", "Diagnóstico")),),
    drivers=(),
    phase="diagnosis",
    starts_on=date(2027, 3, 1),
)

NOTES = {
    RecordKind.NOTE: Text("The grid operator shares its load data in June", EN, {}),
    RecordKind.DECISION: Text("Primero se levanta el censo de estaciones de carga", ES, {}),
    RecordKind.OPPORTUNITY: Text("Two universities offer their laboratories", EN, {}),
}


def note(kind: RecordKind = RecordKind.NOTE, number: int = 1, theme: str | None = "infrastructure") -> Note:
    return Note(
        kind=kind,
        number=number,
        theme=theme,
        status="recorded",
        text=NOTES[kind],
        author=MEMBER,
        recorded_in=number,
        recorded_at=NOW,
        changed_at=NOW,
    )


def obstacle(number: int = 3, theme: str | None = "infrastructure") -> Obstacle:
    return Obstacle(
        kind=RecordKind.OBSTACLE,
        number=number,
        theme=theme,
        status="confirmed",
        text=Text("No official map says where the charging stations are", EN, {}),
        author=MEMBER,
        owner=LEAD,
        recorded_in=10 + number,
        recorded_at=NOW,
        changed_at=NOW,
        severity=Severity.HIGH,
        countries=("MX", "US"),
        version=2,
    )


def recommendation(number: int = 1, theme: str | None = "infrastructure") -> Recommendation:
    text = Text(
        "Publish a national map of charging stations",
        EN,
        {ES: "Publicar un mapa nacional de estaciones de carga"},
    )
    return Recommendation(
        kind=RecordKind.RECOMMENDATION,
        number=number,
        theme=theme,
        status="in_progress",
        text=text,
        author=LEAD,
        owner=CHAIR,
        recorded_in=20 + number,
        recorded_at=NOW,
        changed_at=NOW,
        answers=(3, 4),
        priority=True,
        due_on=date(2027, 9, 30),
        progress=40,
        version=3,
    )


def action(number: int = 7, theme: str | None = "infrastructure") -> Action:
    return Action(
        kind=RecordKind.ACTION,
        number=number,
        theme=theme,
        status="open",
        text=Text("Send the load data to the universities", EN, {}),
        author=MEMBER,
        owner=LEAD,
        due_on=date(2027, 3, 15),
        recorded_in=40 + number,
        recorded_at=NOW,
        changed_at=NOW,
    )


def evidence(number: int = 2, theme: str | None = "infrastructure") -> Evidence:
    return Evidence(
        kind=RecordKind.EVIDENCE,
        number=number,
        theme=theme,
        status="recorded",
        text=Text("Press release on the second phase", EN, {}),
        author=MEMBER,
        channel=CHANNEL,
        recorded_in=9,
        recorded_at=NOW,
        changed_at=NOW,
        address="https://www.gob.mx/sre/prensa/segunda-fase",
        sort=EvidenceSort.SOURCE,
        supports=(Reference(Series.OBSTACLE, 3), Reference(Series.RECOMMENDATION, 1)),
    )


def meeting(text: str = "Charging standards\n- census\n- maps", number: int = 2, **facts: object) -> Meeting:
    plain = Meeting(
        kind=RecordKind.MEETING,
        number=number,
        theme="infrastructure",
        status=MeetingStatus.SCHEDULED,
        text=Text(text, EN, {}),
        author=MEMBER,
        channel=CHANNEL,
        recorded_in=3,
        recorded_at=NOW,
        changed_at=NOW,
        phase="diagnosis",
        arrangement=HERE,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def linked(*items: Item) -> tuple[Links, ...]:
    """The items as another one is linked with them, a kind after the other."""
    kinds = dict.fromkeys(item.kind for item in items)
    return tuple(
        Links(kind=kind, items=found, total=len(found))
        for kind in kinds
        if (found := tuple(item for item in items if item.kind is kind))
    )


def change(item: Item, kind: ChangeKind, number: int = 1, **facts: str) -> Change:
    return Change(
        kind=kind,
        subject=item.reference,
        theme=item.theme,
        before=facts.get("before"),
        after=facts.get("after"),
        comment=facts.get("comment"),
        person=facts.get("person"),
        number=number,
        actor=facts.get("actor", LEAD),
        at=NOW + timedelta(hours=number),
    )


def by_reference(*items: Item) -> dict[Reference, Item]:
    return {item.reference: item for item in items}


def profile(user: str = MEMBER, *, guest: bool = False, language: Language | None = EN) -> Profile:
    return Profile(
        person=Person(WORKSPACE, user),
        name=NAMES.get(user, user),
        locale_language=language,
        zone=ZONE,
        is_guest=guest,
        fetched_at=NOW,
    )


def member(role: Role, user: str = MEMBER) -> Member:
    return Member(
        user=user, role=role, sector=Sector.INDUSTRY, country="MX", organisation="Plant & Sons <north>"
    )


def situation(role: Role | None = Role.MEMBER, *, guest: bool = False, theme: str | None = None) -> Situation:
    return Situation(
        person=Person(WORKSPACE, MEMBER),
        channel=CHANNEL,
        profile=profile(guest=guest),
        group=GROUP,
        member=member(role) if role is not None else None,
        theme=theme,
    )


NOWHERE = Situation(person=Person(WORKSPACE, MEMBER), channel=CHANNEL, profile=profile())
ADMINISTRATOR = replace(NOWHERE, profile=replace(profile(), is_admin=True))
IN_SEVERAL = replace(
    NOWHERE, choices=((7, GROUP.names), (9, names("Batteries & cells", "Baterías y celdas")))
)
