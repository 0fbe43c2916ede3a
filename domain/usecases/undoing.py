"""Taking back one's own last write to an item, while nobody has built on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from domain.action import Action
from domain.change import Change, ChangeKind
from domain.editing import fields_of
from domain.item import Item
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.undo import besides_positions_of_others, standing, take_back, take_position_back
from domain.usecases.assignment_notices import tell_of_owner_again
from domain.usecases.corrections import tell_of_corrections
from domain.usecases.editing import require_editor
from domain.usecases.evidence import require_address_free
from domain.usecases.items import answers_to, item_in
from domain.usecases.latest_acts import LOOKS_BACK, latest_write, name_of, require_no_act_since
from domain.usecases.moving import require_mover
from domain.usecases.notices import tell_of_undo
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.positions import former_position
from domain.usecases.snoozing import wake
from domain.usecases.writes import write_of

_OF_A_MOVE = frozenset(
    {ChangeKind.MOVED, ChangeKind.PROGRESSED, ChangeKind.SUCCEEDED, ChangeKind.OVERRIDDEN, ChangeKind.LINKED}
)
"""What a move tells; links follow an obstacle that is merged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The person's last write to the item `reference`; None: their last one to any item.

    `version` is the item's when the button was made that asks for it; None: whatever it is now.
    """

    origin: Origin
    group: int
    reference: Reference | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The item as it is now, the changes that were taken back, and those that tell of it.

    `repeated`: this interaction had taken them back before.
    """

    item: Item
    undone: tuple[Change, ...]
    told: tuple[Change, ...]
    repeated: bool = False

    @property
    def recording(self) -> bool:
        """Whether it was the recording of the item."""
        return any(change.kind is ChangeKind.RECORDED for change in self.undone)


def undo(command: Undo, uow: UnitOfWork, now: datetime) -> TakenBack:
    """What was taken back. A write to several items is taken back from all of them or not at all.

    Raises Refusal UNDO_NOTHING, UNDO_BEYOND, UNDO_DONE or UNDO_NOT_YOURS when there is none, UNDO_GROUP when
    no item is named and the last one was to the group itself, UNDO_ACT when the person did something since
    that no change tells, UNDO_BUILT_ON, UNDO_ANSWERED or UNDO_ADDRESS_THERE when something stands on it,
    UNDO_OUTDATED for an old button, UNDO_MEETING, UNDO_RELOCATED, UNDO_IMPOSSIBLE, and those of whoever may
    not do such a thing (any more).
    """
    scene = enter(uow, command.origin, command.group)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return _replayed(scene.record, receipt)
    require(scene.actor, Right.RECORD)
    last = _last(scene, command, now)
    write = write_of(scene.record, last.write)
    subjects = list(dict.fromkeys(change.subject for change in write if change.subject is not None))
    items = [item_in(scene.record, subject) for subject in subjects]
    for item in items:
        _require_untouched(scene, item, last.write)
    if last.kind is ChangeKind.POSITIONED:
        return _position_back(scene, command.origin.key, items[0], last, now)
    for item in items:
        _require_unanswered(scene.record, item, write)
    pairs = [take_back(item, write, now) for item in items]
    for before, (after, _) in zip(items, pairs, strict=True):
        require_address_free(scene.record, before, after, since=last.number)
    for item, _ in pairs:
        _require_right(scene, item, write)
    for before, (after, _) in zip(items, pairs, strict=True):
        scene.record.items(after.kind.series).save(after)
        wake(scene.record, before, after)
    news = [change for _, changes in pairs for change in changes]
    told = scene.record.changes.append(news, scene.actor.person.user, now)
    tell_of_undo(uow, scene, items, last.write, told)
    for after, _ in pairs:
        tell_of_owner_again(uow, scene, after, [each for each in told if each.subject == after.reference])
    tell_of_corrections(uow, scene.record, items, told, undone=last.write)
    scene.workspace.receipts.add(command.origin.key, _receipt(last, told), now)
    return TakenBack(item_in(scene.record, items[0].reference), write, told)


def _position_back(scene: Scene, key: str, item: Item, taken: Change, now: datetime) -> TakenBack:
    """What the person holds of a recommendation becomes what it was before. Its recommendation stays."""
    former = former_position(scene.record, taken)
    if former is None:
        scene.record.positions.remove(item.number, taken.actor)
    else:
        scene.record.positions.put(item.number, former)
    told = scene.record.changes.append(take_position_back(item, taken, former), taken.actor, now)
    scene.workspace.receipts.add(key, _receipt(taken, told), now)
    return TakenBack(item, (taken,), told)


