"""Positions that count, and the matrix of sectors and countries."""

from datetime import UTC, datetime

from domain.group import Seat, Sector
from domain.people import Member, Role
from domain.position import Position, Stance, counted, matrix, owing
from tests.fakes.scene import CHARTER

NOW = datetime(2027, 3, 3, 16, 0, tzinfo=UTC)


def member(
    user: str, role: Role = Role.MEMBER, sector: Sector = Sector.INDUSTRY, country: str = "MX"
) -> Member:
    return Member(user=user, role=role, sector=sector, country=country, organisation="Plant")


def position(user: str, stance: Stance = Stance.SUPPORT, edition: int = 1) -> Position:
    return Position(user=user, stance=stance, comment=None, edition=edition, at=NOW)


MEMBERS = {
    one.user: one
    for one in (
        member("U1"),
        member("U2", sector=Sector.GOVERNMENT, country="US"),
        member("U3", Role.OBSERVER),
        member("U4", Role.CHAIR, Sector.ACADEMIA),
    )
}


def test_the_positions_of_members_on_the_present_text_count() -> None:
    positions = [
        position("U1"),
        position("U2", edition=2),
        position("U3", edition=2),
        position("U9", edition=2),
    ]

    assert [voice.member.user for voice in counted(positions, MEMBERS, 2)] == ["U2"]


def test_the_matrix_has_every_seat_of_the_group() -> None:
    table = matrix(counted([position("U1"), position("U2", Stance.OBJECTION)], MEMBERS, 1), CHARTER)

    assert len(table.counts) == len(CHARTER.countries) * len(CHARTER.sectors)
    assert table.counts[Seat(Sector.INDUSTRY, "MX")][Stance.SUPPORT] == 1
    assert table.counts[Seat(Sector.GOVERNMENT, "US")][Stance.OBJECTION] == 1
    assert table.total(Stance.SUPPORT) == 1
    assert Seat(Sector.INDUSTRY, "MX") not in table.silent
    assert len(table.silent) == len(table.counts) - 2


def test_a_voice_from_a_seat_the_group_does_not_have_is_in_no_cell() -> None:
    elsewhere = {"U5": member("U5", country="CA")}

    assert matrix(counted([position("U5")], elsewhere, 1), CHARTER).total(Stance.SUPPORT) == 0


def test_observers_and_those_who_have_spoken_owe_no_position() -> None:
    owed = owing(MEMBERS.values(), [position("U1"), position("U2", edition=2)], 2)

    assert [one.user for one in owed] == ["U1", "U4"]
