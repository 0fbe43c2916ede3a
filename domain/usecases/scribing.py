"""Recording what people write in a meeting's thread; a corrected message corrects its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.item import WITHDRAWN, Item
from domain.meeting import Meeting, MeetingStatus
from domain.permissions import Right, may_record, require
from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.scribed import UNRECORDED, Scribed
from domain.usecases.moving import Move, move
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.scribble_bounds import require_going_on, unchanged
from domain.usecases.scribbling import Misread, Scribble, ScribedMessage, correct, record
from domain.usecases.scribe_answers import DeclinedLine, reactions, reply
from domain.usecases.scribe_deeds import Deed, Deeds, deeds_of, held_item


@dataclass(slots=True)
class _Page:
    """A message as it is read into the record: where, and how many entries of it there are."""

    message: ScribedMessage
    scene: Scene
    meeting: Meeting
    uow: UnitOfWork
    now: datetime
    entries: int


@dataclass(slots=True)
class _Done:
    """What came of the deeds: items by deed, and which deeds were refused."""

    items: list[tuple[Deed, Item]] = field(default_factory=list)
    refused: list[DeclinedLine] = field(default_factory=list)


def scribe(message: ScribedMessage, group: int, uow: UnitOfWork, now: datetime) -> tuple[Item, ...]:
    """What was recorded or corrected. Lines that are refused are answered and leave the others alone.

    The same version of a message a second time, and an older one late, do nothing. Raises Refusal when the
    whole message is refused.
    """
    scene = enter(uow, message.origin("read"), group)
    meeting = scene.record.meetings.in_thread(message.channel, message.thread)
    if meeting is None:
        return ()
    present = scene.record.scribed.of_message(message.channel, message.ts)
    if present and max(each.edited for each in present) >= message.edited:
        return ()
    wanted = deeds_of(message.lines, present, scene, meeting)
    if not wanted.deeds and not wanted.over:
        _stamp(message, scene, meeting)
        return ()
    _require_writer(wanted.deeds, scene)
    if meeting.status != MeetingStatus.OPEN and not present:
        raise Refusal(RefusalCode.MEETING_ENDED, reference=str(meeting.reference))
    page = _Page(message, scene, meeting, uow, now, len(present))
    done = _all_done(wanted.deeds, page)
    _stamp(message, scene, meeting)
    _answer(page, wanted, done)
    return tuple(item for _, item in done.items)


def _all_done(deeds: Sequence[Deed], page: _Page) -> _Done:
    """Every deed once. One that is refused has written nothing: each is judged before it writes."""
    done = _Done()
    for deed in deeds:
        if isinstance(deed.line, Misread):
            done.refused.append(DeclinedLine(deed.line, deed.held))
            continue
        try:
            item = _done(deed, deed.line, page)
        except Refusal as refusal:
            done.refused.append(DeclinedLine(deed.line, deed.held, refusal))
        else:
            if item is not None:
                done.items.append((deed, item))
    return done


def _done(deed: Deed, line: Scribble | None, page: _Page) -> Item | None:
    """Store what the line comes to, and which entry of the message it is. Raises Refusal."""
    message, scene, held = page.message, page.scene, deed.held
    scribed, group = scene.record.scribed, scene.record.group.id
    if held is not None:
        require_going_on(held, scene, message.person.user, gone=line is None)
    if held is None and line is not None:
        if page.meeting.status != MeetingStatus.OPEN:
            raise Refusal(RefusalCode.MEETING_ENDED, reference=str(page.meeting.reference))
        origin = message.origin(str(page.entries))
        item = record(line, origin, page.meeting.reference, group, page.uow, page.now)
        scribed.put(_entry(message, page.entries, item, line.mark))
        page.entries += 1
        return item
    if held is None:
        return None
    if line is None:
        withdrawn = _taken_back(held, message.origin(f"{held.entry}:gone:{message.edited}"), page)
        scribed.put(replace(held, gone=True, edited=message.edited))
        return withdrawn
    origin = message.origin(f"{held.entry}:{message.edited}")
    item = correct(line, held.reference, origin, group, page.uow, page.now)
    scribed.put(replace(held, mark=line.mark, edited=message.edited))
    return item


def _answer(page: _Page, wanted: Deeds, done: _Done) -> None:
    """The emoji for what is new, and a word in the thread about all that is not as the message says."""
    new = [deed.line.kind for deed, _ in done.items if deed.held is None and deed.line is not None]
    stayed = [
        each
        for deed, item in done.items
        if deed.held is not None and deed.line is not None
        for each in unchanged(deed.line, item, page.scene, page.meeting.theme)
    ]
    over = wanted.refusal()
    told = [*stayed, *_kept_words(done)]
    problems: list[DeclinedLine | Refusal] = [*([over] if over else []), *done.refused, *told]
    for delivery in reactions(page.scene, page.message, new, page.now):
        page.uow.outbox.add(delivery)
    if problems:
        page.uow.outbox.add(reply(page.scene, page.message, problems, page.now))


def _kept_words(done: _Done) -> Iterator[Refusal]:
    """What stays in a text though it may have been meant otherwise."""
    for deed, item in done.items:
        for words in deed.line.kept if isinstance(deed.line, Scribble) else ():
            yield Refusal(RefusalCode.SCRIBED_WORDS, reference=str(item.reference), words=words)


def _require_writer(deeds: Sequence[Deed], scene: Scene) -> None:
    """Whoever may record no more is told what stays in the record. Raises Refusal."""
    if not may_record(scene.actor):
        found = [held_item(deed.held, scene) for deed in deeds if deed.held is not None]
        stays = [str(item.reference) for item in found if item is not None and item.status != WITHDRAWN]
        if stays:
            raise Refusal(RefusalCode.SCRIBED_KEPT, references=", ".join(stays), reference=stays[0])
    require(scene.actor, Right.RECORD)


def _taken_back(held: Scribed, origin: Origin, page: _Page) -> Item | None:
    """The record withdrawn; None when it was already. Raises Refusal."""
    found = held_item(held, page.scene)
    if found is None or found.status == WITHDRAWN:
        return None
    group = page.scene.record.group.id
    wanted = Move(origin=origin, group=group, reference=held.reference, to=WITHDRAWN)
    return move(wanted, page.uow, page.now).item


def _entry(message: ScribedMessage, entry: int, item: Item, mark: str) -> Scribed:
    return Scribed(
        channel=message.channel,
        ts=message.ts,
        entry=entry,
        reference=item.reference,
        mark=mark,
        edited=message.edited,
    )


def _stamp(message: ScribedMessage, scene: Scene, meeting: Meeting) -> None:
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
