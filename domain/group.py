"""A working group: its countries, sectors, themes, phases, drivers and rule of agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo, available_timezones

from domain.language import Language, Names
from domain.refusal import Refusal, RefusalCode

THEMES_MAX = 40
"""Themes of one group: a select takes 100 options; past 40 nobody finds their own."""


STALLED_WEEKS = 4
"""A recommendation under way that nobody has touched for so many weeks is stalled, unless the group says."""

STALLED_WEEKS_OFFERED = (1, 2, 3, 4, 6, 8, 12, 26)
"""What a chair chooses from."""


class Sector(StrEnum):
    """The triple helix."""

    GOVERNMENT = "government"
    INDUSTRY = "industry"
    ACADEMIA = "academia"


class AgreementRule(StrEnum):
    """What positions a recommendation needs before it is agreed (PRODUCT: recommendation status)."""

    OPEN = "open"
    NO_OBJECTION = "no-objection"
    EACH_COUNTRY = "each-country"
    TRIPLE_HELIX = "triple-helix"


@dataclass(frozen=True, slots=True)
class Theme:
    """One line of work. `aliases` are further words people type for it."""

    key: str
    names: Names
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the group's life."""

    key: str
    names: Names
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """Why a recommendation matters."""

    key: str
    names: Names


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A sector of a country: one cell of the matrix."""

    sector: Sector
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCharter:
    """Everything a group is founded with; `Group` is a charter that has been stored."""

    names: Names
    countries: tuple[str, ...]
    sectors: tuple[Sector, ...]
    languages: tuple[Language, ...]
    zone: str
    themes: tuple[Theme, ...]
    phases: tuple[Phase, ...]
    drivers: tuple[Driver, ...]
    phase: str
    starts_on: date
    horizon_months: int = 12
    agreement_rule: AgreementRule = AgreementRule.NO_OBJECTION
    stalled_weeks: int = STALLED_WEEKS

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Every seat there is, country by country."""
        return tuple(Seat(sector, country) for country in self.countries for sector in self.sectors)

    def sector(self, word: str) -> Sector:
        """The sector of the group that the word stands for. Raises Refusal SECTOR_UNKNOWN."""
        for sector in self.sectors:
            if sector.value == word:
                return sector
        raise Refusal(RefusalCode.SECTOR_UNKNOWN, word=word)

    def country(self, code: str) -> str:
        """The code, when it is of one of the group's countries. Raises Refusal COUNTRY_UNKNOWN."""
        if code not in self.countries:
            raise Refusal(RefusalCode.COUNTRY_UNKNOWN, word=code)
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(GroupCharter):
    """A working group of one workspace."""

    id: int
    workspace: str

    def theme(self, key: str | None) -> Theme | None:
        """The theme with this key; None for None. Raises Refusal THEME_UNKNOWN."""
        if key is None:
            return None
        for theme in self.themes:
            if theme.key == key:
                return theme
        raise Refusal(RefusalCode.THEME_UNKNOWN, word=key)

    @property
    def timezone(self) -> ZoneInfo:
        """The group's zone, in which its dates and quarters are read."""
        return ZoneInfo(self.zone)


NO_PLACES = frozenset({"Factory", "localtime", "posixrules"})
"""Ids that tzdata may list and that stand for no place, or for whatever the machine is set to."""


def known_zone(zone: str) -> str:
    """The IANA zone, when tzdata has it. Raises Refusal ZONE_UNKNOWN."""
    if zone in NO_PLACES or zone not in available_timezones():
        raise Refusal(RefusalCode.ZONE_UNKNOWN, word=zone)
    return zone
