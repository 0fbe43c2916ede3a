"""Who was at a meeting: said by themselves or by others, during it or afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.meeting import Meeting, mark, unmark
from domain.people import Member
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.convening import meant_meeting
from domain.usecases.corrections import tell_of_correction
from domain.usecases.gathering import meeting_in
from domain.usecases.origin import Origin, Scene, enter

MARKED_MAX = 100
"""People marked at a time: a command's text holds no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attend:
    """These people (user ids; none: oneself) were at the meeting `reference` (None: the one that is open).

    `present` False: they were not after all.
    """

    origin: Origin
    group: int
    reference: Reference | None = None
    users: tuple[str, ...] = ()
    present: bool = True


@dataclass(frozen=True, slots=True)
class Attended:
    """The meeting; `marked` are user ids for whom something changed, `unknown` those who are no members."""

    meeting: Meeting
    marked: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    repeated: bool = False


def attend(command: Attend, uow: UnitOfWork, now: datetime) -> Attended:
    """The meeting with these people. Raises Refusal, MEETING_ATTENDEE_UNKNOWN among others.

    Members mark anybody, also after the meeting. Who was marked takes themselves out again, as does whoever
    marked them, whoever opened the meeting, the theme's lead, and a chair.
    """
    scene = enter(uow, command.origin, command.group)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return _replayed(scene, receipt)
    require(scene.actor, Right.RECORD)
    found = meant_meeting(scene, command.origin.channel, command.reference)
    users = tuple(dict.fromkeys(command.users or (scene.actor.person.user,)))
    if len(users) > MARKED_MAX:
        raise Refusal(RefusalCode.TOO_MANY, limit=MARKED_MAX)
    members, unknown = _known(scene, users) if command.present else ((), ())
    if command.present and not members:
        raise Refusal(RefusalCode.MEETING_ATTENDEE_UNKNOWN)
    if command.present:
        marked, changes = mark(found, members, by=scene.actor.person.user, at=now)
    else:
        _require_unmarker(scene, found, users)
        marked, changes = unmark(found, users, now)
    if not changes:
        return Attended(found, (), unknown)
    scene.record.meetings.save(marked)
    people = tuple(change.person for change in changes if change.person is not None)
    facts = {"marked": " ".join(people), "unknown": " ".join(unknown)}
    told = scene.write(command.origin, marked, changes, now, Receipt(str(marked.reference), facts))
    tell_of_correction(uow, scene.record, marked, told)
    return Attended(marked, people, unknown)


def _known(scene: Scene, users: tuple[str, ...]) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    members = {user: scene.record.members.get(user) for user in users}
    known = tuple(member for member in members.values() if member is not None)
    return known, tuple(user for user, member in members.items() if member is None)


def _require_unmarker(scene: Scene, found: Meeting, users: tuple[str, ...]) -> None:
    user = scene.actor.person.user
    own = {user} | {each.user for each in found.present if each.marked_by == user}
    if found.opener != user and not own.issuperset(users):
        require(scene.actor, Right.MODERATE, found.theme)


def _replayed(scene: Scene, receipt: Receipt) -> Attended:
    found = meeting_in(scene.record, Reference.parse(receipt.subject))
    marked, unknown = (tuple(receipt.facts[name].split()) for name in ("marked", "unknown"))
    return Attended(found, marked, unknown, repeated=True)
