"""Who moves what: every row of "Who may" that is about the life of items, kind by kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.action import ActionStatus
from domain.obstacle import ObstacleStatus
from domain.people import Role
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.moving import Move, move
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import NOW, OBSERVER, TALENT_LEAD, Stage, profile

OWNER = "U0OWNER"
O1, R1, A1, N1 = (
    Reference(series, 1) for series in (Series.OBSTACLE, Series.RECOMMENDATION, Series.ACTION, Series.NOTE)
)
LEAD_ONLY, CHAIR_ONLY = RefusalCode.LEAD_ONLY, RefusalCode.CHAIR_ONLY


@pytest.fixture
def stage() -> Stage:
    """One item of each kind, of charging and by MEMBER; OWNER owns the recommendation and the action."""
    stage = Stage()
    stage.record.members.add(replace(stage.member(MEMBER), user=OWNER), NOW)
    stage.uow.workspace(WORKSPACE).people.save(profile(OWNER))
    stage.note()
    stage.obstacle()
    stage.obstacle()
    stage.recommendation(status=Status.AGREED, owner=OWNER)
    stage.recommendation()
    stage.action(owner=OWNER)
    return stage


def put(stage: Stage, reference: Reference, status: str) -> None:
    """The item in a status, however it came there."""
    items = stage.record.items(reference.series)
    items.save(replace(items.by_number[1], status=status))


def code(
    stage: Stage, user: str, to: str | None, reference: Reference = R1, *, reopen: bool = False
) -> RefusalCode | None:
    """The refusal this person meets on the way; None when it goes through."""
    second = Reference(reference.series, 2)
    wanted = Move(
        origin=stage.origin(user),
        group=1,
        reference=reference,
        to=to,
        reopen=reopen,
        reason="because",
        successor=second if to in {Status.SUPERSEDED, ObstacleStatus.MERGED} else None,
    )
    try:
        move(wanted, stage.uow, NOW)
    except Refusal as refused:
        return refused.code
    return None


REPORTS = [
    (Status.IN_PROGRESS, Status.IN_PROGRESS),
    (Status.IN_PROGRESS, Status.PARTIALLY_IMPLEMENTED),
    (Status.IN_PROGRESS, Status.IMPLEMENTED),
    (Status.PARTIALLY_IMPLEMENTED, Status.IN_PROGRESS),
    (Status.PARTIALLY_IMPLEMENTED, Status.IMPLEMENTED),
]
STEERING = [
    (Status.PROPOSED, Status.UNDER_REVIEW),
    (Status.UNDER_REVIEW, Status.PROPOSED),
    (Status.UNDER_REVIEW, Status.AGREED),
    (Status.UNDER_REVIEW, Status.NOT_IMPLEMENTED),
    (Status.AGREED, Status.IN_PROGRESS),
    (Status.IN_PROGRESS, Status.NOT_IMPLEMENTED),
    (Status.IN_PROGRESS, Status.SUPERSEDED),
]


@pytest.mark.parametrize(("before", "to"), REPORTS)
@pytest.mark.parametrize("user", [OWNER, LEAD, CHAIR])
def test_owner_lead_and_chair_report_between_under_way_and_implemented(
    stage: Stage, user: str, before: Status, to: Status
) -> None:
    put(stage, R1, before)
    assert code(stage, user, to) is None


@pytest.mark.parametrize(("before", "to"), REPORTS)
@pytest.mark.parametrize("user", [MEMBER, TALENT_LEAD])
def test_nobody_else_reports_not_even_the_author(stage: Stage, user: str, before: Status, to: Status) -> None:
    put(stage, R1, before)
    assert code(stage, user, to) is LEAD_ONLY


@pytest.mark.parametrize(("before", "to"), STEERING)
def test_the_other_moves_are_for_the_lead_of_the_theme_and_the_chair(
    stage: Stage, before: Status, to: Status
) -> None:
    put(stage, R1, before)
    assert [code(stage, user, to) for user in (MEMBER, OWNER, TALENT_LEAD)] == [LEAD_ONLY] * 3
    assert code(stage, LEAD, to) is None
    put(stage, R1, before)
    assert code(stage, CHAIR, to) is None


OBSTACLES = [
    (ObstacleStatus.IDENTIFIED, ObstacleStatus.CONFIRMED),
    (ObstacleStatus.CONFIRMED, ObstacleStatus.IDENTIFIED),
    (ObstacleStatus.CONFIRMED, ObstacleStatus.RESOLVED),
    (ObstacleStatus.IDENTIFIED, ObstacleStatus.DROPPED),
    (ObstacleStatus.IDENTIFIED, ObstacleStatus.MERGED),
]


@pytest.mark.parametrize(("before", "to"), OBSTACLES)
def test_obstacles_are_confirmed_and_closed_by_the_lead_of_the_theme_and_the_chair(
    stage: Stage, before: ObstacleStatus, to: ObstacleStatus
) -> None:
    put(stage, O1, before)
    assert [code(stage, user, to, O1) for user in (MEMBER, TALENT_LEAD)] == [LEAD_ONLY] * 2
    assert code(stage, OBSERVER, to, O1) is RefusalCode.OBSERVER_READS_ONLY
    assert code(stage, LEAD, to, O1) is None
    put(stage, O1, before)
    assert code(stage, CHAIR, to, O1) is None


@pytest.mark.parametrize("to", [ActionStatus.DONE, ActionStatus.DROPPED])
@pytest.mark.parametrize("user", [OWNER, MEMBER, LEAD, CHAIR])
def test_owner_and_author_finish_an_action_and_so_do_lead_and_chair(
    stage: Stage, user: str, to: ActionStatus
) -> None:
    assert code(stage, user, to, A1) is None
    assert code(stage, user, None, A1, reopen=True) is None


@pytest.mark.parametrize("to", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_nobody_else_finishes_an_action(stage: Stage, to: ActionStatus) -> None:
    assert code(stage, TALENT_LEAD, to, A1) is LEAD_ONLY
    assert code(stage, OBSERVER, to, A1) is RefusalCode.OBSERVER_READS_ONLY
    put(stage, A1, to)
    assert code(stage, TALENT_LEAD, None, A1, reopen=True) is LEAD_ONLY


@pytest.mark.parametrize("reference", [N1, O1, R1, A1], ids=str)
def test_nobody_but_author_and_chair_withdraws(stage: Stage, reference: Reference) -> None:
    for user in (OWNER, LEAD, TALENT_LEAD):
        assert code(stage, user, "withdrawn", reference) is CHAIR_ONLY
    assert code(stage, MEMBER, "withdrawn", reference) is None


@pytest.mark.parametrize("reference", [N1, O1, R1, A1], ids=str)
def test_a_chair_withdraws_what_anybody_recorded(stage: Stage, reference: Reference) -> None:
    assert code(stage, CHAIR, "withdrawn", reference) is None


@pytest.mark.parametrize("before", [status for status in Status if status.is_open])
def test_the_author_withdraws_any_open_recommendation(stage: Stage, before: Status) -> None:
    put(stage, R1, before)
    assert code(stage, MEMBER, Status.WITHDRAWN) is None


@pytest.mark.parametrize(("reference", "closed"), [(N1, "withdrawn"), (O1, "resolved"), (R1, "implemented")])
def test_only_a_chair_reopens_whatever_they_say_it_should_become(
    stage: Stage, reference: Reference, closed: str
) -> None:
    put(stage, reference, closed)
    for user in (MEMBER, OWNER, LEAD):
        for to in (None, closed, "withdrawn"):
            assert code(stage, user, to, reference, reopen=True) is CHAIR_ONLY
    assert code(stage, CHAIR, None, reference, reopen=True) is None


def test_an_owner_who_became_an_observer_reports_and_finishes_nothing(stage: Stage) -> None:
    put(stage, R1, Status.IN_PROGRESS)
    stage.record.members.save(replace(stage.member(OWNER), role=Role.OBSERVER))
    for to, reference in ((Status.IMPLEMENTED, R1), (ActionStatus.DONE, A1)):
        assert code(stage, OWNER, to, reference) is RefusalCode.OBSERVER_READS_ONLY


@pytest.mark.parametrize(("to", "reference"), [(Status.IN_PROGRESS, R1), (ObstacleStatus.CONFIRMED, O1)])
def test_what_has_no_theme_is_moved_by_chairs_alone(stage: Stage, to: str, reference: Reference) -> None:
    items = stage.record.items(reference.series)
    items.save(replace(items.by_number[1], theme=None))
    assert code(stage, LEAD, to, reference) is LEAD_ONLY
    assert code(stage, CHAIR, to, reference) is None
