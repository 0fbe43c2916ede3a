"""Keeping what a person did last where no change tells it, so that `undo` does not reach behind it.

What changed nothing, such as the same language a second time, is nothing that was done.
"""

from __future__ import annotations

from domain.act import Act, ActKind
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord
from domain.usecases.origin import Origin, enter


def keep_act(
    record: GroupRecord, origin: Origin, kind: ActKind, subject: str | None = None, former: str | None = None
) -> None:
    """It is the person's latest in the group, unless the very interaction comes a second time."""
    user = origin.person.user
    latest = record.acts.latest(user)
    if latest is not None and latest.key == origin.key:
        return
    after = record.changes.last_number
    record.acts.put(user, Act(kind=kind, key=origin.key, after=after, subject=subject, former=former))


def keep_act_everywhere(uow: UnitOfWork, origin: Origin, kind: ActKind, former: str | None) -> None:
    """What holds in every group of the person is their latest act in each, locked in the order of numbers."""
    workspace = uow.workspace(origin.person.workspace)
    for group in workspace.groups_of(origin.person.user):
        keep_act(workspace.group(group), origin, kind, former=former)


def keep_sharing(origin: Origin, group: int, uow: UnitOfWork) -> None:
    """The person showed an answer to everybody in the channel. Raises Refusal as `enter` does."""
    keep_act(enter(uow, origin, group).record, origin, ActKind.SHARED)
