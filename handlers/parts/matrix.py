"""The matrix of positions by country and sector, a line a country: it reads alike on a phone and aloud."""

from __future__ import annotations

from collections.abc import Mapping

from domain.agreement import Shortfall
from domain.group import Seat, Sector
from domain.position import Matrix, Stance
from handlers.parts.blocks import Block, bullets, said, strong
from handlers.parts.naming import person_name, sector_name
from handlers.words.translator import Translator

OBJECTING_SHOWN = 10
"""People named who object; the matrix counts all of them."""


def matrix_list(t: Translator, matrix: Matrix) -> Block:
    """A bullet for each country of the group."""
    return bullets([[strong(f"{country}: "), said(line)] for country, line in matrix_lines(t, matrix)])


def matrix_lines(t: Translator, matrix: Matrix) -> list[tuple[str, str]]:
    """Each country with what its sectors hold; one that nobody spoke for says so in a word."""
    countries: dict[str, dict[Sector, Mapping[Stance, int]]] = {}
    for seat, stances in matrix.counts.items():
        countries.setdefault(seat.country, {})[seat.sector] = stances
    return [(t.country(code), _country_line(t, sectors)) for code, sectors in countries.items()]


def totals(t: Translator, matrix: Matrix) -> str:
    """`3 supports, 1 objection`, zeros left out; that nobody has spoken when nobody has."""
    return _counted(t, {stance: matrix.total(stance) for stance in Stance})


def seat_name(t: Translator, seat: Seat) -> str:
    """`industry (Mexico)`."""
    return t("seat", sector=sector_name(t, seat.sector), country=t.country(seat.country))


def shortfall_lines(t: Translator, shortfall: Shortfall, names: Mapping[str, str]) -> list[str]:
    """What the group's rule still misses; `names` are display names by user id. Not escaped."""
    lines: list[str] = []
    if shortfall.objecting:
        objecting = [person_name(names, user) for user in shortfall.objecting[:OBJECTING_SHOWN]]
        more = len(shortfall.objecting) - len(objecting)
        further = [t("and-more.alone", count=more)] if more else []
        lines.append(t("missed-objecting", names=t.list([*objecting, *further])))
    places = [t.country(country) for country in shortfall.countries]
    places += [seat_name(t, seat) for seat in shortfall.seats]
    if places:
        lines.append(t("missed-support", places=t.list(places)))
    return lines


def _country_line(t: Translator, sectors: Mapping[Sector, Mapping[Stance, int]]) -> str:
    if not any(any(stances.values()) for stances in sectors.values()):
        return t("matrix-nobody")
    cells = [f"{sector_name(t, sector)}: {_counted(t, stances)}" for sector, stances in sectors.items()]
    return " · ".join(cells)


def _counted(t: Translator, stances: Mapping[Stance, int]) -> str:
    said_so = [t(f"stance-{stance.value}.counted", count=count) for stance, count in stances.items() if count]
    return ", ".join(said_so) or t("matrix-nobody")
