"""Which obstacles a recommendation may answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language
from domain.obstacle import ObstacleStatus
from domain.recommendation import Recommendation
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.recording import (
    RecommendationSubmission,
    Recorded,
    RecordOutcome,
    record_recommendation,
)
from tests.unit.domain.usecases.stage import NOW, Stage

O1, O2 = Reference(Series.OBSTACLE, 1), Reference(Series.OBSTACLE, 2)


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    for _ in range(2):
        made.obstacle()
    return made


def become(stage: Stage, status: ObstacleStatus, successor: int | None = None) -> None:
    """O-2 is something else now."""
    obstacle = stage.record.obstacles.get(2)
    assert obstacle is not None
    stage.record.obstacles.save(replace(obstacle, status=status, successor=successor))


def recommended(stage: Stage, *answers: Reference, again: bool = False) -> RecordOutcome:
    submission = RecommendationSubmission(
        origin=stage.origin(),
        group=1,
        text="Publish a map",
        language=Language.ENGLISH,
        answers=answers,
        again=again,
    )
    return record_recommendation(submission, stage.uow, NOW)


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("status", [ObstacleStatus.WITHDRAWN, ObstacleStatus.DROPPED])
def test_an_obstacle_that_was_given_up_is_not_answered(
    status: ObstacleStatus, stage: Stage, *, again: bool
) -> None:
    become(stage, status)
    refused = stage.refused(lambda: recommended(stage, O1, O2, again=again))
    facts = {"reference": "O-2", "status": status.value}
    assert (refused.code, refused.facts) == (RefusalCode.OBSTACLE_CLOSED, facts)


@pytest.mark.parametrize("again", [False, True])
def test_instead_of_a_merged_obstacle_its_successor_is_named(stage: Stage, *, again: bool) -> None:
    become(stage, ObstacleStatus.MERGED, successor=1)
    refused = stage.refused(lambda: recommended(stage, O2, again=again))
    facts = {"reference": "O-2", "successor": "O-1"}
    assert (refused.code, refused.facts) == (RefusalCode.OBSTACLE_MERGED, facts)


@pytest.mark.parametrize(
    "status", [ObstacleStatus.IDENTIFIED, ObstacleStatus.CONFIRMED, ObstacleStatus.RESOLVED]
)
def test_an_open_or_resolved_obstacle_is_answered(status: ObstacleStatus, stage: Stage) -> None:
    become(stage, status)
    outcome = recommended(stage, O2)
    assert isinstance(outcome, Recorded)
    assert isinstance(outcome.item, Recommendation)
    assert outcome.item.answers == (2,)
