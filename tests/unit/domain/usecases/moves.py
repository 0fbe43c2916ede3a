"""Moves of R-1 on the stage: as a command, gone through, and refused."""

from __future__ import annotations

from dataclasses import replace

from domain.item import Item
from domain.recommendation import Recommendation
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.moving import Move, Moved, move
from domain.usecases.origin import Origin
from tests.unit.domain.usecases.stage import NOW, Stage

O1, O2, O3 = (Reference(Series.OBSTACLE, number) for number in (1, 2, 3))
R1, R2, R3 = (Reference(Series.RECOMMENDATION, number) for number in (1, 2, 3))
A1 = Reference(Series.ACTION, 1)


def agreed() -> Stage:
    """R-1 of charging is by MEMBER and agreed."""
    stage = Stage()
    stage.recommendation(status=Status.AGREED)
    return stage


def command(origin: Origin, to: str | None = Status.IN_PROGRESS, **facts: object) -> Move:
    plain = Move(origin=origin, group=1, reference=R1, to=to)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def moved(stage: Stage, user: str, to: str | None, **facts: object) -> Item:
    """The item after a move that goes through."""
    outcome = move(command(stage.origin(user), to, **facts), stage.uow, NOW)
    assert isinstance(outcome, Moved)
    return outcome.item


def refused(stage: Stage, user: str, to: str | None, **facts: object) -> RefusalCode:
    wanted = command(stage.origin(user), to, **facts)
    return stage.code(lambda: move(wanted, stage.uow, NOW))


def stored(stage: Stage, number: int = 1) -> Recommendation:
    found = stage.record.recommendations.get(number)
    assert found is not None
    return found
