"""From which sectors and countries no word came."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from domain.change import Change, ChangeKind
from domain.group import GroupCharter, Seat, Sector

_WORDS = frozenset({ChangeKind.RECORDED, ChangeKind.POSITIONED})
"""What somebody says in their own name: an item, a position."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Sectors that no country has spoken for, countries that no sector has, and of the others the seats.

    A seat whose sector or country is named stands for itself no more.
    """

    sectors: tuple[Sector, ...] = ()
    countries: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sectors or self.countries or self.seats)


NOBODY_SILENT = Silence()


class Listener:
    """Hears who (user ids) recorded something, took a position or was at a meeting."""

    def __init__(self) -> None:
        self._spoke: set[str] = set()
        self._present: dict[str, int] = {}

    def hear(self, change: Change) -> None:
        """Take one more change in; who was marked as present and then was not there after all is no voice."""
        if change.kind in _WORDS:
            self._spoke.add(change.actor)
        elif change.kind is ChangeKind.ATTENDED and change.person is not None:
            came = 1 if change.after is not None else -1
            self._present[change.person] = self._present.get(change.person, 0) + came

    @property
    def heard(self) -> frozenset[str]:
        """Everybody of whom there was a word."""
        return frozenset({*self._spoke, *(user for user, times in self._present.items() if times > 0)})


def silence(charter: GroupCharter, heard: Iterable[Seat]) -> Silence:
    """What is left of the group's seats. Where nobody spoke at all there is nobody to tell apart: nothing."""
    spoken = frozenset(heard)
    seats = charter.seats
    if not spoken.intersection(seats):
        return NOBODY_SILENT
    empty = [seat for seat in seats if seat not in spoken]
    sectors = tuple(sector for sector in charter.sectors if _all_of(sector, seats, empty))
    countries = tuple(country for country in charter.countries if _all_in(country, seats, empty))
    left = (seat for seat in empty if seat.sector not in sectors and seat.country not in countries)
    return Silence(sectors, countries, tuple(left))


def _all_of(sector: Sector, seats: Collection[Seat], empty: Collection[Seat]) -> bool:
    return all(seat in empty for seat in seats if seat.sector is sector)


def _all_in(country: str, seats: Collection[Seat], empty: Collection[Seat]) -> bool:
    return all(seat in empty for seat in seats if seat.country == country)
