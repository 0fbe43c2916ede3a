"""Recording what people write in a meeting's thread; a corrected message corrects its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from domain.delivery import DeliveryKind, NewDelivery
from domain.item import WITHDRAWN, Item
from domain.meeting import Meeting, MeetingStatus
from domain.people import Person
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.scribed import Scribed
from domain.usecases.moving import Move, move
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.scribbling import Scribble, correct, record

REPLIED_ONCE = frozenset(
    {RefusalCode.GUEST_READS_ONLY, RefusalCode.OBSERVER_READS_ONLY, RefusalCode.MEMBERS_ONLY}
)
"""What concerns the person, not the line: said once in a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """A line that is meant to be recorded and could not be read.

    `code` names the problem, `word` is the wrong one, `suggestions` are words to write instead.
    """

    mark: str
    kind: RecordKind
    code: str
    word: str
    suggestions: tuple[str, ...] = ()


Line: TypeAlias = Scribble | Misread


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A message in a thread (`thread` is the ts of its first message) as it stands now; deleted: no lines.

    `edited` is the ts of its latest version, empty for the first one: later versions have greater ones.
    """

    person: Person
    channel: str
    thread: str
    ts: str
    edited: str
    lines: tuple[Line, ...]

    def origin(self, what: str) -> Origin:
        """The interaction that does one thing for this version of the message."""
        key = f"message:{self.channel}:{self.ts}:{what}"
        return Origin(person=self.person, channel=self.channel, key=key)


class LineRefused(Exception):  # noqa: N818 - an answer about one line
    """A line was refused: nothing of the message is stored until it is left out."""

    def __init__(self, line: int, refusal: Refusal) -> None:
        super().__init__(refusal.code.value)
        self.line = line
        self.refusal = refusal


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

    The same version of a message a second time, and an older one late, do nothing. Raises LineRefused, and
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
        _stamp(message, scene)
        return ()
    require(scene.actor, Right.RECORD)
    if meeting.status != MeetingStatus.OPEN and not present:
        raise Refusal(RefusalCode.MEETING_ENDED, reference=str(meeting.reference))
    items: list[Item] = []
    for deed in deeds:
        if deed.number in refused or isinstance(deed.line, Misread):
            continue
        try:
            items += _done(deed, message, scene, meeting, uow, now)
        except Refusal as refusal:
            raise LineRefused(deed.number, refusal) from None
    _stamp(message, scene)
    new = [
        deed.line.kind
        for deed in deeds
        if deed.held is None and isinstance(deed.line, Scribble) and deed.number not in refused
    ]
    for delivery in (*_reactions(scene, message, new, now), *_replies(scene, message, refused, now)):
        uow.outbox.add(delivery)
    return tuple(items)


def refuse(message: Written, group: int, refusal: Refusal, uow: UnitOfWork, now: datetime) -> None:
    """Answer a message in the thread of a meeting that was refused as a whole; not one that is gone."""
    workspace = uow.workspace(message.person.workspace)
    record = workspace.group(group)
    meeting = record.meetings.in_thread(message.channel, message.thread)
    binding = workspace.channels.get(message.channel)
    if not message.lines or meeting is None or binding is None or binding.group != group:
        return
    once = f"{meeting.reference}/{message.person.user}/{refusal.code.value}"
    of_message = f"{message.channel}/{message.ts}/{message.edited}"
    key = once if refusal.code in REPLIED_ONCE else of_message
    problem = {"code": refusal.code.value, "facts": dict(refusal.facts)}
    uow.outbox.add(_reply(record.group.workspace, group, key, message, [problem], now))


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
    found: Item | None = scene.record.items(held.reference.series).get(held.reference.number)
    return found is None or found.kind is line.kind


def _done(
    deed: _Deed, message: Written, scene: Scene, meeting: Meeting, uow: UnitOfWork, now: datetime
) -> list[Item]:
    """Store what the line comes to, and which entry of the message it is. Raises Refusal."""
    scribed, group = scene.record.scribed, scene.record.group.id
    held, line = deed.held, deed.line
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


def _taken_back(held: Scribed, origin: Origin, scene: Scene, uow: UnitOfWork, now: datetime) -> list[Item]:
    """The record withdrawn, unless it was already."""
    items = scene.record.items(held.reference.series)
    found: Item | None = items.get(held.reference.number)
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


def _stamp(message: Written, scene: Scene) -> None:
    """This version was read: an older one that comes late finds that."""
    for each in scene.record.scribed.of_message(message.channel, message.ts):
        if each.edited < message.edited:
            scene.record.scribed.put(replace(each, edited=message.edited))


def _reactions(
    scene: Scene, message: Written, kinds: Sequence[RecordKind], now: datetime
) -> Iterator[NewDelivery]:
    """One emoji for each kind; a second message about the same one is the same delivery."""
    group = scene.record.group
    for kind in dict.fromkeys(kinds):
        yield NewDelivery(
            key=f"{DeliveryKind.REACTION.value}:{group.workspace}/{message.channel}/{message.ts}/{kind.value}",
            kind=DeliveryKind.REACTION,
            workspace=group.workspace,
            group=group.id,
            subscription=None,
            channel=message.channel,
            facts={"kind": kind.value, "timestamp": message.ts},
            due_at=now,
        )


def _replies(
    scene: Scene, message: Written, refused: Mapping[int, Refusal], now: datetime
) -> Iterator[NewDelivery]:
    """One answer about every line that was not recorded."""
    problems: list[dict[str, object]] = []
    for number, line in enumerate(message.lines):
        refusal = refused.get(number)
        if refusal is not None:
            problems.append(
                {"kind": line.kind.value, "code": refusal.code.value, "facts": dict(refusal.facts)}
            )
        elif isinstance(line, Misread):
            problem = {"problem": line.code, "word": line.word, "suggestions": list(line.suggestions)}
            problems.append({"kind": line.kind.value, **problem})
    for number, refusal in refused.items():
        if number >= len(message.lines):
            problems.append({"code": refusal.code.value, "facts": dict(refusal.facts)})
    if problems:
        group = scene.record.group
        key = f"{message.channel}/{message.ts}/{message.edited}"
        yield _reply(group.workspace, group.id, key, message, problems, now)


def _reply(
    workspace: str,
    group: int,
    key: str,
    message: Written,
    problems: Sequence[Mapping[str, object]],
    now: datetime,
) -> NewDelivery:
    return NewDelivery(
        key=f"{DeliveryKind.SCRIBE.value}:{workspace}/{group}/{key}",
        kind=DeliveryKind.SCRIBE,
        workspace=workspace,
        group=group,
        subscription=None,
        channel=message.channel,
        facts={
            "thread": message.thread,
            "user": message.person.user,
            "problems": [dict(problem) for problem in problems],
        },
        due_at=now,
    )
