"""Recording what people write in a meeting's thread; a corrected message corrects its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.change import ChangeKind
from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.meeting import Meeting, MeetingStatus
from domain.permissions import Right, may_record, require
from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.scribed import UNRECORDED, Scribed
from domain.usecases.moving import HISTORY_READ, Move, move
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.scribbling import Line, Misread, Written, correct, record
from domain.usecases.scribe_answers import reactions, replies, unchanged

LINES_MAX = 50
"""Marked lines of one message: all are recorded in one transaction, whose answer has to be quick."""


class LinesRefused(Exception):  # noqa: N818 - an answer about lines
    """Lines were refused, by number: nothing of the message is stored until they are left out."""

    def __init__(self, refused: Mapping[int, Refusal]) -> None:
        super().__init__(", ".join(refusal.code.value for refusal in refused.values()))
        self.refused = refused


@dataclass(frozen=True, slots=True)
class _Deed:
    """What a line comes to: a new record, a correction of `held`, or (no `line`) its end."""

    number: int
    line: Line | None
    held: Scribed | None


def scribe(
    message: Written, group: int, refused: Mapping[int, Refusal], uow: UnitOfWork, now: datetime
) -> tuple[Item, ...]:
    """What was recorded or corrected; the lines that were `refused` before, by number, are only answered.

    The same version of a message a second time, and an older one late, do nothing. Raises LinesRefused, and
    Refusal when the whole message is.
    """
    scene = enter(uow, message.origin("read"), group)
    meeting = scene.record.meetings.in_thread(message.channel, message.thread)
    if meeting is None:
        return ()
    present = scene.record.scribed.of_message(message.channel, message.ts)
    if present and max(each.edited for each in present) >= message.edited:
        return ()
    deeds = list(_deeds(message.lines, present, scene, meeting))
    if not deeds:
        _stamp(message, scene, meeting)
        return ()
    _require_writer(deeds, scene)
    _require_readable(message)
    if meeting.status != MeetingStatus.OPEN and not present:
        raise Refusal(RefusalCode.MEETING_ENDED, reference=str(meeting.reference))
    left = [deed for deed in deeds if deed.number not in refused and not isinstance(deed.line, Misread)]
    done = _all_done(left, message, scene, meeting, uow, now)
    _stamp(message, scene, meeting)
    new = [deed.line.kind for deed in left if deed.held is None and deed.line is not None]
    stayed = [
        each
        for deed, items in zip(left, done, strict=True)
        if deed.held is not None and deed.line is not None
        for item in items
        for each in unchanged(deed.line, item, scene, meeting.theme)
    ]
    for delivery in (*reactions(scene, message, new, now), *replies(scene, message, refused, stayed, now)):
        uow.outbox.add(delivery)
    return tuple(item for items in done for item in items)


def _all_done(
    deeds: Sequence[_Deed], message: Written, scene: Scene, meeting: Meeting, uow: UnitOfWork, now: datetime
) -> list[list[Item]]:
    """The items of each deed. Every deed is tried, so that all that are refused are known at once.

    Raises LinesRefused: the transaction, with whatever half a deed left in it, is then rolled back.
    """
    done: list[list[Item]] = []
    refused: dict[int, Refusal] = {}
    for deed in deeds:
        try:
            done.append(_done(deed, message, scene, meeting, uow, now))
        except Refusal as refusal:
            refused[deed.number] = refusal
    if refused:
        raise LinesRefused(refused)
    return done


def _deeds(
    lines: Sequence[Line], present: Sequence[Scribed], scene: Scene, meeting: Meeting
) -> Iterator[_Deed]:
    """What each line comes to. One that reads as before stays as it is.

    Of the others one of the same kind corrects the first record that no line is left for; records that none
    is left for at all come to their end.
    """
    left = [each for each in present if not each.gone]
    changed: list[tuple[int, Line]] = []
    for number, line in enumerate(lines):
        same = next((each for each in left if each.mark == line.mark), None)
        if same is None:
            changed.append((number, line))
        else:
            left.remove(same)
    for number, line in changed:
        held = next((each for each in left if _corrects(line, each, scene, meeting)), None)
        if held is not None:
            left.remove(held)
        yield _Deed(number, line, held)
    for offset, each in enumerate(left):
        yield _Deed(len(lines) + offset, None, each)


def _corrects(line: Line, held: Scribed, scene: Scene, meeting: Meeting) -> bool:
    """Whether the line may be the record's new words.

    A note that became a decision is another record while one can be made; after the end it is corrected, for
    nothing new could stand for it.
    """
    if held.reference.series is not line.kind.series:
        return False
    if isinstance(line, Misread) or meeting.status != MeetingStatus.OPEN:
        return True
    found = _held_item(held, scene)
    return found is None or found.kind is line.kind


def _done(
    deed: _Deed, message: Written, scene: Scene, meeting: Meeting, uow: UnitOfWork, now: datetime
) -> list[Item]:
    """Store what the line comes to, and which entry of the message it is. Raises Refusal."""
    scribed, group = scene.record.scribed, scene.record.group.id
    held, line = deed.held, deed.line
    if held is not None and not isinstance(line, Misread):
        _require_untouched(held, message, scene)
    if held is None:
        if line is None or isinstance(line, Misread):
            return []
        if meeting.status != MeetingStatus.OPEN:
            raise Refusal(RefusalCode.MEETING_ENDED, reference=str(meeting.reference))
        entry = len(scribed.of_message(message.channel, message.ts))
        origin = message.origin(str(entry))
        item = record(line, origin, meeting.reference, group, uow, now)
        scribed.put(_entry(message, entry, item, line.mark))
        return [item]
    if line is None:
        origin = message.origin(f"{held.entry}:gone:{message.edited}")
        scribed.put(replace(held, gone=True, edited=message.edited))
        return _taken_back(held, origin, scene, uow, now)
    if isinstance(line, Misread):
        return []
    origin = message.origin(f"{held.entry}:{message.edited}")
    item = correct(line, held.reference, origin, group, uow, now)
    scribed.put(replace(held, mark=line.mark, edited=message.edited))
    return [item]


def _require_writer(deeds: Sequence[_Deed], scene: Scene) -> None:
    """Whoever may record no more is told what stays in the record. Raises Refusal."""
    if not may_record(scene.actor):
        found = [_held_item(deed.held, scene) for deed in deeds if deed.held is not None]
        stays = [str(item.reference) for item in found if item is not None and item.status != WITHDRAWN]
        if stays:
            raise Refusal(RefusalCode.SCRIBED_KEPT, references=", ".join(stays), reference=stays[0])
    require(scene.actor, Right.RECORD)


def _require_readable(message: Written) -> None:
    """A message is taken in whole: one with more lines than fit a transaction not at all. Raises Refusal."""
    if len(message.lines) > LINES_MAX:
        raise Refusal(RefusalCode.SCRIBED_LINES, count=len(message.lines), most=LINES_MAX)


def _require_untouched(held: Scribed, message: Written, scene: Scene) -> None:
    """What the group has gone on with, or somebody else has corrected, a message changes no more.

    Raises Refusal SCRIBED_MOVED_ON or SCRIBED_CORRECTED.
    """
    found = _held_item(held, scene)
    if found is None or found.status == WITHDRAWN:
        return
    series, reference = held.reference.series, str(held.reference)
    if found.status != next(iter(NATURES[series].statuses)):
        raise Refusal(RefusalCode.SCRIBED_MOVED_ON, reference=reference, status=str(found.status))
    latest = scene.record.changes.latest_of(series, held.reference.number, HISTORY_READ)
    if any(each.kind is ChangeKind.EDITED and each.actor != message.person.user for each in latest):
        raise Refusal(RefusalCode.SCRIBED_CORRECTED, reference=reference)


def _held_item(held: Scribed, scene: Scene) -> Item | None:
    found: Item | None = scene.record.items(held.reference.series).get(held.reference.number)
    return found


def _taken_back(held: Scribed, origin: Origin, scene: Scene, uow: UnitOfWork, now: datetime) -> list[Item]:
    """The record withdrawn, unless it was already."""
    found = _held_item(held, scene)
    if found is None or found.status == WITHDRAWN:
        return []
    group = scene.record.group.id
    outcome = move(Move(origin=origin, group=group, reference=held.reference, to=WITHDRAWN), uow, now)
    return [outcome.item]


def _entry(message: Written, entry: int, item: Item, mark: str) -> Scribed:
    return Scribed(
        channel=message.channel,
        ts=message.ts,
        entry=entry,
        reference=item.reference,
        mark=mark,
        edited=message.edited,
    )


def _stamp(message: Written, scene: Scene, meeting: Meeting) -> None:
    """This version was read: an older one that comes late finds that, also where nothing was recorded."""
    present = scene.record.scribed.of_message(message.channel, message.ts)
    if not present and message.edited and meeting.status == MeetingStatus.OPEN:
        nothing = Scribed(
            channel=message.channel,
            ts=message.ts,
            entry=0,
            reference=UNRECORDED,
            mark="",
            edited=message.edited,
            gone=True,
        )
        scene.record.scribed.put(nothing)
    for each in present:
        if each.edited < message.edited:
            scene.record.scribed.put(replace(each, edited=message.edited))
