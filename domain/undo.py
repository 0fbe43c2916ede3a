"""Taking back: which changes of a history stand, and what an item is once a write to it is undone.

Nothing is deleted. An undo is a write of its own, and is itself not undone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from domain.change import Change, ChangeKind, NewChange
from domain.item import WITHDRAWN, Item, written_day, written_successor
from domain.recommendation import Recommendation
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode

ItemT = TypeVar("ItemT", bound=Item)
_Inverse: TypeAlias = Callable[[Item, Change], Item]


def standing(newest_first: Iterable[Change]) -> Iterator[Change]:
    """Those of the changes that were not taken back and take nothing back themselves, in the same order."""
    gone: set[int] = set()
    for change in newest_first:
        if change.kind is ChangeKind.UNDONE:
            gone |= {change.write, int(change.before or 0)}
        elif change.write not in gone:
            yield change


def take_back(item: ItemT, write: Sequence[Change], at: datetime) -> tuple[ItemT, tuple[NewChange, ...]]:
    """The item without what the changes of the write did to it, and the changes that tell of it.

    An item that was recorded is withdrawn and keeps its links. Raises Refusal UNDO_IMPOSSIBLE for a kind of
    change that has no way back.
    """
    own = [change for change in write if change.subject == item.reference]
    if any(change.kind is ChangeKind.RECORDED for change in own):
        own = [change for change in own if change.kind is ChangeKind.RECORDED]
    restored: Item = item
    for change in reversed(own):
        inverse = _INVERSES.get(change.kind)
        if inverse is None:
            raise Refusal(RefusalCode.UNDO_IMPOSSIBLE, reference=str(item.reference))
        restored = inverse(restored, change)
    back: ItemT = replace(restored, changed_at=at, version=item.version + 1)  # type: ignore[assignment]  # its own kind
    undone = _told(ChangeKind.UNDONE, item, str(write[0].write), None)
    return back, (*_differences(item, back), undone)


def _withdrawn(item: Item, _: Change) -> Item:
    return replace(item, status=WITHDRAWN)


def _moved_back(item: Item, change: Change) -> Item:
    return replace(item, status=change.before or item.status)


def _progress_back(item: Item, change: Change) -> Item:
    return replace(item, progress=int(change.before or 0))


def _assigned_back(item: Item, change: Change) -> Item:
    return replace(item, owner=change.before)


def _due_back(item: Item, change: Change) -> Item:
    return replace(item, due_on=None if change.before is None else date.fromisoformat(change.before))


def _succeeded_back(item: Item, change: Change) -> Item:
    return replace(item, successor=None if change.before is None else Reference.parse(change.before).number)


def _not_overridden(item: Item, _: Change) -> Item:
    return replace(item, override=None) if isinstance(item, Recommendation) else item


def _unlinked(item: Item, change: Change) -> Item:
    """Without the link that was made, and with the one that was taken away."""
    if not isinstance(item, Recommendation):
        return item
    made, taken = (
        None if one is None else Reference.parse(one).number for one in (change.after, change.before)
    )
    kept = [taken if one == made and taken is not None else one for one in item.answers]
    if made is None and taken is not None:
        kept.append(taken)
    return replace(item, answers=tuple(one for one in dict.fromkeys(kept) if one != made or taken == made))


_INVERSES: Mapping[ChangeKind, _Inverse] = MappingProxyType(
    {
        ChangeKind.RECORDED: _withdrawn,
        ChangeKind.LINKED: _unlinked,
        ChangeKind.MOVED: _moved_back,
        ChangeKind.PROGRESSED: _progress_back,
        ChangeKind.ASSIGNED: _assigned_back,
        ChangeKind.DUE: _due_back,
        ChangeKind.SUCCEEDED: _succeeded_back,
        ChangeKind.OVERRIDDEN: _not_overridden,
    }
)


def _differences(before: Item, after: Item) -> Iterator[NewChange]:
    shifts = (
        (ChangeKind.MOVED, str(before.status), str(after.status)),
        (ChangeKind.PROGRESSED, str(before.progress), str(after.progress)),
        (ChangeKind.SUCCEEDED, written_successor(before), written_successor(after)),
        (ChangeKind.ASSIGNED, before.owner, after.owner),
        (ChangeKind.DUE, written_day(before.due_on), written_day(after.due_on)),
    )
    for kind, old, new in shifts:
        if old != new:
            yield _told(kind, before, old, new)


def _told(kind: ChangeKind, item: Item, before: str | None, after: str | None) -> NewChange:
    return NewChange(kind=kind, subject=item.reference, theme=item.theme, before=before, after=after)
