"""What a person does not want to be told of."""

from __future__ import annotations

from dataclasses import dataclass

from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.origin import Origin, enter
from domain.usecases.recording import recall


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
    if recall(scene.record, command.reference) is None:
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=str(command.reference))
    mutes, user = scene.record.mutes, scene.actor.person.user
    if command.muted:
        mutes.add(user, command.reference)
    else:
        mutes.remove(user, command.reference)
