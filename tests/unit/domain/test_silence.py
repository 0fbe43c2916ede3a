"""From which sectors and countries no word came."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.change import Change, ChangeKind
from domain.group import Seat, Sector
from domain.silence import NOBODY_SILENT, Listener, silence
from tests.fakes.scene import CHARTER

AT = datetime(2027, 3, 1, tzinfo=UTC)
GOVERNMENT, INDUSTRY, ACADEMIA = Sector
SEATS = [Seat(sector, country) for country in CHARTER.countries for sector in CHARTER.sectors]


def seats(*taken: tuple[Sector, str]) -> list[Seat]:
    return [Seat(sector, country) for sector, country in taken]


def told(kind: ChangeKind, actor: str = "U1", **facts: str) -> Change:
    return Change(kind=kind, number=1, actor=actor, at=AT, **facts)  # type: ignore[arg-type]  # before, after, person


def test_a_country_is_named_instead_of_its_seats_and_a_sector_too() -> None:
    found = silence(CHARTER, seats((GOVERNMENT, "MX"), (INDUSTRY, "MX")))
    assert (found.sectors, found.countries, found.seats) == ((ACADEMIA,), ("US",), ())


def test_where_others_of_sector_and_country_spoke_the_seat_is_named() -> None:
    heard = seats((GOVERNMENT, "MX"), (INDUSTRY, "MX"), (GOVERNMENT, "US"), (ACADEMIA, "US"))
    found = silence(CHARTER, heard)
    assert (found.sectors, found.countries) == ((), ())
    assert found.seats == (Seat(ACADEMIA, "MX"), Seat(INDUSTRY, "US"))


@pytest.mark.parametrize("heard", [[], SEATS, seats((ACADEMIA, "FR"))])
def test_nobody_is_named_where_all_spoke_or_none(heard: list[Seat]) -> None:
    assert silence(CHARTER, heard) == NOBODY_SILENT


@given(st.sets(st.sampled_from(SEATS), min_size=1))
def test_what_is_named_are_exactly_the_seats_that_nobody_spoke_from(heard: set[Seat]) -> None:
    found = silence(CHARTER, heard)
    named = {
        seat
        for seat in SEATS
        if seat.sector in found.sectors or seat.country in found.countries or seat in found.seats
    }
    assert named == set(SEATS) - heard


def test_a_word_is_an_item_a_position_or_being_there() -> None:
    listener = Listener()
    for change in (
        told(ChangeKind.RECORDED, "U1"),
        told(ChangeKind.POSITIONED, "U2"),
        told(ChangeKind.ATTENDED, "U9", after="U3", person="U3"),
        told(ChangeKind.MOVED, "U4"),
        told(ChangeKind.EDITED, "U5"),
    ):
        listener.hear(change)
    assert listener.heard == {"U1", "U2", "U3"}


def test_who_was_not_there_after_all_is_not_heard() -> None:
    listener = Listener()
    came = told(ChangeKind.ATTENDED, after="U3", person="U3")
    listener.hear(came)
    listener.hear(replace(came, before="U3", after=None))
    assert listener.heard == frozenset()
