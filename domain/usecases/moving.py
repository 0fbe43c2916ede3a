"""Moving a recommendation through its life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain import recommendation
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.recommendation import PROGRESS_STATUSES, Recommendation, RecommendationStatus
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.text import recordable
from domain.usecases.origin import Origin, Scene, enter


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where a recommendation should go. `progress` is a percentage; None leaves it."""

    origin: Origin
    group: int
    number: int
    to: RecommendationStatus
    progress: int | None = None
    reason: str | None = None


def move_recommendation(command: Move, uow: UnitOfWork, now: datetime) -> Recommendation:
    """The recommendation in its new state; one that is there already stays as it is. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    found = scene.record.recommendations.get(command.number)
    if found is None:
        reference = Reference(Series.RECOMMENDATION, command.number)
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=str(reference))
    if scene.workspace.receipts.find(command.origin.key) is not None:
        return found
    require_mover(scene, found, command.to)
    reason = recordable(command.reason) if command.reason else None
    moved, changes = recommendation.move(found, command.to, now, progress=command.progress, reason=reason)
    if not changes:
        return found
    scene.record.recommendations.save(moved)
    scene.record.changes.append(changes, scene.actor.person.user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(str(moved.reference)), now)
    return moved


def require_mover(scene: Scene, found: Recommendation, to: RecommendationStatus) -> None:
    """Owner, lead and chair report progress; author or chair withdraw; lead and chair do the rest.

    Raises Refusal as `require` does.
    """
    user = scene.actor.person.user
    if to is RecommendationStatus.WITHDRAWN:
        right = Right.RECORD if found.author == user else Right.ADMINISTER
    else:
        reports = found.owner == user and {found.status, to} <= PROGRESS_STATUSES
        right = Right.RECORD if reports else Right.MODERATE
    require(scene.actor, right, found.theme)
