"""Moving an item through its life: who may, what stands in the way, and what moves along with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from domain import lifecycle
from domain.agreement import Shortfall
from domain.change import ChangeKind, NewChange
from domain.group import Group
from domain.item import WITHDRAWN, Item, change_to, told_link
from domain.kinds import LIFECYCLES, NATURES
from domain.lifecycle import Former, Movement
from domain.obstacle import ObstacleStatus
from domain.people import Role
from domain.permissions import Actor, Right, may, require
from domain.ports import UnitOfWork
from domain.position import Matrix
from domain.recommendation import PROGRESS_STATUSES, Recommendation, RecommendationStatus
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.text import recordable
from domain.usecases.corrections import tell_of_corrections
from domain.usecases.items import Stale, item_in, stale_for
from domain.usecases.notices import tell_of_move
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.positions import balance
from domain.usecases.remains import NOTHING, Remains, remains_of
from domain.usecases.snoozing import wake
from domain.usecases.writes import told_again

HISTORY_READ = 200
"""Latest changes of an item among which its closing is looked for: it is among the last few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where an item should go: a status of its kind; None: it stays, or with `reopen` comes back.

    `progress` is a percentage; None leaves it. `successor` is the item that takes its place. `version` is the
    one that the person saw; None when they did not say.
    """

    origin: Origin
    group: int
    reference: Reference
    to: str | None = None
    reopen: bool = False
    progress: int | None = None
    reason: str | None = None
    successor: Reference | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The item as it is now, and the changes this interaction made; none when it stood there already.

    `repeated`: this interaction had made them before. `remains`: what stands on an item that is withdrawn.
    """

    item: Item
    changes: tuple[NewChange, ...] = ()
    repeated: bool = False
    remains: Remains = NOTHING


@dataclass(frozen=True, slots=True)
class Blocked:
    """Nothing was changed: the group's rule of agreement does not hold yet."""

    item: Recommendation
    shortfall: Shortfall
    matrix: Matrix


MoveOutcome: TypeAlias = Moved | Stale | Blocked


def move(command: Move, uow: UnitOfWork, now: datetime) -> MoveOutcome:
    """The item where it was asked to go, or why it is not. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    found = item_in(scene.record, command.reference)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        remains = remains_of(scene.record, found)
        return Moved(found, told_again(scene.record, receipt), repeated=True, remains=remains)
    _require_led_by_moves(found, command)
    stale = stale_for(scene.record, found, command.version, command.origin.person.user)
    if stale is not None and stale.given_on:
        return stale
    require_mover(scene, found, command.to, reopening=command.reopen)
    if stale is not None:
        return stale
    movement = _movement(scene.record, found, command, now)
    moved, changes = _decided(scene.record, found, movement, reopening=command.reopen)
    if isinstance(found, Recommendation) and isinstance(moved, Recommendation) and _is_agreed(found, moved):
        stands = balance(scene.record, found)
        if stands.shortfall and not _may_override(scene, movement):
            return Blocked(found, stands.shortfall, stands.matrix)
        if stands.shortfall:
            moved = replace(moved, override=movement.reason)
            changes = (*changes, _overridden(scene.record.group, moved))
    if not changes:
        return Moved(found)
    scene.record.items(found.kind.series).save(moved)
    along = _merged(scene.record, moved, now) if moved.status == ObstacleStatus.MERGED else ()
    told = scene.write(command.origin, moved, (*changes, *along), now)
    tell_of_move(uow, scene, moved, told)
    wake(scene.record, found, moved)
    if WITHDRAWN in {found.status, moved.status}:
        tell_of_corrections(uow, scene.record, [moved], told)
    return Moved(moved, changes, remains=remains_of(scene.record, moved))


def _require_led_by_moves(found: Item, command: Move) -> None:
    """What has verbs of its own is taken back, and that undone, by moves; nothing else."""
    takes_back = command.to == WITHDRAWN or (command.reopen and found.status == WITHDRAWN)
    if NATURES[found.kind.series].own_verbs and not takes_back:
        raise Refusal(RefusalCode.MEETING_BY_VERBS, reference=str(found.reference))


def require_mover(scene: Scene, found: Item, to: str | None, *, reopening: bool = False) -> None:
    """Who may (PRODUCT: recommendation status, who may).

    Authors and chairs take back; only chairs reopen, but actions. Owners report progress and finish actions,
    authors too; leads and chairs do the rest. Raises Refusal as `require` does.
    """
    require(scene.actor, _right(scene.actor, found, to, reopening=reopening), found.theme)


def may_move(actor: Actor, found: Item, to: str | None, *, reopening: bool = False) -> bool:
    """Whether the actor may make this move; whether the item can, its lifecycle says."""
    return may(actor, _right(actor, found, to, reopening=reopening), found.theme)


def _right(actor: Actor, found: Item, to: str | None, *, reopening: bool) -> Right:
    user = actor.person.user
    is_action = found.kind.series is Series.ACTION
    if reopening and not is_action:
        return Right.ADMINISTER
    if to == WITHDRAWN and not reopening:
        return Right.RECORD if found.author == user else Right.ADMINISTER
    if is_action:
        return Right.RECORD if user in {found.owner, found.author} else Right.MODERATE
    reports = found.owner == user and {found.status, to or found.status} <= PROGRESS_STATUSES
    return Right.RECORD if reports else Right.MODERATE


def _movement(record: GroupRecord, found: Item, command: Move, now: datetime) -> Movement:
    successor = command.successor
    if successor is not None:
        _require_successor(record, found, successor)
    return Movement(
        to=found.status if command.to is None else command.to,
        at=now,
        reason=recordable(command.reason) if command.reason else None,
        progress=command.progress,
        successor=None if successor is None else successor.number,
    )


def _require_successor(record: GroupRecord, found: Item, successor: Reference) -> None:
    """What takes an item's place is of its series, is there, and is not closed itself."""
    if successor.series is not found.kind.series:
        raise Refusal(RefusalCode.SUCCESSOR_OTHER_KIND, reference=str(found.reference), other=str(successor))
    other = item_in(record, successor)
    if LIFECYCLES[successor.series].is_closed(other.status):
        raise Refusal(RefusalCode.SUCCESSOR_CLOSED, reference=str(successor), status=str(other.status))


