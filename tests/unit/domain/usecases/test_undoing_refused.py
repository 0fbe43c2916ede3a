"""Taking back a write: who may, and what stands in its way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.item import WITHDRAWN
from domain.people import Role
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference
from domain.refusal import RefusalCode
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import (
    NOW,
    TALENT_LEAD,
    UNKNOWN,
    WHO_MAY_NOT_RECORD,
    Stage,
)
from tests.unit.domain.usecases.undos import N1, O1, R1, answering, moved, refused, undone


def test_of_two_undos_of_one_item_the_second_sees_what_happened(stage: Stage) -> None:
    stage.note()
    undone(stage, reference=N1, version=1)
    assert refused(stage, reference=N1, version=1) == (RefusalCode.UNDO_DONE, {"reference": "N-1"})


@pytest.mark.parametrize(
    ("user", "refusal"),
    WHO_MAY_NOT_RECORD,
)
def test_who_may_not_record_undoes_nothing(stage: Stage, user: str, refusal: RefusalCode) -> None:
    stage.note(stage.entry(author=user))
    assert refused(stage, user) == (refusal, {})


def test_whoever_is_no_member_any_more_undoes_nothing(stage: Stage) -> None:
    stage.note()
    del stage.record.members.by_user[MEMBER]
    assert refused(stage) == (RefusalCode.MEMBERS_ONLY, {})


def test_a_lead_who_became_a_member_cannot_take_back_the_moves_of_a_lead(stage: Stage) -> None:
    stage.recommendation()
    moved(stage, LEAD, Status.UNDER_REVIEW)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.MEMBER, themes=frozenset()))
    assert refused(stage, LEAD) == (RefusalCode.LEAD_ONLY, {})


def test_an_owner_takes_back_their_own_report_and_the_author_their_withdrawal(stage: Stage) -> None:
    stage.recommendation(status=Status.IN_PROGRESS, owner=LEAD, progress=20)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.MEMBER, themes=frozenset()))
    moved(stage, LEAD, Status.IN_PROGRESS, 40)
    assert undone(stage, LEAD).item.progress == 20
    moved(stage, MEMBER, Status.WITHDRAWN)
    assert undone(stage, MEMBER).item.status == "in_progress"


def assigned(stage: Stage, user: str) -> None:
    """O-1 of MEMBER gets an owner."""
    stage.record.obstacles.save(replace(stage.obstacle(), owner="U0NEW"))
    change = NewChange(kind=ChangeKind.ASSIGNED, subject=O1, theme="charging", after="U0NEW")
    stage.record.changes.append([change], user, NOW)


@pytest.mark.parametrize("user", [MEMBER, LEAD, CHAIR])
def test_other_changes_to_an_item_are_taken_back_by_its_author_and_who_leads_its_theme(
    stage: Stage, user: str
) -> None:
    assigned(stage, user)
    assert undone(stage, user, O1).item.owner is None


def test_who_leads_another_theme_takes_back_no_change_to_what_others_recorded(stage: Stage) -> None:
    assigned(stage, TALENT_LEAD)
    assert refused(stage, TALENT_LEAD, O1) == (RefusalCode.LEAD_ONLY, {})


def test_an_item_that_is_not_there_is_not_undone(stage: Stage) -> None:
    assert refused(stage, reference=N1) == (RefusalCode.REFERENCE_UNKNOWN, {"reference": "N-1"})


def test_only_who_wrote_it_takes_it_back(stage: Stage) -> None:
    stage.note()
    for user in (CHAIR, LEAD):
        assert refused(stage, user, N1, 1) == (RefusalCode.UNDO_NOT_YOURS, {"reference": "N-1"})


@pytest.mark.parametrize("reference", [None, R1])
def test_what_somebody_built_on_stays_until_they_take_that_back(
    stage: Stage, reference: Reference | None
) -> None:
    stage.recommendation()
    moved(stage, LEAD, Status.UNDER_REVIEW)
    facts = {"reference": "R-1", "person": LEAD, "change": "moved"}
    assert refused(stage, MEMBER, reference) == (RefusalCode.UNDO_BUILT_ON, facts)
    undone(stage, LEAD)
    assert undone(stage, MEMBER, reference).item.status == WITHDRAWN


def test_a_move_with_progress_is_named_as_a_move(stage: Stage) -> None:
    stage.recommendation(status=Status.IN_PROGRESS)
    moved(stage, LEAD, Status.IMPLEMENTED)
    for reference in (None, R1):
        _, facts = refused(stage, MEMBER, reference)
        assert facts["change"] == "moved"


def test_somebody_of_whom_slack_told_nothing_is_named_by_id(stage: Stage) -> None:
    stage.note()
    change = NewChange(kind=ChangeKind.ASSIGNED, subject=N1, theme="charging", after=MEMBER)
    stage.record.changes.append([change], UNKNOWN, NOW)
    _, facts = refused(stage)
    assert facts == {"reference": "N-1", "person": UNKNOWN, "change": "assigned"}


def test_ones_own_later_change_is_taken_back_before_the_record(stage: Stage) -> None:
    stage.recommendation(stage.entry(author=LEAD))
    moved(stage, LEAD, Status.UNDER_REVIEW)
    assert refused(stage, LEAD, R1, 1) == (RefusalCode.UNDO_OUTDATED, {"reference": "R-1"})
    assert undone(stage, LEAD, R1, 2).item.status == "proposed"
    assert undone(stage, LEAD, R1).item.status == WITHDRAWN


@pytest.mark.parametrize("user", [MEMBER, LEAD])
def test_an_obstacle_that_is_answered_by_now_stays(stage: Stage, user: str) -> None:
    stage.obstacle()
    answering(stage, user)
    facts = {"reference": "O-1", "by": "R-1"}
    assert refused(stage, MEMBER, O1) == (RefusalCode.UNDO_ANSWERED, facts)
    undone(stage, user, R1)
    assert undone(stage, MEMBER, O1).item.status == WITHDRAWN


def test_a_change_to_an_answered_obstacle_is_taken_back(stage: Stage) -> None:
    stage.obstacle()
    answering(stage)
    stage.record.obstacles.save(replace(stage.record.obstacles.by_number[1], status="confirmed"))
    change = NewChange(
        kind=ChangeKind.MOVED, subject=O1, theme="charging", before="identified", after="confirmed"
    )
    stage.record.changes.append([change], LEAD, NOW)
    assert undone(stage, LEAD).item.status == "identified"


def test_a_last_change_without_a_way_back_is_named(stage: Stage) -> None:
    stage.note()
    change = NewChange(kind=ChangeKind.CHANNEL_BOUND, subject=N1, theme="charging")
    stage.record.changes.append([change], MEMBER, NOW)
    assert refused(stage) == (RefusalCode.UNDO_IMPOSSIBLE, {"reference": "N-1"})
