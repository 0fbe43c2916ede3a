"""Leaving the next date of a digest out, and the way back while that date lies ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias

from domain.change import ChangeKind, NewChange
from domain.delivery import Skipped
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.schedule import slot_after
from domain.subscription import Subscription
from domain.usecases.origin import Origin, Scene
from domain.usecases.slots import skip_slot, slot_key
from domain.usecases.subscriptions import Steer, steered, subscriptions_of
from domain.usecases.vacant_dates import latest, left_out, vacant

Dates: TypeAlias = tuple[date, ...]
"""Local dates, the earliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipDigest:
    """Leave out the digest of the local date `on`, or take that back; None: the one it can be done to."""

    steer: Steer
    on: date | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The digest that is stored, and the local date that is left out; None: nothing was done.

    `others` are the dates ahead that were left out before.
    """

    subscription: Subscription
    date: date | None
    others: Dates = ()


@dataclass(frozen=True, slots=True)
class Reinstated:
    """The digest that is stored, and the local date that comes after all; None: nothing was done.

    `others` are the dates ahead that stay left out.
    """

    subscription: Subscription
    date: date | None
    others: Dates = ()


def skip_digest(command: SkipDigest, uow: UnitOfWork, now: datetime) -> LeftOut:
    """Leave the next one out: its date becomes a row, and the one after it tells everything since the last.

    A date that is not the next one is left out already, or past: nothing is done. One's own needs no right.
    Raises Refusal.
    """
    scene, found, already = steered(command.steer, uow, own_freely=True)
    if already:
        return LeftOut(found, _said_before(scene, command))
    slot = found.next_slot
    if slot is None:
        raise Refusal(RefusalCode.DIGEST_NOT_DUE, number=found.number)
    if command.on is not None and command.on != slot.date:
        others = tuple(each.date for each in left_out(scene.record, found, now))
        return LeftOut(found, None, others)
    skip_slot(uow, found, slot, Skipped.ASKED)
    skipped = replace(found, last_date=latest(found.last_date, slot.date))
    following = slot_after(found.schedule, slot.date)
    skipped = replace(skipped, next_slot=vacant(scene.record, skipped, following, now))
    return LeftOut(_written(scene, command, skipped, (ChangeKind.DIGEST_SKIPPED, slot.date), now), slot.date)


def unskip_digest(command: SkipDigest, uow: UnitOfWork, now: datetime) -> Reinstated:
    """Let a date come that was left out, the latest unless one is named: its row goes, so it can be used.

    A date that was not left out, has passed, or that an edit took from the schedule: nothing is done. One's
    own needs no right. Raises Refusal.
    """
    scene, found, already = steered(command.steer, uow, own_freely=True)
    if already:
        return Reinstated(found, _said_before(scene, command))
    ahead = left_out(scene.record, found, now)
    slot = next((each for each in reversed(ahead) if command.on in {None, each.date}), None)
    others = tuple(each.date for each in ahead if each != slot)
    if slot is None:
        return Reinstated(found, None, others)
    uow.logbook.unskip(slot_key(found, slot.date))
    back = replace(found, next_slot=None if found.next_slot is None else min(found.next_slot, slot))
    stored = _written(scene, command, back, (ChangeKind.DIGEST_UNSKIPPED, slot.date), now)
    return Reinstated(stored, slot.date, others)


def left_out_in(origin: Origin, group: int, channel: str, uow: UnitOfWork, now: datetime) -> dict[int, Dates]:
    """The dates ahead that are left out of each digest of a channel, by its number; none for most."""
    found = subscriptions_of(origin, group, channel, uow)
    record = uow.workspace(origin.person.workspace).group(group)
    dates = {each.number: tuple(slot.date for slot in left_out(record, each, now)) for each in found}
    return {number: each for number, each in dates.items() if each}


def _said_before(scene: Scene, command: SkipDigest) -> date | None:
    receipt = scene.workspace.receipts.find(command.steer.origin.key)
    said = None if receipt is None else receipt.facts.get("date")
    return None if said is None else date.fromisoformat(said)


def _written(
    scene: Scene, command: SkipDigest, turned: Subscription, told: tuple[ChangeKind, date], now: datetime
) -> Subscription:
    kind, on = told
    stored = replace(turned, version=turned.version + 1)
    scene.record.subscriptions.save(stored)
    change = NewChange(kind=kind, after=on.isoformat(), comment=stored.label)
    scene.record.changes.append([change], scene.actor.person.user, now)
    receipt = Receipt(str(stored.number), {"date": on.isoformat()})
    scene.workspace.receipts.add(command.steer.origin.key, receipt, now)
    return stored
