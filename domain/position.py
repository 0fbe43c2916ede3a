"""Positions: what a member holds of a recommendation, and the balance of sectors and countries in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.group import GroupCharter, Seat
from domain.people import Member, Role


class Stance(StrEnum):
    """PRODUCT: position."""

    SUPPORT = "support"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    ABSTENTION = "abstention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a member (user id) holds of one recommendation since `at` (UTC): their latest word.

    `edition` is the edition of the recommendation's text that they spoke of.
    """

    user: str
    stance: Stance
    comment: str | None
    edition: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Voice:
    """A position with the member who holds it."""

    position: Position
    member: Member


@dataclass(frozen=True, slots=True)
class Matrix:
    """Positions by seat. Every seat of the group is there, those nobody spoke from with no count."""

    counts: Mapping[Seat, Mapping[Stance, int]]

    @property
    def silent(self) -> tuple[Seat, ...]:
        """Seats that nobody has spoken from."""
        return tuple(seat for seat, stances in self.counts.items() if not any(stances.values()))

    def total(self, stance: Stance) -> int:
        """How many hold this stance."""
        return sum(stances[stance] for stances in self.counts.values())


def counted(positions: Iterable[Position], members: Mapping[str, Member], edition: int) -> tuple[Voice, ...]:
    """The positions that count, with their members: of this edition of the text, and no observer's.

    Who has left the group is not counted either (PRODUCT: recommendation status).
    """
    return tuple(
        Voice(position, members[position.user])
        for position in positions
        if position.edition == edition
        and position.user in members
        and members[position.user].role is not Role.OBSERVER
    )


def matrix(voices: Sequence[Voice], charter: GroupCharter) -> Matrix:
    """The voices by seat, in the order of the group's countries and sectors."""
    counts = {seat: dict.fromkeys(Stance, 0) for seat in charter.seats}
    for voice in voices:
        cell = counts.get(Seat(voice.member.sector, voice.member.country))
        if cell is not None:
            cell[voice.position.stance] += 1
    return Matrix(counts)


def owing(members: Iterable[Member], positions: Iterable[Position], edition: int) -> tuple[Member, ...]:
    """The members who have not said yet what they hold of this edition; observers owe nothing."""
    spoken = {position.user for position in positions if position.edition == edition}
    return tuple(
        member for member in members if member.role is not Role.OBSERVER and member.user not in spoken
    )
