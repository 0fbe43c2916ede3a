"""Answers to what was said in a message or a form: told in the channel or thread by the outbox."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from domain.change import Change, ChangeKind
from domain.delivery import Delivery, DeliveryKind, NewDelivery
from domain.group import Group
from domain.item import Item
from domain.language import Language
from domain.people import Member
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from domain.repositories import GroupRecord
from domain.usecases.positions import Balance, balance
from domain.usecases.reading import names_of
from domain.usecases.remains import NOTHING, Remains, remains_of
from domain.usecases.writes import write_of

T = TypeVar("T")

CHANGES_MAX = 50
"""Changes of one write that are told: a merged obstacle turns as many links."""


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
    changes = uow.workspace(place.workspace).group(group).changes
    before = changes.last_number
    result = job(uow)
    through = changes.last_number
    written = changes.between(before, through, CHANGES_MAX) if through > before else ()
    if not any(change.subject is not None for change in written):
        return result, False
    facts = _facts(place) | {"after": before, "through": through}
    uow.outbox.add(_delivery(DeliveryKind.REPLY, group, place, facts, now))
    return result, True


def tell(group: int, place: Place, changes: Sequence[Change], uow: UnitOfWork) -> None:
    """Queue the answer to a write, these changes, for everybody in a place."""
    facts = _facts(place) | {"after": changes[0].number - 1, "through": changes[-1].number}
    uow.outbox.add(_delivery(DeliveryKind.REPLY, group, place, facts, changes[0].at))


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
    """What a reply tells; None when there is nothing for this channel."""
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    after, through = delivery.facts["after"], delivery.facts["through"]
    changes = tuple(
        change for change in record.changes.between(after, through, CHANGES_MAX) if change.subject is not None
    )
    subject = changes[0].subject if changes else None
    if subject is None:
        return None
    item: Item | None = record.items(subject.series).get(subject.number)
    if item is None:
        return None
    undone = next((change for change in changes if change.kind is ChangeKind.UNDONE), None)
    back: tuple[Change, ...] = ()
    if undone is not None:
        if item.channel != delivery.channel:
            return None
        back = _taken_back(record, int(undone.before or 0))
    user = str(delivery.facts["user"])
    owner = () if item.owner is None else (item.owner,)
    people = {change.person for change in changes if change.person is not None}
    return Told(
        group=record.group,
        item=item,
        changes=tuple(change for change in changes if change.subject == subject),
        names=names_of(workspace, {user, item.author, *owner, *people}),
        member=record.members.get(user),
        balance=balance(record, item) if isinstance(item, Recommendation) else None,
        remains=remains_of(record, item),
        undone=back,
    )


def _taken_back(record: GroupRecord, number: int) -> tuple[Change, ...]:
    """The write of the change that was taken back; of several positions only the one that was."""
    first = record.changes.between(number - 1, number, 1)
    if not first or first[0].kind is ChangeKind.POSITIONED:
        return tuple(first)
    return write_of(record, first[0].write)


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
        key=f"reply:{place.workspace}/{place.key}",
        kind=kind,
        workspace=place.workspace,
        group=group,
        subscription=None,
        channel=place.channel,
        facts=facts,
        due_at=now,
    )
