"""Taking a position on a recommendation, and where everybody stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from domain.agreement import Shortfall, shortfall
from domain.change import Change, ChangeKind, NewChange
from domain.item import change_to
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.position import Matrix, Position, Stance, Voice, counted, matrix
from domain.recommendation import Recommendation, RecommendationStatus
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.text import recordable
from domain.undo import standing
from domain.usecases.items import item_in
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.writes import told_again

LOOKS_BACK = 200
"""A member's own changes to one recommendation among which the position before their last is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePosition:
    """What a member holds of a recommendation; `comment` says why.

    `edition` is that of the text that the person saw when they pressed a button; None: they typed it.
    """

    origin: Origin
    group: int
    reference: Reference
    stance: Stance
    comment: str | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Where the members stand on a recommendation.

    `voices` are the positions that count, `outdated` those on an earlier text; `shortfall` is what the
    group's rule still misses.
    """

    voices: tuple[Voice, ...]
    outdated: tuple[Position, ...]
    matrix: Matrix
    shortfall: Shortfall


@dataclass(frozen=True, slots=True)
class Taken:
    """The position as it is stored, what the person held before it, and where everybody stands now.

    `changed` is False when they had said the same already; `repeated`: this very interaction had.
    """

    item: Recommendation
    position: Position
    before: Stance | None
    balance: Balance
    changed: bool = True
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class TextChanged:
    """Nothing was stored: the person saw another text than the one that the recommendation has now."""

    item: Recommendation


TakeOutcome: TypeAlias = Taken | TextChanged


def take_position(command: TakePosition, uow: UnitOfWork, now: datetime) -> TakeOutcome:
    """Store the member's latest word. Raises Refusal NOT_A_RECOMMENDATION, CLOSED and those of `require`."""
    scene = enter(uow, command.origin, command.group)
    found = _recommendation(scene.record, command.reference)
    held = _held(scene, found)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return _replayed(scene.record, found, held, told_again(scene.record, receipt))
    require(scene.actor, Right.RECORD)
    if not RecommendationStatus(found.status).is_open:
        raise Refusal(RefusalCode.CLOSED, reference=str(found.reference), status=str(found.status))
    if command.edition not in {None, found.edition}:
        return TextChanged(found)
    taken = Position(
        user=scene.actor.person.user,
        stance=command.stance,
        comment=recordable(command.comment) if command.comment else None,
        edition=found.edition,
        at=now,
    )
    if held is not None and not _says_more(taken, held):
        return Taken(found, held, held.stance, balance(scene.record, found), changed=False)
    scene.record.positions.put(found.number, taken)
    scene.write(command.origin, found, [_told(found, held, taken)], now)
    return Taken(found, taken, None if held is None else held.stance, balance(scene.record, found))


def balance(record: GroupRecord, recommendation: Recommendation) -> Balance:
    """Where the members stand on a recommendation."""
    positions = record.positions.of(recommendation.number)
    members = {member.user: member for member in record.members.all()}
    voices = counted(positions, members, recommendation.edition)
    return Balance(
        voices=voices,
        outdated=tuple(one for one in positions if one.edition != recommendation.edition),
        matrix=matrix(voices, record.group),
        shortfall=shortfall(voices, record.group),
    )


def told_in(change: Change) -> Position:
    """The position that a change of kind POSITIONED tells of. Raises ValueError for one that was taken back.

    Before editions were told there was one only.
    """
    return Position(
        user=change.actor,
        stance=Stance(change.after or ""),
        comment=change.comment,
        edition=change.edition or 1,
        at=change.at,
    )


def former_position(record: GroupRecord, taken: Change) -> Position | None:
    """What the member held before they took this position; None: nothing.

    Raises Refusal UNDO_IMPOSSIBLE where it is not found among their latest changes to the recommendation.
    """
    if taken.subject is None or taken.before is None:
        return None
    own = record.changes.latest_of_by(taken.subject, taken.actor, LOOKS_BACK)
    for change in standing(own):
        if change.kind is ChangeKind.POSITIONED and change.number < taken.number:
            return told_in(change)
    raise Refusal(RefusalCode.UNDO_IMPOSSIBLE, reference=str(taken.subject))


def _replayed(
    record: GroupRecord, found: Recommendation, held: Position | None, told: Sequence[Change]
) -> Taken:
    """What the interaction was answered when it came first, whatever the member holds by now."""
    stands = balance(record, found)
    if told:
        before = None if told[0].before is None else Stance(told[0].before)
        return Taken(found, told_in(told[0]), before, stands, repeated=True)
    if held is None:
        raise Refusal(RefusalCode.UNDO_DONE, reference=str(found.reference))
    return Taken(found, held, held.stance, stands, changed=False, repeated=True)


def _recommendation(record: GroupRecord, reference: Reference) -> Recommendation:
    found = item_in(record, reference)
    if not isinstance(found, Recommendation):
        raise Refusal(RefusalCode.NOT_A_RECOMMENDATION, reference=str(reference))
    return found


def _held(scene: Scene, found: Recommendation) -> Position | None:
    user = scene.actor.person.user
    return next((one for one in scene.record.positions.of(found.number) if one.user == user), None)


def _says_more(taken: Position, held: Position) -> bool:
    """Whether it differs from what is held: said again without a comment, the one given before stays."""
    same = (taken.stance, taken.edition) == (held.stance, held.edition)
    return not same or taken.comment not in {None, held.comment}


def _told(found: Recommendation, held: Position | None, taken: Position) -> NewChange:
    former = None if held is None else held.stance
    return change_to(
        found,
        ChangeKind.POSITIONED,
        former,
        taken.stance,
        comment=taken.comment,
        edition=taken.edition,
    )
