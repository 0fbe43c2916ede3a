"""Which obstacles a recommendation may answer."""

from __future__ import annotations

from domain.item import written_successor
from domain.obstacle import LIFECYCLE, Obstacle, ObstacleStatus
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.usecases.items import there

ANSWERS_MAX = 20
"""Obstacles one recommendation may answer: more is a list, not an answer."""


def answered_obstacles(record: GroupRecord, answers: tuple[Reference, ...]) -> tuple[int, ...]:
    """Numbers of the obstacles that are to be answered. Raises Refusal."""
    if len(answers) > ANSWERS_MAX:
        raise Refusal(RefusalCode.TOO_MANY, limit=ANSWERS_MAX)
    for reference in answers:
        known = record.obstacles.get(reference.number) if reference.series is Series.OBSTACLE else None
        _require_answerable(there(known, reference))
    return tuple(dict.fromkeys(reference.number for reference in answers))


def _require_answerable(answered: Obstacle) -> None:
    """What was given up or merged takes no answer; what was resolved may still get one."""
    reference, successor = str(answered.reference), written_successor(answered)
    if answered.status == ObstacleStatus.MERGED and successor is not None:
        raise Refusal(RefusalCode.OBSTACLE_MERGED, reference=reference, successor=successor)
    if answered.status != ObstacleStatus.RESOLVED and LIFECYCLE.is_closed(answered.status):
        raise Refusal(RefusalCode.OBSTACLE_CLOSED, reference=reference, status=str(answered.status))
