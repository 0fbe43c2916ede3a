"""Undoing on the stage: as a command, gone through and refused; and writes there to take back."""

from __future__ import annotations

from domain.language import Language
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.moving import Move, move
from domain.usecases.recording import (
    RecommendationSubmission,
    record_recommendation,
)
from domain.usecases.undoing import TakenBack, Undo, undo
from tests.fakes.scene import MEMBER
from tests.unit.domain.usecases.stage import (
    NOW,
    Stage,
)

N1, O1, R1 = (
    Reference(Series.NOTE, 1),
    Reference(Series.OBSTACLE, 1),
    Reference(Series.RECOMMENDATION, 1),
)


def command(
    stage: Stage,
    user: str = MEMBER,
    reference: Reference | None = None,
    version: int | None = None,
    key: str | None = None,
) -> Undo:
    return Undo(origin=stage.origin(user, key=key), group=1, reference=reference, version=version)


def undone(
    stage: Stage, user: str = MEMBER, reference: Reference | None = None, version: int | None = None
) -> TakenBack:
    return undo(command(stage, user, reference, version), stage.uow, NOW)


def refused(
    stage: Stage, user: str = MEMBER, reference: Reference | None = None, version: int | None = None
) -> tuple[RefusalCode, dict[str, str | int]]:
    caught = stage.refused(lambda: undone(stage, user, reference, version))
    return caught.code, caught.facts


def moved(stage: Stage, user: str, to: Status, progress: int | None = None) -> None:
    wanted = Move(
        origin=stage.origin(user), group=1, reference=R1, to=to, progress=progress, reason="because"
    )
    move(wanted, stage.uow, NOW)


def answering(stage: Stage, user: str = MEMBER) -> None:
    """A recommendation for O-1, recorded as people do."""
    submission = RecommendationSubmission(
        origin=stage.origin(user), group=1, text="Publish a map", language=Language.ENGLISH, answers=(O1,)
    )
    record_recommendation(submission, stage.uow, NOW)
