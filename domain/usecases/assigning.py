"""Giving an item an owner and a date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.change import ChangeKind, NewChange
from domain.item import Item, change_to, written_day
from domain.kinds import NATURES
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.usecases.assignment_notices import tell_of_owner
from domain.usecases.items import Stale, item_in, stale_for
from domain.usecases.moving import Moved
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.snoozing import wake
from domain.usecases.writes import told_again


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Who is to do it (a user id) and by which local day; None leaves either as it is.

    `unowned`: nobody is to do it any more.
    """

    origin: Origin
    group: int
    reference: Reference
    owner: str | None = None
    due_on: date | None = None
    version: int | None = None
    unowned: bool = False


def assign(command: Assign, uow: UnitOfWork, now: datetime) -> Moved | Stale:
    """The item with its owner and date. Raises Refusal.

    Leads and chairs assign; an action's author and owner may too (PRODUCT: who may), and an owner gives back
    what is not theirs.
    """
    scene = enter(uow, command.origin, command.group)
    found = item_in(scene.record, command.reference)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return Moved(found, told_again(scene.record, receipt), repeated=True)
    stale = stale_for(scene.record, found, command.version, command.origin.person.user)
    if stale is not None and stale.given_on:
        return stale
    require_assigner(scene, found, unowned=command.unowned)
    if stale is not None:
        return stale
    if command.owner is not None:
        require_owner(scene.record, command.owner)
    if command.due_on is not None:
        require_ahead(command.due_on, now.astimezone(scene.record.group.timezone).date())
    owner = None if command.unowned else command.owner or found.owner
    assigned = replace(found, owner=owner, due_on=command.due_on or found.due_on)
    if assigned == found:
        return Moved(found)
    assigned = replace(assigned, changed_at=now, version=found.version + 1)
    changes = tuple(_told(found, assigned))
    scene.record.items(found.kind.series).save(assigned)
    told = scene.write(command.origin, assigned, changes, now)
    wake(scene.record, found, assigned)
    tell_of_owner(uow, scene, assigned, told)
    return Moved(assigned, changes)


def require_assigner(scene: Scene, found: Item, *, unowned: bool = False) -> None:
    """Who may give it to somebody, or (`unowned`) to nobody, while it is open. Raises Refusal."""
    series = found.kind.series
    if not NATURES[series].assignable:
        raise Refusal(RefusalCode.NOT_ASSIGNABLE, reference=str(found.reference))
    user = scene.actor.person.user
    own = series is Series.ACTION and user in {found.owner, found.author}
    own = own or (unowned and user == found.owner)
    require(scene.actor, Right.RECORD if own else Right.MODERATE, found.theme)
    if NATURES[series].life.is_closed(found.status):
        raise Refusal(RefusalCode.CLOSED, reference=str(found.reference), status=str(found.status))


def require_owner(record: GroupRecord, user: str) -> None:
    """Only members own anything. Raises Refusal OWNER_UNKNOWN."""
    if record.members.get(user) is None:
        raise Refusal(RefusalCode.OWNER_UNKNOWN)


def require_ahead(due_on: date, today: date) -> None:
    """Nothing is due before today. Raises Refusal DATE_PASSED."""
    if due_on < today:
        raise Refusal(RefusalCode.DATE_PASSED, date=due_on.isoformat())


def _told(before: Item, after: Item) -> list[NewChange]:
    shifts = (
        (ChangeKind.ASSIGNED, before.owner, after.owner),
        (ChangeKind.DUE, written_day(before.due_on), written_day(after.due_on)),
    )
    return [change_to(after, kind, old, new) for kind, old, new in shifts if old != new]