def _receipt(last: Change, told: Sequence[Change]) -> Receipt:
    return Receipt(str(last.subject), {"undone": str(last.write), "told": str(told[0].number)})


def _last(scene: Scene, command: Undo, now: datetime) -> Change:
    if command.reference is None:
        return latest_write(scene, now)
    last = _last_to(scene, command.reference, command.version)
    if command.version is None:
        require_no_act_since(scene, command.reference, last, now)
    return last


def _last_to(scene: Scene, reference: Reference, version: int | None) -> Change:
    """The latest change to the item that stands, when it is the person's own."""
    item = item_in(scene.record, reference)
    user = scene.actor.person.user
    history = scene.record.changes.latest_of(reference, LOOKS_BACK)
    left = besides_positions_of_others(standing(history), user)
    if not left:
        # Only positions stand above what is read: the person's own may lie behind many of others.
        history = scene.record.changes.latest_of_by(reference, user, LOOKS_BACK)
        left = list(standing(history))
    if all(change.actor != user for change in left):
        once = any(change.actor == user for change in history)
        code = RefusalCode.UNDO_DONE if once else RefusalCode.UNDO_NOT_YOURS
        raise Refusal(code, reference=str(reference))
    if left[0].actor != user:
        raise _built_on(scene, reference, left)
    if version not in {None, item.version}:
        raise Refusal(RefusalCode.UNDO_OUTDATED, reference=str(reference))
    return left[0]


def _require_untouched(scene: Scene, item: Item, write: int) -> None:
    """Nothing that stands was done to the item since the write."""
    history = scene.record.changes.latest_of(item.reference, LOOKS_BACK)
    left = besides_positions_of_others(standing(history), scene.actor.person.user)
    if left and left[0].write != write:
        raise _built_on(scene, item.reference, left)


def _built_on(scene: Scene, reference: Reference, left: Sequence[Change]) -> Refusal:
    """Names the latest write of those left, newest first, by its first change: a move before its progress."""
    *_, change = takewhile(lambda each: each.write == left[0].write, left)
    person = name_of(scene, change.actor)
    return Refusal(
        RefusalCode.UNDO_BUILT_ON, reference=str(reference), person=person, change=change.kind.value
    )


def _require_unanswered(record: GroupRecord, item: Item, write: Sequence[Change]) -> None:
    """An obstacle that a recommendation answers is not withdrawn, unless that was withdrawn first."""
    withdraws = any(change.kind is ChangeKind.RECORDED for change in write)
    left = answers_to(record, item) if withdraws else ()
    if left:
        raise Refusal(RefusalCode.UNDO_ANSWERED, reference=str(item.reference), by=str(left[0]))


def _require_right(scene: Scene, back: Item, write: Sequence[Change]) -> None:
    """Whoever could not make the write any more cannot take it back; `back` is the item without it.

    Links that followed a merged obstacle were nobody's move: whoever merged it takes them back with it.
    Everybody who records links one item to another.
    """
    own_changes = [change for change in write if change.subject == back.reference]
    own = {change.kind: change for change in own_changes}
    only_linked = own.keys() == {ChangeKind.LINKED}
    followed = only_linked and write[0].subject != back.reference
    attached = only_linked and own[ChangeKind.LINKED].before is None
    if ChangeKind.RECORDED in own or followed or attached or own.keys() == {ChangeKind.ATTENDED}:
        return
    if own.keys() <= _OF_A_MOVE and not only_linked:
        moved = own.get(ChangeKind.MOVED)
        require_mover(scene, back, back.status if moved is None else moved.after)
        return
    if ChangeKind.EDITED in own:
        require_editor(scene.actor, back, set(fields_of(own_changes)))
        return
    is_own = scene.actor.person.user in {back.author, back.owner if isinstance(back, Action) else None}
    require(scene.actor, Right.RECORD if is_own else Right.MODERATE, back.theme)


def _replayed(record: GroupRecord, receipt: Receipt) -> TakenBack:
    item = item_in(record, Reference.parse(receipt.subject))
    undone, told = (int(receipt.facts[name]) for name in ("undone", "told"))
    return TakenBack(item, write_of(record, undone), write_of(record, told), repeated=True)
