"""What the lines of a message in a meeting's thread come to, beside what was recorded from it before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.item import Item
from domain.meeting import Meeting, MeetingStatus
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.scribed import Scribed
from domain.usecases.items import recall
from domain.usecases.origin import Scene
from domain.usecases.scribbling import Line, Misread

LINES_MAX = 50
"""Marked lines of one message that are taken: all are recorded in one transaction, in which nobody else
writes to the group, and on SQLite nobody at all."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a line comes to: a new record, a correction of `held`, or (no `line`) its end."""

    line: Line | None
    held: Scribed | None


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a version of a message comes to; `over` are the lines, counted from 1, that are too many."""

    deeds: tuple[Deed, ...]
    over: tuple[int, ...] = ()

    def refusal(self) -> Refusal | None:
        """Which lines were not taken."""
        if not self.over:
            return None
        lines = ", ".join(_ranges(self.over))
        return Refusal(RefusalCode.SCRIBED_LINES, count=len(self.over), lines=lines, most=LINES_MAX)


def deeds_of(lines: Sequence[Line], present: Sequence[Scribed], scene: Scene, meeting: Meeting) -> Deeds:
    """What each line comes to. One that reads as before stays as it is.

    Of the others one of the same kind corrects the first record that no line is left for, the first LINES_MAX
    in all are new ones; records that no line is left for come to their end.
    """
    left = [each for each in present if not each.gone]
    changed: list[tuple[int, Line]] = []
    for number, line in enumerate(lines, 1):
        same = next((each for each in left if each.mark == line.mark), None)
        if same is None:
            changed.append((number, line))
        else:
            left.remove(same)
    kinds = _kinds(left, scene, meeting)
    deeds: dict[int, Deed] = {}
    for number, line in changed:
        held = next((each for each in left if _corrects(line, each, kinds)), None)
        if held is not None:
            left.remove(held)
        deeds[number] = Deed(line, held)
    new = [number for number, deed in deeds.items() if deed.held is None]
    room = LINES_MAX - (len(lines) - len(new))
    over = new[max(0, room) :]
    for number in over:
        del deeds[number]
    return Deeds((*deeds.values(), *(Deed(None, each) for each in left)), tuple(over))


def held_item(held: Scribed, scene: Scene) -> Item | None:
    """The record that the entry became."""
    return recall(scene.record, held.reference)


def _kinds(held: Sequence[Scribed], scene: Scene, meeting: Meeting) -> dict[int, RecordKind]:
    """By entry the kinds of records that only a line of the same kind corrects.

    A note that became a decision is another record while one can be made; after the end it is corrected, for
    nothing new could stand for it.
    """
    if meeting.status != MeetingStatus.OPEN:
        return {}
    found = {each.entry: held_item(each, scene) for each in held}
    return {entry: item.kind for entry, item in found.items() if item is not None}


def _corrects(line: Line, held: Scribed, kinds: Mapping[int, RecordKind]) -> bool:
    """Whether the line may be the record's new words."""
    if held.reference.series is not line.kind.series:
        return False
    return isinstance(line, Misread) or kinds.get(held.entry, line.kind) is line.kind


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """`3`, `5-9` for numbers that rise."""
    first = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield str(number) if first == place else f"{numbers[first]}\N{EN DASH}{number}"
            first = place + 1
