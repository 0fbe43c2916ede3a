"""Taking a position on a recommendation, and where everybody stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.agreement import Shortfall, shortfall
from domain.change import ChangeKind, NewChange
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.position import Matrix, Position, Stance, Voice, counted, matrix
from domain.receipt import Receipt
from domain.recommendation import Recommendation, RecommendationStatus
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.text import recordable
from domain.usecases.moving import item_in
from domain.usecases.origin import Origin, Scene, enter


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePosition:
    """What a member holds of a recommendation; `comment` says why."""

    origin: Origin
    group: int
    reference: Reference
    stance: Stance
    comment: str | None = None


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

    `changed` is False when they had said the same already.
    """

    item: Recommendation
    position: Position
    before: Stance | None
    balance: Balance
    changed: bool = True


def take_position(command: TakePosition, uow: UnitOfWork, now: datetime) -> Taken:
    """Store the member's latest word. Raises Refusal NOT_A_RECOMMENDATION, CLOSED and those of `require`."""
    scene = enter(uow, command.origin, command.group)
    found = _recommendation(scene.record, command.reference)
    held = _held(scene, found)
    if held is not None and scene.workspace.receipts.find(command.origin.key) is not None:
        return Taken(found, held, held.stance, balance(scene.record, found), changed=False)
    require(scene.actor, Right.RECORD)
    if not RecommendationStatus(found.status).is_open:
        raise Refusal(RefusalCode.CLOSED, reference=str(found.reference), status=str(found.status))
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
    scene.record.changes.append([_told(found, held, taken)], taken.user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(str(found.reference)), now)
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
    return NewChange(
        kind=ChangeKind.POSITIONED,
        subject=found.reference,
        theme=found.theme,
        before=None if held is None else held.stance,
        after=taken.stance,
        comment=taken.comment,
    )
