"""What a meeting is about before it is held, and what is told of it afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.change import Change
from domain.digest import Shift
from domain.group import GroupCharter, Seat
from domain.item import Item
from domain.meeting import Attendance, Meeting
from domain.position import Stance
from domain.reference import RecordKind, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What is open in the meeting's theme, the first of each kind; `totals` count all there is.

    `last` is the theme's last meeting, None before the second one.
    """

    meeting: Meeting
    last: Meeting | None
    actions: tuple[Item, ...]
    obstacles: tuple[Item, ...]
    recommendations: tuple[Item, ...]
    totals: Mapping[RecordKind, int]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What a meeting came to. `items` were recorded in it, those taken back left out.

    `moved` and `progressed` are what happened to earlier items while it lasted, `positions` what was said of
    recommendations then, by stance. `subjects` holds the items of these. `seats` counts who was there by
    sector and country, every seat of the group among them. `following` is the next meeting of its theme.
    """

    meeting: Meeting
    items: tuple[Item, ...]
    moved: tuple[Shift, ...]
    progressed: tuple[Shift, ...]
    positions: Mapping[Reference, Mapping[Stance, int]]
    subjects: Mapping[Reference, Item]
    seats: Mapping[Seat, int]
    following: Meeting | None
    names: Mapping[str, str]

    @property
    def absent(self) -> tuple[Seat, ...]:
        """Sectors and countries nobody was there from."""
        return tuple(seat for seat, count in self.seats.items() if not count)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """One meeting whole: its agenda until it ends, its minutes from the beginning on, its latest changes."""

    meeting: Meeting
    agenda: Agenda | None
    minutes: Minutes | None
    history: tuple[Change, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was changed about a meeting after its minutes stood in the channel, oldest first."""

    meeting: Meeting
    changes: tuple[Change, ...]
    items: Mapping[Reference, Item]
    names: Mapping[str, str]


def seats_of(present: Iterable[Attendance], charter: GroupCharter) -> dict[Seat, int]:
    """How many were there by sector and country; seats of the group first, also those nobody came from."""
    seats = dict.fromkeys(charter.seats, 0)
    for each in present:
        seat = Seat(each.sector, each.country)
        seats[seat] = seats.get(seat, 0) + 1
    return seats
