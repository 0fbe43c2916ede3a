"""What a person does not want to be told of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.act import ActKind
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.reminder import TO_BE_PLANNED, Plan
from domain.usecases.acts import keep_act
from domain.usecases.items import item_in
from domain.usecases.origin import Origin, enter


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """Whether the person is told of the item's moves from now on: not when it is `muted`."""

    origin: Origin
    group: int
    reference: Reference
    muted: bool = True


def mute(command: Mute, uow: UnitOfWork) -> None:
    """Say so; doing it twice changes nothing more, and nobody else is concerned. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    item_in(scene.record, command.reference)
    mutes, user = scene.record.mutes, scene.actor.person.user
    if mutes.has(user, command.reference) is command.muted:
        return
    if command.muted:
        mutes.add(user, command.reference)
    else:
        mutes.remove(user, command.reference)
    kind = ActKind.MUTED if command.muted else ActKind.UNMUTED
    keep_act(scene.record, command.origin, kind, str(command.reference))


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteReminders:
    """Whether the person is reminded of what is due from now on: not when it is `muted`."""

    origin: Origin
    group: int
    muted: bool = True


def mute_reminders(command: MuteReminders, uow: UnitOfWork) -> None:
    """Say so; doing it twice changes nothing more. Raises Refusal, MEMBERS_ONLY for who gets none anyway."""
    scene = enter(uow, command.origin, command.group)
    if scene.actor.member is None:
        raise Refusal(RefusalCode.MEMBERS_ONLY)
    user = scene.actor.person.user
    plan = scene.record.reminding.get(user) or Plan(user=user, next_at=None)
    next_at = None if command.muted else TO_BE_PLANNED
    if command.muted == plan.muted:
        return
    scene.record.reminding.save(replace(plan, muted=command.muted, next_at=next_at))
    kind = ActKind.REMINDERS_MUTED if command.muted else ActKind.REMINDERS_UNMUTED
    keep_act(scene.record, command.origin, kind)
