"""The sample group as it stands in `sample.json`, checked when it is read."""

from __future__ import annotations

from datetime import date, time
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.evidence import EvidenceSort
from domain.group import Sector
from domain.language import Language
from domain.meeting import Mode
from domain.obstacle import Severity
from domain.people import Role
from domain.position import Stance
from domain.recommendation import RecommendationStatus


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(_Row):
    """A key with its names."""

    key: str
    en: str
    es: str
    aliases: tuple[str, ...] = ()
    starts: date | None = None


class SampleGroup(_Row):
    """The charter of the group."""

    names: dict[Language, str]
    countries: tuple[str, ...]
    sectors: tuple[Sector, ...]
    languages: tuple[Language, ...]
    zone: str
    starts_on: date
    horizon_months: int
    phase: str
    phases: tuple[Named, ...]
    themes: tuple[Named, ...]
    drivers: tuple[Named, ...]


class SampleChannel(_Row):
    """A channel, bound to a theme or (None) to the whole group."""

    name: str
    theme: str | None
    topic: str


class SampleMember(_Row):
    """A member; `handle` is a role name."""

    handle: str
    organisation: str
    sector: Sector
    country: str
    role: Role
    language: Language
    timezone: str
    themes: tuple[str, ...] = ()


class SampleDigest(_Row):
    """The weekly digest of a channel; `weekday` 0 is Monday."""

    at: date
    by: str
    channel: str
    weekday: int = Field(ge=0, le=6)
    time: time
    zone: str
    languages: tuple[Language, ...]


class _Said(_Row):
    at: date
    by: str
    theme: str
    basis: Literal["public", "synthetic"]
    language: Language
    text: str


class SampleNote(_Said):
    """A note, decision or opportunity."""

    do: Literal["note", "decision", "opportunity"]


class SampleObstacle(_Said):
    """An obstacle with its other versions."""

    do: Literal["obstacle"]
    severity: Severity
    countries: tuple[str, ...]
    versions: dict[Language, str]


class SampleRecommendation(_Said):
    """A recommendation; `answers` are numbers of obstacles in the order of the record."""

    do: Literal["recommend"]
    answers: tuple[int, ...]
    drivers: tuple[str, ...]
    versions: dict[Language, str]
    owner: str | None = None
    quarter: str | None = Field(default=None, pattern=r"^\d{4}-Q[1-4]$")
    priority: bool = False


class SampleMove(_Row):
    """A move of the recommendation with this number in the order of the record."""

    do: Literal["move"]
    at: date
    by: str
    recommendation: int
    to: RecommendationStatus
    progress: int | None = None
    because: str | None = None


class SampleAction(_Said):
    """An action with its other versions."""

    do: Literal["action"]
    versions: dict[Language, str]
    owner: str
    due: date


class SampleDone(_Row):
    """The action with this number in the order of the record is done."""

    do: Literal["done"]
    at: date
    by: str
    action: int


class SampleEvidence(_Said):
    """Evidence with its title; obstacles and recommendations by their numbers in the order of the record."""

    do: Literal["evidence"]
    address: str
    sort: EvidenceSort
    obstacles: tuple[int, ...] = ()
    recommendations: tuple[int, ...] = ()


class SamplePosition(_Row):
    """What a member holds of the recommendation with this number in the order of the record."""

    do: Literal["position"]
    at: date
    by: str
    recommendation: int
    stance: Stance
    comment: str | None = None


class SampleMeeting(_Row):
    """A meeting: what was recorded about its theme on its date was recorded in it; `here` are handles."""

    at: date
    by: str
    theme: str
    phase: str
    mode: Mode
    here: tuple[str, ...]


class SampleOpenMeeting(_Row):
    """A meeting that is open when the record is loaded."""

    by: str
    theme: str


SampleEvent = Annotated[
    SampleNote
    | SampleObstacle
    | SampleRecommendation
    | SampleMove
    | SampleAction
    | SampleDone
    | SampleEvidence
    | SamplePosition,
    Field(discriminator="do"),
]


class Sample(_Row):
    """The whole file; events stand in the order of their dates."""

    about: str
    group: SampleGroup
    channels: tuple[SampleChannel, ...]
    members: tuple[SampleMember, ...]
    digest: SampleDigest
    meetings: tuple[SampleMeeting, ...]
    open_meeting: SampleOpenMeeting
    events: tuple[SampleEvent, ...]

    @classmethod
    def read(cls) -> Sample:
        """The sample of this package. Raises pydantic's ValidationError."""
        text = resources.files("bot.demo").joinpath("sample.json").read_text("utf-8")
        return cls.model_validate_json(text)

    @property
    def ends_on(self) -> date:
        """The date of the last event."""
        return max(event.at for event in self.events)
