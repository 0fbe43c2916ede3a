"""Telling people what was given to them, and who decides what nobody has any more."""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import Change, ChangeKind
from domain.item import Item
from domain.notice import ASSIGNED_KINDS, About, deciders
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord
from domain.usecases.notices import listens, notice_for, supersede
from domain.usecases.origin import Scene

LOOKS_BACK = 20
"""Changes of an item that are looked through for what its people were not told yet: they wait a minute."""


def tell_of_owner(uow: UnitOfWork, scene: Scene, item: Item, write: Sequence[Change]) -> None:
    """Let the owner know that somebody else's write gave them the item; not whoever took it themselves.

    Where it has no owner any more, those know who can find another one: the leads of its theme, else the
    chairs, and whoever recorded it.
    """
    if item.kind not in ASSIGNED_KINDS or not _is_given(item, write):
        return
    about = About.GIVEN_BACK if item.owner is None else About.ASSIGNED
    earlier = _given_before(scene.record, item, write[0].write)
    for user in deciders(item, scene.record.members.all()) if item.owner is None else (item.owner,):
        if user != scene.actor.person.user and listens(scene.workspace, scene.record, user, item.reference):
            supersede(uow, scene.record, user, item.reference, earlier)
            uow.outbox.add(notice_for(scene.record, about, user, item.reference, write[0]))


def _given_before(record: GroupRecord, item: Item, write: int) -> list[int]:
    """Its latest writes before this one that gave it to somebody or took it from them."""
    history = record.changes.latest_of(item.reference, LOOKS_BACK)
    kinds = {ChangeKind.ASSIGNED, ChangeKind.RECORDED}
    return [each.write for each in history if each.kind in kinds and each.write != write]


def _is_given(item: Item, write: Sequence[Change]) -> bool:
    """Whether the write recorded it for its owner, or changed who that is."""
    kinds = {change.kind for change in write if change.subject == item.reference}
    return ChangeKind.ASSIGNED in kinds or (ChangeKind.RECORDED in kinds and item.owner is not None)
