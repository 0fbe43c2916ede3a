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
from domain.editing import differences, restored
from domain.item import WITHDRAWN, Item, change_to, in_status, written_day, written_successor
from domain.meeting import Meeting, attended_back, marks_gone, moved_back, rescheduled_back
from domain.position import Position
from domain.recommendation import Recommendation
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode

ItemT = TypeVar("ItemT", bound=Item)
_Inverse: TypeAlias = Callable[[Item, Change], Item]


NO_WAY_BACK = frozenset({ChangeKind.MEETING_STARTED, ChangeKind.MEETING_ENDED})
"""Everybody in the channel was told of these (docs/decisions/0027)."""


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

    An item that was recorded is withdrawn and keeps its links. Raises Refusal UNDO_MEETING for the
    start and the end of a meeting, UNDO_RELOCATED where its place or mode before is not kept, and
    UNDO_IMPOSSIBLE for another kind of change that has no way back.
    """
    own = [change for change in write if change.subject == item.reference]
    if any(change.kind in NO_WAY_BACK for change in own):
        raise Refusal(RefusalCode.UNDO_MEETING, reference=str(item.reference))
    if any(change.kind is ChangeKind.RELOCATED for change in own):
        raise Refusal(RefusalCode.UNDO_RELOCATED, reference=str(item.reference))
    if any(change.kind is ChangeKind.RECORDED for change in own):
        own = [change for change in own if change.kind is ChangeKind.RECORDED]
    former: Item = item
    for change in reversed(own):
        inverse = _INVERSES.get(change.kind)
        if inverse is None:
            raise Refusal(RefusalCode.UNDO_IMPOSSIBLE, reference=str(item.reference))
        former = inverse(former, change)
    back: ItemT = replace(former, changed_at=at, version=item.version + 1)  # type: ignore[assignment]  # its own kind
    undone = change_to(item, ChangeKind.UNDONE, str(write[0].write))
    return back, (*_differences(item, back), undone)


def without(item: Item, later: Iterable[Change]) -> Item:
    """The item before its `later` changes, newest first, as far as they tell it: to be shown, not kept."""
    former, writes = item, set[int]()
    for change in later:
        if change.kind not in {ChangeKind.POSITIONED, ChangeKind.UNDONE}:
            writes.add(change.write)
        if change.kind in _TOLD_WHOLE:
            former = _INVERSES[change.kind](former, change)
    return replace(former, version=max(item.version - len(writes), 1))


def take_position_back(item: Item, taken: Change, former: Position | None) -> tuple[NewChange, ...]:
    """The changes that tell that a position is what it was before; None: there was none.

    Positions are no part of their recommendation, which stays as it is.
    """
    back = change_to(item, ChangeKind.POSITIONED, taken.after)
    if former is not None:
        back = replace(back, after=former.stance, comment=former.comment, edition=former.edition)
    return back, change_to(item, ChangeKind.UNDONE, str(taken.write))


def besides_positions_of_others(left: Iterable[Change], user: str) -> list[Change]:
    """Of the changes to an item that stand, those that one's own last position may have to give way to.

    What others hold stands beside one's own position, not on it. It does stand on everything else.
    """
    changes = list(left)
    own = next((change for change in changes if change.actor == user), None)
    if own is not None and own.kind is not ChangeKind.POSITIONED:
        return changes
    return [change for change in changes if change.kind is not ChangeKind.POSITIONED or change.actor == user]


def _withdrawn(item: Item, _: Change) -> Item:
    return in_status(item, WITHDRAWN)


def _moved_back(item: Item, change: Change) -> Item:
    return in_status(item, change.before or item.status)


def _progress_back(item: Item, change: Change) -> Item:
    return replace(item, progress=int(change.before or 0))


def _assigned_back(item: Item, change: Change) -> Item:
    return replace(item, owner=change.before)


def _due_back(item: Item, change: Change) -> Item:
    return replace(item, due_on=None if change.before is None else date.fromisoformat(change.before))


def _succeeded_back(item: Item, change: Change) -> Item:
    return replace(item, successor=None if change.before is None else Reference.parse(change.before).number)


def _override_back(item: Item, change: Change) -> Item:
    """Without the chair's decision; or with it again, where it was about a text that is there again."""
    former = change.comment if change.after is None else None
    return replace(item, override=former) if isinstance(item, Recommendation) else item


def _attended_back(item: Item, change: Change) -> Item:
    return attended_back(item, change) if isinstance(item, Meeting) else item


def _rescheduled_back(item: Item, change: Change) -> Item:
    return rescheduled_back(item, change) if isinstance(item, Meeting) else item


def _unlinked(item: Item, change: Change) -> Item:
    """Without the link that was made, and with the one that was taken away."""
    made, taken = (None if one is None else Reference.parse(one) for one in (change.after, change.before))
    kept = [taken if one == made and taken is not None else one for one in item.links]
    if made is None and taken is not None:
        kept.append(taken)
    return item.linked(tuple(one for one in dict.fromkeys(kept) if one != made or taken == made))


_INVERSES: Mapping[ChangeKind, _Inverse] = MappingProxyType(
    {
        ChangeKind.RECORDED: _withdrawn,
        ChangeKind.LINKED: _unlinked,
        ChangeKind.MOVED: _moved_back,
        ChangeKind.PROGRESSED: _progress_back,
        ChangeKind.ASSIGNED: _assigned_back,
        ChangeKind.DUE: _due_back,
        ChangeKind.SUCCEEDED: _succeeded_back,
        ChangeKind.OVERRIDDEN: _override_back,
        ChangeKind.ATTENDED: _attended_back,
        ChangeKind.RESCHEDULED: _rescheduled_back,
        ChangeKind.EDITED: restored,
    }
)


_TOLD_WHOLE = _INVERSES.keys() - {ChangeKind.RECORDED, ChangeKind.ATTENDED}
"""Changes that tell what was before them. Somebody marked as absent is told without what they were."""


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
            yield change_to(after, kind, old, new)
    if isinstance(before, Meeting) and isinstance(after, Meeting):
        yield from marks_gone(before, after)
        yield from moved_back(before, after)
    yield from differences(before, after)
