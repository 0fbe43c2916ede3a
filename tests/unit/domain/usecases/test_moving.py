"""Moving a recommendation: who may, what is written, what a replay does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.people import Role
from domain.receipt import Receipt
from domain.recommendation import RecommendationStatus as Status
from domain.refusal import Refusal, RefusalCode
from domain.usecases.moving import Move, move_recommendation
from domain.usecases.origin import Origin
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    TALENT_LEAD,
    UNKNOWN,
    Stage,
    profile,
)

OWNER = "U0OWNER"


@pytest.fixture
def stage() -> Stage:
    """R-1 of charging is by MEMBER and owned by somebody else."""
    stage = Stage()
    owner = replace(stage.member(MEMBER), user=OWNER)
    stage.record.members.add(owner, NOW)
    stage.uow.workspace(WORKSPACE).people.save(profile(OWNER))
    stage.recommendation(status=Status.AGREED, owner=OWNER)
    return stage


def command(origin: Origin, to: Status = Status.IN_PROGRESS, **facts: object) -> Move:
    plain = Move(origin=origin, group=1, number=1, to=to)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def put(stage: Stage, status: Status, progress: int = 0) -> None:
    found = stage.record.recommendations.by_number[1]
    stage.record.recommendations.save(replace(found, status=status, progress=progress))


def code(stage: Stage, user: str, to: Status) -> RefusalCode | None:
    """The refusal this person meets on the way; None when it goes through."""
    try:
        move_recommendation(command(stage.origin(user), to, reason="because"), stage.uow, NOW)
    except Refusal as refused:
        return refused.code
    return None


def test_a_move_is_stored_with_its_changes_and_receipt(stage: Stage) -> None:
    before = stage.record.recommendations.by_number[1]
    last = stage.record.changes.last_number
    wanted = command(stage.origin(LEAD, key="trigger-move"), progress=40, reason=" pilot\x00 began ")
    moved = move_recommendation(wanted, stage.uow, NOW)
    assert moved == replace(before, status=Status.IN_PROGRESS, progress=40, changed_at=NOW, version=2)
    assert stage.record.recommendations.by_number == {1: moved}
    told = NewChange(
        kind=ChangeKind.MOVED,
        subject=moved.reference,
        theme="charging",
        before="agreed",
        after="in_progress",
        comment="pilot began",
    )
    assert stage.told(last) == [
        told,
        replace(told, kind=ChangeKind.PROGRESSED, before="0", after="40"),
    ]
    assert {(change.actor, change.at) for change in stage.record.changes.all[last:]} == {(LEAD, NOW)}
    receipts = stage.uow.workspace(WORKSPACE).receipts.by_key
    assert receipts == {"trigger-move": (Receipt("R-1"), NOW)}


def test_a_replay_gets_the_recommendation_and_writes_nothing(stage: Stage) -> None:
    wanted = command(stage.origin(LEAD, key="same"), progress=40)
    moved = move_recommendation(wanted, stage.uow, NOW)
    assert stage.writes_nothing(lambda: move_recommendation(wanted, stage.uow, NOW)) == moved


def test_a_replay_is_answered_even_when_the_person_may_not_move_it_any_more(stage: Stage) -> None:
    wanted = command(stage.origin(LEAD, key="same"))
    moved = move_recommendation(wanted, stage.uow, NOW)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.OBSERVER))
    assert stage.writes_nothing(lambda: move_recommendation(wanted, stage.uow, NOW)) == moved


def test_a_move_to_where_it_stands_writes_nothing(stage: Stage) -> None:
    found = stage.record.recommendations.by_number[1]
    wanted = command(stage.origin(LEAD), Status.AGREED, progress=0)
    assert stage.writes_nothing(lambda: move_recommendation(wanted, stage.uow, NOW)) == found


@pytest.mark.parametrize(
    ("user", "facts", "refusal", "said"),
    [
        (CHAIR, {"number": 2}, RefusalCode.REFERENCE_UNKNOWN, {"reference": "R-2"}),
        (CHAIR, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP, {}),
        (UNKNOWN, {}, RefusalCode.PERSON_UNKNOWN, {}),
        (NEWCOMER, {}, RefusalCode.MEMBERS_ONLY, {}),
        (OBSERVER, {}, RefusalCode.OBSERVER_READS_ONLY, {}),
        (GUEST, {}, RefusalCode.GUEST_READS_ONLY, {}),
        (STRANGER, {}, RefusalCode.GUEST_READS_ONLY, {}),
        (
            CHAIR,
            {"to": Status.PROPOSED},
            RefusalCode.MOVE_IMPOSSIBLE,
            {"reference": "R-1", "before": "agreed", "after": "proposed"},
        ),
        (
            CHAIR,
            {"to": Status.NOT_IMPLEMENTED},
            RefusalCode.REASON_NEEDED,
            {"status": "not_implemented"},
        ),
        (CHAIR, {"progress": 101}, RefusalCode.PROGRESS_OUT_OF_RANGE, {"progress": 101}),
    ],
)
def test_a_move_that_cannot_be_made_is_refused_and_nothing_is_written(
    stage: Stage, user: str, facts: dict[str, object], refusal: RefusalCode, said: dict[str, object]
) -> None:
    wanted = command(stage.origin(user), **facts)  # type: ignore[arg-type]  # any of its fields
    refused = stage.refused(lambda: move_recommendation(wanted, stage.uow, NOW))
    assert (refused.code, refused.facts) == (refusal, said)


OWNERS = [
    (Status.IN_PROGRESS, Status.IN_PROGRESS),
    (Status.IN_PROGRESS, Status.PARTIALLY_IMPLEMENTED),
    (Status.IN_PROGRESS, Status.IMPLEMENTED),
    (Status.PARTIALLY_IMPLEMENTED, Status.IN_PROGRESS),
    (Status.PARTIALLY_IMPLEMENTED, Status.IMPLEMENTED),
]
STEERING = [
    (Status.PROPOSED, Status.UNDER_REVIEW),
    (Status.UNDER_REVIEW, Status.AGREED),
    (Status.AGREED, Status.IN_PROGRESS),
    (Status.IN_PROGRESS, Status.NOT_IMPLEMENTED),
    (Status.IN_PROGRESS, Status.SUPERSEDED),
]
LEAD_ONLY, CHAIR_ONLY = RefusalCode.LEAD_ONLY, RefusalCode.CHAIR_ONLY


@pytest.mark.parametrize(("before", "to"), OWNERS)
@pytest.mark.parametrize("user", [OWNER, LEAD, CHAIR])
def test_owner_lead_and_chair_report_between_under_way_and_implemented(
    stage: Stage, user: str, before: Status, to: Status
) -> None:
    put(stage, before)
    assert code(stage, user, to) is None


@pytest.mark.parametrize(("before", "to"), OWNERS)
@pytest.mark.parametrize("user", [MEMBER, TALENT_LEAD])
def test_nobody_else_reports_not_even_the_author(stage: Stage, user: str, before: Status, to: Status) -> None:
    put(stage, before)
    assert code(stage, user, to) is LEAD_ONLY


@pytest.mark.parametrize(("before", "to"), STEERING)
def test_the_other_moves_are_for_the_lead_of_the_theme_and_the_chair(
    stage: Stage, before: Status, to: Status
) -> None:
    put(stage, before)
    assert [code(stage, user, to) for user in (MEMBER, OWNER, TALENT_LEAD)] == [LEAD_ONLY] * 3
    assert code(stage, LEAD, to) is None
    put(stage, before)
    assert code(stage, CHAIR, to) is None


@pytest.mark.parametrize("user", [OWNER, LEAD, TALENT_LEAD])
def test_nobody_but_author_and_chair_withdraws(stage: Stage, user: str) -> None:
    assert code(stage, user, Status.WITHDRAWN) is CHAIR_ONLY


@pytest.mark.parametrize("user", [MEMBER, CHAIR])
@pytest.mark.parametrize("before", [status for status in Status if status.is_open])
def test_author_and_chair_withdraw_any_open_one(stage: Stage, user: str, before: Status) -> None:
    put(stage, before)
    assert code(stage, user, Status.WITHDRAWN) is None


def test_an_owner_who_became_an_observer_reports_nothing(stage: Stage) -> None:
    put(stage, Status.IN_PROGRESS)
    stage.record.members.save(replace(stage.member(OWNER), role=Role.OBSERVER))
    assert code(stage, OWNER, Status.IMPLEMENTED) is RefusalCode.OBSERVER_READS_ONLY


def test_a_recommendation_without_a_theme_is_moved_by_chairs_alone(stage: Stage) -> None:
    found = stage.record.recommendations.by_number[1]
    stage.record.recommendations.save(replace(found, theme=None))
    assert code(stage, LEAD, Status.IN_PROGRESS) is LEAD_ONLY
    assert code(stage, CHAIR, Status.IN_PROGRESS) is None
