"""Recording evidence, and attaching it to the obstacles and recommendations that it supports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain import evidence
from domain.address import web_address
from domain.change import NewChange
from domain.evidence import SUPPORTED, SUPPORTS_MAX, Evidence, EvidenceSort
from domain.item import WITHDRAWN, Entry, Item, written_successor
from domain.obstacle import ObstacleStatus
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.usecases.items import item_in
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.recording import AlreadyThere, RecordOutcome, Submission, record_item
from domain.usecases.writes import told_again


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSubmission(Submission):
    """Evidence. Its text is the title; `address` is as typed, `supports` are the items it is for."""

    address: str
    sort: EvidenceSort = EvidenceSort.SOURCE
    supports: tuple[Reference, ...] = ()

    @property
    def links(self) -> tuple[Reference, ...]:
        """What it is to be attached to."""
        return self.supports


@dataclass(frozen=True, slots=True)
class AddressThere(AlreadyThere):
    """Nothing was stored: somebody recorded the same address, as `item`.

    `missing` are those of the named items that it is not attached to.
    """

    missing: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attach:
    """To which items evidence is to be attached; with `off`, from which it is to be taken."""

    origin: Origin
    group: int
    reference: Reference
    supports: tuple[Reference, ...]
    off: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """The evidence as it is now, and what this interaction changed; nothing when it was so already.

    `repeated`: this interaction had changed it before.
    """

    item: Evidence
    changes: tuple[NewChange, ...] = ()
    repeated: bool = False


def record_evidence(submission: EvidenceSubmission, uow: UnitOfWork, now: datetime) -> RecordOutcome:
    """Store evidence, unless its address is there already.

    Raises Refusal; those of `domain.address`, REFERENCE_UNKNOWN, ATTACH_OTHER_KIND, ATTACH_WITHDRAWN,
    OBSTACLE_MERGED and ATTACH_FULL among others.
    """

    def present(scene: Scene, _entry: Entry) -> AddressThere | None:
        number = scene.record.evidence.at_address(web_address(submission.address))
        held = None if number is None else scene.record.evidence.get(number)
        if held is None:
            return None
        named = _supportable(scene.record, submission.supports)
        return AddressThere(held, tuple(one for one in named if one not in held.supports))

    def make(scene: Scene, entry: Entry) -> Evidence:
        address = web_address(submission.address)
        supports = _supportable(scene.record, submission.supports)
        place = scene.record.place(Series.EVIDENCE)
        made, changes = evidence.cite(entry, place, address=address, sort=submission.sort, supports=supports)
        scene.record.evidence.add(made)
        scene.record.changes.append(changes, entry.author, now)
        return made

    return record_item(submission, RecordKind.EVIDENCE, uow, now, make, present=present)


def attach_evidence(command: Attach, uow: UnitOfWork, now: datetime) -> Attached:
    """The evidence attached to the items, or taken from them. Raises Refusal.

    Every member attaches; its author, leads of its theme and chairs take it from an item again.
    """
    scene = enter(uow, command.origin, command.group)
    found = _evidence(scene.record, command.reference)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return Attached(found, told_again(scene.record, receipt), repeated=True)
    is_own = scene.actor.person.user == found.author
    require(scene.actor, Right.MODERATE if command.off and not is_own else Right.RECORD, found.theme)
    if command.off:
        made, changes = evidence.detach(found, command.supports, now)
    else:
        made, changes = evidence.attach(found, _supportable(scene.record, command.supports), now)
    if not changes:
        return Attached(found)
    scene.record.evidence.save(made)
    scene.write(command.origin, made, changes, now)
    return Attached(made, changes)


def require_address_free(record: GroupRecord, before: Item, after: Item, since: int) -> None:
    """Evidence comes back unless somebody recorded its address after it was taken back, by change `since`.

    What had the address beside it knowingly does not matter. Raises Refusal UNDO_ADDRESS_THERE.
    """
    comes_back = before.status == WITHDRAWN != after.status
    if not comes_back or not isinstance(after, Evidence):
        return
    number = record.evidence.at_address(after.address)
    held = None if number is None else record.evidence.get(number)
    if held is not None and held.recorded_in > since:
        raise Refusal(RefusalCode.UNDO_ADDRESS_THERE, reference=str(after.reference), by=str(held.reference))


def _evidence(record: GroupRecord, reference: Reference) -> Evidence:
    found = item_in(record, reference)
    if not isinstance(found, Evidence):
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=str(reference))
    return found


def _supportable(record: GroupRecord, supports: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The items, each once, when evidence can be attached to all of them."""
    named = tuple(dict.fromkeys(supports))
    if len(named) > SUPPORTS_MAX:
        raise Refusal(RefusalCode.TOO_MANY, limit=SUPPORTS_MAX)
    for reference in named:
        if reference.series not in SUPPORTED:
            raise Refusal(RefusalCode.ATTACH_OTHER_KIND, reference=str(reference))
        _require_supportable(item_in(record, reference))
    return named


def _require_supportable(item: Item) -> None:
    """What was merged is named by what it went into; what was taken back is nobody's concern any more."""
    reference, successor = str(item.reference), written_successor(item)
    if item.status == ObstacleStatus.MERGED and successor is not None:
        raise Refusal(RefusalCode.OBSTACLE_MERGED, reference=reference, successor=successor)
    if item.status == WITHDRAWN:
        raise Refusal(RefusalCode.ATTACH_WITHDRAWN, reference=reference)
