"""The life of an item: a table of moves for each kind, and the one way in which all of them move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from domain.change import ChangeKind, NewChange
from domain.item import Item, change_to, in_status, written_successor
from domain.refusal import Refusal, RefusalCode

ItemT = TypeVar("ItemT", bound=Item)

PROGRESS_DONE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Where an item should go, and why.

    `to` is a status of its kind. `progress` is a percentage; None leaves it. `successor` is the number of the
    item of the same series that takes its place. `at` is UTC.
    """

    to: str
    at: datetime
    reason: str | None = None
    progress: int | None = None
    successor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """How a kind lives. `forward` names the statuses that each status leads to.

    Those in `reasons` are reached with a reason only, those in `successions` by giving way to another item.
    In `done` the progress is 100 %; None: nobody carries this kind out, and it has no progress. What is
    closed is reopened with a reason, unless it `reopens_freely`.
    """

    forward: Mapping[str, frozenset[str]]
    reasons: frozenset[str] = frozenset()
    successions: frozenset[str] = frozenset()
    done: str | None = None
    reopens_freely: bool = False

    def is_closed(self, status: str) -> bool:
        """Whether nothing leads on from the status, so that it can only be reopened."""
        return not self.forward.get(status)


@dataclass(frozen=True, slots=True)
class Former:
    """What a closed item was before it was closed."""

    status: str
    progress: int


def move(item: ItemT, movement: Movement, lifecycle: Lifecycle) -> tuple[ItemT, tuple[NewChange, ...]]:
    """The item in its new state, with the changes that tell of it; where it stands already, as it is.

    Raises Refusal MOVE_IMPOSSIBLE, CLOSED, REASON_NEEDED, SUCCESSOR_NEEDED, SUCCESSOR_ITSELF,
    PROGRESS_OUT_OF_RANGE or PROGRESS_UNKNOWN.
    """
    to = movement.to
    if to == item.status and movement.progress is None and movement.successor in {None, item.successor}:
        return item, ()
    if to != item.status and to not in lifecycle.forward.get(item.status, frozenset()):
        raise Refusal(
            RefusalCode.MOVE_IMPOSSIBLE, reference=str(item.reference), before=str(item.status), after=str(to)
        )
    if to in lifecycle.reasons and not movement.reason:
        raise Refusal(RefusalCode.REASON_NEEDED, reference=str(item.reference), status=str(to))
    return _arrived(
        item, movement, _successor(item, movement, lifecycle), _progress(item, movement, lifecycle)
    )


def reopen(
    item: ItemT, former: Former, movement: Movement, lifecycle: Lifecycle
) -> tuple[ItemT, tuple[NewChange, ...]]:
    """A closed item as it was before, with the changes that tell of it. `movement.to` is not looked at.

    Raises Refusal NOT_CLOSED, REASON_NEEDED, PROGRESS_OUT_OF_RANGE or PROGRESS_UNKNOWN.
    """
    if not lifecycle.is_closed(item.status):
        raise Refusal(RefusalCode.NOT_CLOSED, reference=str(item.reference), status=str(item.status))
    if not movement.reason and not lifecycle.reopens_freely:
        raise Refusal(RefusalCode.REASON_NEEDED, reference=str(item.reference), status=former.status)
    back = replace(movement, to=former.status)
    said = movement.progress is not None
    progress = _progress(item, back, lifecycle) if said else former.progress
    return _arrived(item, back, None, progress)


def _successor(item: Item, movement: Movement, lifecycle: Lifecycle) -> int | None:
    if movement.to not in lifecycle.successions:
        return None
    if movement.successor is None:
        reference = str(item.reference)
        raise Refusal(RefusalCode.SUCCESSOR_NEEDED, reference=reference, status=str(movement.to))
    if movement.successor == item.number:
        raise Refusal(RefusalCode.SUCCESSOR_ITSELF, reference=str(item.reference))
    return movement.successor


def _progress(item: Item, movement: Movement, lifecycle: Lifecycle) -> int:
    progress = movement.progress
    if progress is not None and lifecycle.done is None:
        raise Refusal(RefusalCode.PROGRESS_UNKNOWN, reference=str(item.reference))
    if progress is not None and not 0 <= progress <= PROGRESS_DONE:
        raise Refusal(RefusalCode.PROGRESS_OUT_OF_RANGE, progress=progress)
    if movement.to == lifecycle.done:
        return PROGRESS_DONE
    if progress in {None, item.progress}:
        return item.progress
    if movement.to == item.status and lifecycle.is_closed(item.status):
        raise Refusal(RefusalCode.CLOSED, reference=str(item.reference), status=str(item.status))
    return progress


def _arrived(
    item: ItemT, movement: Movement, successor: int | None, progress: int
) -> tuple[ItemT, tuple[NewChange, ...]]:
    moved = replace(in_status(item, movement.to), progress=progress, successor=successor)
    if moved == item:
        return item, ()
    moved = replace(moved, changed_at=movement.at, version=item.version + 1)
    return moved, tuple(_told(item, moved, movement.reason))


def _told(before: Item, after: Item, reason: str | None) -> list[NewChange]:
    shifts = (
        (ChangeKind.MOVED, str(before.status), str(after.status)),
        (ChangeKind.PROGRESSED, str(before.progress), str(after.progress)),
        (ChangeKind.SUCCEEDED, written_successor(before), written_successor(after)),
    )
    return [change_to(after, kind, old, new, comment=reason) for kind, old, new in shifts if old != new]
