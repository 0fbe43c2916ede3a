"""What a digest covers: a filter over items, with the meaning that lists give the same words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from domain.group import Sector
from domain.item import Item
from domain.people import Member
from domain.reference import RecordKind, Reference


@dataclass(frozen=True, slots=True)
class Company:
    """What a coverage asks besides the item: the members, and on what its reader has taken a position."""

    members: Mapping[str, Member] = field(default_factory=dict)
    spoken: frozenset[Reference] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which items a digest tells of: those that fit everything that is said; with nothing said, all of them.

    `themes` are keys. `mine_of` is a user id: what they recorded or carry out, as `list mine` has it.
    `sectors` are the author's, `countries` (ISO 3166) those that the item names, or where it names none, its
    author's. `concerning` is the user id of who wants no more than what concerns them: what is theirs, what
    they took a position on, what is in a theme they lead, and meetings. The themes they lead (`led`) are
    looked up when the words are made, and are not stored.
    """

    themes: tuple[str, ...] = ()
    mine_of: str | None = None
    sectors: tuple[Sector, ...] = ()
    countries: tuple[str, ...] = ()
    concerning: str | None = None
    led: tuple[str, ...] = field(default=(), compare=False)

    @property
    def by_theme_alone(self) -> bool:
        """Whether the theme of a change decides, and nobody has to look at its item."""
        return not (self.mine_of or self.sectors or self.countries or self.concerning)

    @property
    def reader(self) -> str | None:
        """The user id it turns on, if any."""
        return self.concerning or self.mine_of

    def read_by(self, member: Member | None) -> Coverage:
        """The same with the themes that its reader leads; `member` is who `concerning` names."""
        return replace(self, led=() if member is None else tuple(sorted(member.themes)))

    def covers(self, item: Item, company: Company) -> bool:
        """Whether the digest tells of the item as it is now."""
        return (
            (not self.themes or item.theme in self.themes)
            and (self.mine_of is None or self.mine_of in {item.author, item.owner})
            and self._fits_author(item, company.members.get(item.author))
            and (self.concerning is None or self._concerns(item, company))
        )

    def _fits_author(self, item: Item, author: Member | None) -> bool:
        theirs = () if author is None else (author.country,)
        countries = item.about or theirs
        of_sector = not self.sectors or (author is not None and author.sector in self.sectors)
        return of_sector and (not self.countries or any(one in self.countries for one in countries))

    def _concerns(self, item: Item, company: Company) -> bool:
        return (
            item.kind is RecordKind.MEETING
            or self.concerning in {item.author, item.owner}
            or item.theme in self.led
            or item.reference in company.spoken
        )

    def facts(self) -> dict[str, Any]:
        """It as JSON, as the facts of a delivery have it; what says nothing is left out but the themes."""
        said: dict[str, Any] = {
            "mine_of": self.mine_of,
            "sectors": [sector.value for sector in self.sectors],
            "countries": list(self.countries),
            "concerning": self.concerning,
        }
        return {"themes": list(self.themes)} | {name: value for name, value in said.items() if value}


EVERYTHING = Coverage()


def coverage_in(facts: Mapping[str, Any]) -> Coverage:
    """The coverage in a delivery's facts; those of an earlier release have themes alone.

    Raises KeyError or ValueError for other facts.
    """
    return Coverage(
        themes=tuple(facts["themes"]),
        mine_of=facts.get("mine_of"),
        sectors=tuple(Sector(sector) for sector in facts.get("sectors", ())),
        countries=tuple(facts.get("countries", ())),
        concerning=facts.get("concerning"),
    )
