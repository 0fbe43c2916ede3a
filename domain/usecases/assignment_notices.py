"""Telling people what was given to them, and who decides what nobody has any more."""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import Change, ChangeKind
from domain.item import Item
from domain.notice import ASSIGNED_KINDS, About, deciders
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord
from domain.undo import standing
from domain.usecases.notices import is_told, listens, notice_for, supersede
from domain.usecases.origin import Scene

LOOKS_BACK = 20
"""Changes of an item that are looked through for what its people were not told yet: they wait a minute."""

_GIVING = frozenset({ChangeKind.ASSIGNED, ChangeKind.RECORDED})


def tell_of_owner(uow: UnitOfWork, scene: Scene, item: Item, write: Sequence[Change]) -> None:
    """Let the owner know that somebody else's write gave them the item; not whoever took it themselves.

    Where it has no owner any more, those know who can find another one: the leads of its theme, else the
    chairs, and whoever recorded it. Whoever did it knows how it is now, whatever they were to be told before.
    """
    if item.kind not in ASSIGNED_KINDS or not _is_given(item, write):
        return
    history = scene.record.changes.latest_of(item.reference, LOOKS_BACK)
    _supersede(uow, scene.record, item, scene.actor.person.user, write[0], history)
    for user in _audience(scene.record, item):
        _tell(uow, scene, item, user, write[0], history)


def tell_of_owner_again(uow: UnitOfWork, scene: Scene, item: Item, told: Sequence[Change]) -> None:
    """After an undo (`told`): let those know who has it who were not told so, or told otherwise since.

    What they were to be told of a write was withdrawn when another one followed at once, or was not so any
    more when it was to be sent; with that one taken back it is so again.
    """
    if item.kind not in ASSIGNED_KINDS or all(each.kind is not ChangeKind.ASSIGNED for each in told):
        return
    history = scene.record.changes.latest_of(item.reference, LOOKS_BACK)
    _supersede(uow, scene.record, item, scene.actor.person.user, told[0], history)
    if not _was_given(item, history):
        return
    for user in _audience(scene.record, item):
        if not _knows(uow, scene.record, item, user, history):
            _tell(uow, scene, item, user, told[0], history)


def _audience(record: GroupRecord, item: Item) -> tuple[str, ...]:
    """Its owner; where it has none, those who can find one."""
    return deciders(item, record.members.all()) if item.owner is None else (item.owner,)


def _tell(
    uow: UnitOfWork, scene: Scene, item: Item, user: str, first: Change, history: Sequence[Change]
) -> None:
    """Instead of what they were not told yet of the writes before: this one says how it is now."""
    if user == scene.actor.person.user or not listens(scene.workspace, scene.record, user, item.reference):
        return
    _supersede(uow, scene.record, item, user, first, history)
    about = About.GIVEN_BACK if item.owner is None else About.ASSIGNED
    uow.outbox.add(notice_for(scene.record, about, user, item.reference, first))


def _supersede(
    uow: UnitOfWork, record: GroupRecord, item: Item, user: str, first: Change, history: Sequence[Change]
) -> None:
    """What the person was not told yet of others' writes before that of `first` is not told any more."""
    given = [each for each in history if each.kind in _GIVING and each.write != first.write]
    supersede(uow, record, user, item.reference, [each.write for each in given if each.actor != user])


def _was_given(item: Item, history: Sequence[Change]) -> bool:
    """Whether what stands of the history gave it to its owner, or took it from its last one."""
    kinds = {ChangeKind.ASSIGNED} if item.owner is None else _GIVING
    return any(each.kind in kinds for each in standing(history))


def _knows(uow: UnitOfWork, record: GroupRecord, item: Item, user: str, history: Sequence[Change]) -> bool:
    """Whether the last that the person did to its owner, was told of them or will be, is how it is now."""
    owner = item.owner
    for each in history:
        if each.kind not in _GIVING:
            continue
        if each.actor == user or is_told(uow, record, each.write, item.reference, user):
            return owner == item.owner
        if each.kind is ChangeKind.ASSIGNED:
            owner = each.before
    return False


def _is_given(item: Item, write: Sequence[Change]) -> bool:
    """Whether the write recorded it for its owner, or changed who that is."""
    kinds = {change.kind for change in write if change.subject == item.reference}
    return ChangeKind.ASSIGNED in kinds or (ChangeKind.RECORDED in kinds and item.owner is not None)
