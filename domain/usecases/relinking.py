"""Saying anew which obstacles a recommendation answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.editing import Field
from domain.item import told_link
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.answerable import answered_obstacles
from domain.usecases.corrections import tell_of_corrections
from domain.usecases.editing import require_editor
from domain.usecases.items import item_in
from domain.usecases.origin import Origin, enter


@dataclass(frozen=True, slots=True, kw_only=True)
class Relink:
    """The recommendation is to answer these obstacles and no others."""

    origin: Origin
    group: int
    reference: Reference
    answers: tuple[Reference, ...]


def relink(command: Relink, uow: UnitOfWork, now: datetime) -> Recommendation:
    """The recommendation with its obstacles. Those it answered already may have been closed since.

    Whoever may edit its text may say what it answers. Raises Refusal NOT_A_RECOMMENDATION, and those of
    `answered_obstacles` and `require_editor`.
    """
    scene = enter(uow, command.origin, command.group)
    found = item_in(scene.record, command.reference)
    if not isinstance(found, Recommendation):
        raise Refusal(RefusalCode.NOT_A_RECOMMENDATION, reference=str(found.reference))
    if scene.workspace.receipts.find(command.origin.key) is not None:
        return found
    require(scene.actor, Right.RECORD)
    require_editor(scene.actor, found, {Field.TEXT})
    new = tuple(link for link in command.answers if link not in found.links)
    gone = tuple(link for link in found.links if link not in command.answers)
    answered_obstacles(scene.record, new)
    if not new and not gone:
        return found
    linked = found.linked(tuple(dict.fromkeys(command.answers)))
    changed = replace(linked, changed_at=now, version=found.version + 1)
    changes = [
        *(told_link(changed, before=link) for link in gone),
        *(told_link(changed, after=link) for link in new),
    ]
    scene.record.recommendations.save(changed)
    told = scene.write(command.origin, changed, changes, now)
    tell_of_corrections(uow, scene.record, [changed], told)
    return changed
