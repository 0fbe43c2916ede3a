"""Answers to what was said in a message or a form: told in the channel or thread by the outbox."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from domain.change import Change
from domain.delivery import Delivery, DeliveryKind, NewDelivery
from domain.group import Group
from domain.item import Item
from domain.language import Language
from domain.people import Member
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from domain.reference import Reference
from domain.repositories import GroupRecord
from domain.undo import without
from domain.usecases.items import item_in, recall
from domain.usecases.positions import Balance, balance
from domain.usecases.reading import names_of
from domain.usecases.remains import NOTHING, Remains, remains_of
from domain.usecases.telling_order import SUBJECT, follows_another
from domain.usecases.tellings import is_told_where_said, places_told
from domain.usecases.writes import subject_of, taken_back_by

T = TypeVar("T")

CHANGES_MAX = 50
"""Changes of one write that are told: a merged obstacle turns as many links."""

LATER_MAX = 100
"""Changes to an item since what is told of it that are looked through: what waits is told within minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an answer goes, and to whom. `key` names what it answers: the same one is answered once.

    `thread` is the ts of its first message. `signed`: nothing above the answer shows who asked.
    """

    workspace: str
    channel: str
    user: str
    language: Language
    key: str
    thread: str | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one write did to an item, for everybody there; `names` are display names by user id."""

    group: Group
    item: Item
    """As the write left it."""
    changes: tuple[Change, ...]
    names: Mapping[str, str]
    member: Member | None
    balance: Balance | None = None
    remains: Remains = NOTHING
    undone: tuple[Change, ...] = ()
    """The changes that were taken back."""


def announced(
    job: Callable[[UnitOfWork], T], group: int, place: Place, uow: UnitOfWork, now: datetime
) -> tuple[T, bool]:
    """The job, and in the same transaction the answer to what it did to an item; whether there is one."""
    record = uow.workspace(place.workspace).group(group)
    before = record.changes.last_number
    result = job(uow)
    through = record.changes.last_number
    written = record.changes.between(before, through, CHANGES_MAX) if through > before else ()
    subject = subject_of(written)
    if subject is None or not _is_told_there(record, subject, written, place):
        return result, False
    facts = _facts(place) | {"after": before, "through": through, SUBJECT: str(subject)}
    uow.outbox.add(_delivery(DeliveryKind.REPLY, group, place, facts, now))
    return result, True


def _is_told_there(record: GroupRecord, subject: Reference, written: Sequence[Change], place: Place) -> bool:
    """Whether everybody in the place is told of these changes, which were asked for in it."""
    back = taken_back_by(record, written)
    if not back:
        return is_told_where_said(written)
    return place.channel in places_told(item_in(record, subject), back)


def tell(group: int, place: Place, changes: Sequence[Change], uow: UnitOfWork) -> None:
    """Queue the answer to a write, these changes, for everybody in a place."""
    subject = subject_of(changes)
    facts = _facts(place) | {"after": changes[0].number - 1, "through": changes[-1].number}
    if subject is not None:
        facts[SUBJECT] = str(subject)
    uow.outbox.add(_delivery(DeliveryKind.REPLY, group, place, facts, changes[0].at))


def is_queued(place: Place, uow: UnitOfWork) -> bool:
    """Whether what its key names was told there before, or is to be."""
    return uow.logbook.by_key(_key(place)) is not None


def answer(
    group: int,
    place: Place,
    message: Mapping[str, Any],
    uow: UnitOfWork,
    now: datetime,
    *,
    everybody: bool = False,
) -> None:
    """Queue an answer that is worded already: what somebody read is told as it was when they asked.

    In a channel only they see it, unless `everybody` does; in a direct message it stands there.
    """
    stands = everybody or place.channel.startswith("D")
    kind = DeliveryKind.REPLY if stands else DeliveryKind.WHISPER
    uow.outbox.add(_delivery(kind, group, place, _facts(place) | {"message": dict(message)}, now))


def told_by(delivery: Delivery, uow: UnitOfWork) -> Told | None:
    """What a reply tells; None when there is nothing for this channel, or something else comes first."""
    if follows_another(delivery, uow):
        return None
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    after, through = delivery.facts["after"], delivery.facts["through"]
    written = record.changes.between(after, through, CHANGES_MAX)
    subject = subject_of(written)
    item = None if subject is None else recall(record, subject)
    if item is None:
        return None
    item = _as_it_was(record, item, through)
    changes = tuple(change for change in written if change.subject == subject)
    user = str(delivery.facts["user"])
    owner = () if item.owner is None else (item.owner,)
    people = {change.person for change in changes if change.person is not None}
    return Told(
        group=record.group,
        item=item,
        changes=changes,
        names=names_of(workspace, {user, item.author, *owner, *people}),
        member=record.members.get(user),
        balance=balance(record, item) if isinstance(item, Recommendation) else None,
        remains=remains_of(record, item),
        undone=taken_back_by(record, written),
    )


def _as_it_was(record: GroupRecord, item: Item, through: int) -> Item:
    """The item as those changes left it, whatever was written since: each tells its own before and after."""
    if record.changes.last_number == through:
        return item
    latest = record.changes.latest_of(item.reference, LATER_MAX)
    return without(item, [change for change in latest if change.number > through])


def _key(place: Place) -> str:
    return f"reply:{place.workspace}/{place.key}"


def _facts(place: Place) -> dict[str, Any]:
    return {
        "user": place.user,
        "language": place.language.value,
        "thread": place.thread,
        "signed": place.signed,
    }


def _delivery(
    kind: DeliveryKind, group: int, place: Place, facts: Mapping[str, Any], now: datetime
) -> NewDelivery:
    return NewDelivery(
        key=_key(place),
        kind=kind,
        workspace=place.workspace,
        group=group,
        subscription=None,
        channel=place.channel,
        facts=facts,
        due_at=now,
    )