def _decided(
    record: GroupRecord, found: Item, movement: Movement, *, reopening: bool
) -> tuple[Item, tuple[NewChange, ...]]:
    life = LIFECYCLES[found.kind.series]
    if reopening:
        return lifecycle.reopen(found, _former(record, found), movement, life)
    return lifecycle.move(found, movement, life)


def _former(record: GroupRecord, found: Item) -> Former:
    """What the item was before it came to be what it is; as it is, when its history does not say."""
    changes = record.changes.latest_of(found.reference, HISTORY_READ)
    closing = next(
        (change for change in changes if change.kind is ChangeKind.MOVED and change.after == found.status),
        None,
    )
    if closing is None or closing.before is None:
        return Former(found.status, found.progress)
    progress = next(
        (
            change.before
            for change in changes
            if change.kind is ChangeKind.PROGRESSED and change.write == closing.write
        ),
        None,
    )
    return Former(closing.before, found.progress if progress is None else int(progress))


def _is_agreed(before: Recommendation, after: Recommendation) -> bool:
    """Whether this move agrees it: going back there from under way is none."""
    agreed = RecommendationStatus.AGREED
    return after.status == agreed and before.status == RecommendationStatus.UNDER_REVIEW


def _may_override(scene: Scene, movement: Movement) -> bool:
    """A chair who gives a reason agrees what the group's rule does not, visibly."""
    member = scene.actor.member
    return movement.reason is not None and member is not None and member.role is Role.CHAIR


def _overridden(group: Group, moved: Recommendation) -> NewChange:
    return change_to(moved, ChangeKind.OVERRIDDEN, after=group.agreement_rule, comment=moved.override)


def _merged(record: GroupRecord, merged: Item, now: datetime) -> tuple[NewChange, ...]:
    """Whatever is linked to an obstacle that was merged is linked to the one it went into."""
    if merged.successor is None:
        return ()
    gone, instead = merged.reference, Reference(merged.kind.series, merged.successor)
    told: list[NewChange] = []
    for items in map(record.items, Series):
        for number in items.linking(gone):
            found: Item | None = items.get(number)
            if found is not None:
                items.save(_relinked(found, gone, instead, now))
                told.append(_told(found, gone, instead))
    return tuple(told)


def _relinked(found: Item, gone: Reference, instead: Reference, now: datetime) -> Item:
    links = (instead if one == gone else one for one in found.links)
    return replace(found.linked(tuple(dict.fromkeys(links))), changed_at=now, version=found.version + 1)


def _told(before: Item, gone: Reference, instead: Reference) -> NewChange:
    """`after` is None when it was linked to the other one already."""
    return told_link(before, before=gone, after=None if instead in before.links else instead)
