"""Reopening: what was closed comes back as it was."""

from __future__ import annotations

import pytest

from domain.obstacle import ObstacleStatus
from domain.recommendation import RecommendationStatus as Status
from domain.refusal import RefusalCode
from tests.fakes.scene import CHAIR, LEAD
from tests.unit.domain.usecases.moves import O1, O2, R2, agreed, moved, refused, stored
from tests.unit.domain.usecases.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return agreed()


UNDER_WAY = (Status.UNDER_REVIEW, Status.AGREED, Status.IN_PROGRESS)


@pytest.mark.parametrize(
    ("path", "former"),
    [
        ((Status.WITHDRAWN,), (Status.PROPOSED, 0)),
        ((Status.UNDER_REVIEW, Status.NOT_IMPLEMENTED), (Status.UNDER_REVIEW, 0)),
        ((Status.UNDER_REVIEW, Status.AGREED, Status.SUPERSEDED), (Status.AGREED, 0)),
        ((*UNDER_WAY, Status.IMPLEMENTED), (Status.IN_PROGRESS, 60)),
        (
            (*UNDER_WAY, Status.PARTIALLY_IMPLEMENTED, Status.NOT_IMPLEMENTED),
            (Status.PARTIALLY_IMPLEMENTED, 60),
        ),
    ],
)
def test_what_was_closed_comes_back_as_it_was(path: tuple[Status, ...], former: tuple[Status, int]) -> None:
    stage = Stage()
    stage.recommendation()
    stage.recommendation()
    for to in path:
        progress = 60 if to is Status.IN_PROGRESS else None
        successor = R2 if to is Status.SUPERSEDED else None
        moved(stage, CHAIR, to, progress=progress, reason="because", successor=successor)
    assert refused(stage, CHAIR, None, reopen=True) is RefusalCode.REASON_NEEDED
    item = moved(stage, CHAIR, None, reopen=True, reason="it was not so")
    assert (item.status, item.progress, item.successor) == (*former, None)
    assert stage.told()[-1].comment == "it was not so"


def test_what_was_closed_opened_and_closed_again_comes_back_as_it_was_the_last_time(stage: Stage) -> None:
    moved(stage, CHAIR, Status.NOT_IMPLEMENTED, reason="no money")
    moved(stage, CHAIR, None, reopen=True, reason="money came")
    moved(stage, CHAIR, Status.IN_PROGRESS, progress=10)
    moved(stage, CHAIR, Status.NOT_IMPLEMENTED, reason="no money again")
    item = moved(stage, CHAIR, None, reopen=True, reason="and again it came")
    assert (item.status, item.progress) == (Status.IN_PROGRESS, 10)


def test_an_implemented_one_comes_back_with_the_progress_that_is_said(stage: Stage) -> None:
    moved(stage, LEAD, Status.IN_PROGRESS, progress=60)
    moved(stage, LEAD, Status.IMPLEMENTED)
    item = moved(stage, CHAIR, None, reopen=True, progress=80, reason="not in every state")
    assert (item.status, item.progress) == (Status.IN_PROGRESS, 80)


def test_a_merged_obstacle_comes_back_and_what_answered_it_stays_with_the_other() -> None:
    stage = Stage()
    stage.obstacle()
    stage.obstacle()
    stage.recommendation(answers=(1,))
    moved(stage, LEAD, ObstacleStatus.CONFIRMED, reference=O1)
    moved(stage, LEAD, ObstacleStatus.MERGED, reference=O1, successor=O2)
    item = moved(stage, CHAIR, None, reference=O1, reopen=True, reason="they differ")
    assert (item.status, item.successor) == (ObstacleStatus.CONFIRMED, None)
    assert stored(stage).answers == (2,)
