"""Taking back what the life of items is made of: merging, giving way, assigning, reopening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.change import ChangeKind
from domain.item import Item
from domain.obstacle import ObstacleStatus
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.assigning import Assign, assign
from domain.usecases.moving import Move, move
from domain.usecases.undoing import TakenBack, Undo, undo
from domain.usecases.writes import WRITE_READ
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import NOW, Stage, profile

OWNER = "U0OWNER"
O1, O2 = (Reference(Series.OBSTACLE, number) for number in (1, 2))
R1, R2 = (Reference(Series.RECOMMENDATION, number) for number in (1, 2))
A1 = Reference(Series.ACTION, 1)


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.record.members.add(replace(stage.member(MEMBER), user=OWNER), NOW)
    stage.uow.workspace(WORKSPACE).people.save(profile(OWNER))
    return stage


def moved(stage: Stage, user: str, reference: Reference, to: str | None, **facts: object) -> None:
    plain = Move(origin=stage.origin(user), group=1, reference=reference, to=to, reason="because")
    move(replace(plain, **facts), stage.uow, NOW)  # type: ignore[arg-type]  # any of its fields


def assigned(stage: Stage, user: str, reference: Reference, owner: str, due_on: date | None = None) -> None:
    wanted = Assign(origin=stage.origin(user), group=1, reference=reference, owner=owner, due_on=due_on)
    assign(wanted, stage.uow, NOW)


def undone(stage: Stage, user: str, reference: Reference | None = None) -> TakenBack:
    return undo(Undo(origin=stage.origin(user), group=1, reference=reference), stage.uow, NOW)


def item(stage: Stage, reference: Reference) -> Item:
    found: Item | None = stage.record.items(reference.series).get(reference.number)
    assert found is not None
    return found


def answers(stage: Stage) -> list[tuple[int, ...]]:
    return [found.answers for found in stage.record.recommendations.by_number.values()]


def merged(stage: Stage, user: str = LEAD) -> None:
    """O-1 into O-2; R-1 of another theme answered O-1, R-2 both."""
    stage.obstacle()
    stage.obstacle()
    stage.recommendation(stage.entry(theme="talent"), answers=(1,))
    stage.recommendation(answers=(2, 1))
    moved(stage, user, O1, ObstacleStatus.MERGED, successor=O2)
    assert answers(stage) == [(2,), (2,)]


@pytest.mark.parametrize("user", [LEAD, CHAIR])
@pytest.mark.parametrize("reference", [None, O1], ids=str)
def test_with_a_merged_obstacle_the_links_come_back_in_every_theme(
    stage: Stage, user: str, reference: Reference | None
) -> None:
    merged(stage, user)
    taken = undone(stage, user, reference)
    assert taken.item.reference == O1
    assert (taken.item.status, taken.item.successor) == (ObstacleStatus.IDENTIFIED, None)
    assert answers(stage) == [(1,), (2, 1)]
    assert [str(change.subject) for change in taken.told if change.kind is ChangeKind.UNDONE] == [
        "O-1",
        "R-1",
        "R-2",
    ]


def test_a_merge_stays_once_a_recommendation_that_followed_it_was_moved(stage: Stage) -> None:
    merged(stage)
    moved(stage, CHAIR, R1, Status.UNDER_REVIEW)
    refused = stage.refused(lambda: undone(stage, LEAD))
    assert (refused.code, refused.facts["reference"]) == (RefusalCode.UNDO_BUILT_ON, "R-1")
    undone(stage, CHAIR)
    assert undone(stage, LEAD).item.status == ObstacleStatus.IDENTIFIED


def test_who_may_not_merge_any_more_does_not_take_a_merge_back(stage: Stage) -> None:
    merged(stage)
    stage.record.members.save(replace(stage.member(LEAD), themes=frozenset({"talent"})))
    assert stage.code(lambda: undone(stage, LEAD)) is RefusalCode.LEAD_ONLY


def test_a_merge_of_any_size_is_taken_back_whole(stage: Stage) -> None:
    stage.obstacle()
    stage.obstacle()
    for _ in range(2 * WRITE_READ):
        stage.recommendation(answers=(1,))
    moved(stage, LEAD, O1, ObstacleStatus.MERGED, successor=O2)
    assert set(answers(stage)) == {(2,)}
    undone(stage, LEAD)
    assert set(answers(stage)) == {(1,)}
    assert item(stage, O1).status == ObstacleStatus.IDENTIFIED


def test_what_gave_way_is_back_without_a_successor(stage: Stage) -> None:
    stage.recommendation(status=Status.AGREED)
    stage.recommendation()
    moved(stage, LEAD, R1, Status.SUPERSEDED, successor=R2)
    taken = undone(stage, LEAD).item
    assert (taken.status, taken.successor) == (Status.AGREED, None)


def test_a_reopening_is_taken_back_to_what_it_had_given_way_to(stage: Stage) -> None:
    stage.recommendation(status=Status.AGREED)
    stage.recommendation()
    moved(stage, LEAD, R1, Status.SUPERSEDED, successor=R2)
    moved(stage, CHAIR, R1, None, reopen=True)
    taken = undone(stage, CHAIR).item
    assert (taken.status, taken.successor) == (Status.SUPERSEDED, 2)
    moved(stage, CHAIR, R1, None, reopen=True)
    assert item(stage, R1).status == Status.AGREED


def test_an_owner_and_a_day_are_taken_back_together(stage: Stage) -> None:
    stage.recommendation(owner=OWNER, due_on=date(2026, 12, 31))
    assigned(stage, LEAD, R1, MEMBER, date(2027, 3, 31))
    taken = undone(stage, LEAD).item
    assert (taken.owner, taken.due_on, taken.version) == (OWNER, date(2026, 12, 31), 3)


def test_the_owner_of_an_action_who_gave_it_on_takes_that_back(stage: Stage) -> None:
    stage.action(owner=OWNER)
    assigned(stage, OWNER, A1, LEAD, date(2026, 12, 1))
    taken = undone(stage, OWNER).item
    assert (taken.owner, taken.due_on) == (OWNER, date(2026, 11, 27))


def test_a_lead_who_became_a_member_does_not_take_back_what_they_assigned(stage: Stage) -> None:
    stage.recommendation()
    assigned(stage, LEAD, R1, OWNER)
    stage.record.members.save(replace(stage.member(LEAD), themes=frozenset()))
    assert stage.code(lambda: undone(stage, LEAD)) is RefusalCode.LEAD_ONLY


def test_a_finished_action_is_open_again_and_then_withdrawn(stage: Stage) -> None:
    stage.action()
    moved(stage, MEMBER, A1, "done")
    assert undone(stage, MEMBER).item.status == "open"
    assert undone(stage, MEMBER).item.status == "withdrawn"


def test_what_was_recorded_and_taken_back_is_reopened_by_a_chair_alone(stage: Stage) -> None:
    stage.recommendation()
    undone(stage, MEMBER)
    again = Move(origin=stage.origin(MEMBER), group=1, reference=R1, reopen=True, reason="it was right")
    assert stage.code(lambda: move(again, stage.uow, NOW)) is RefusalCode.CHAIR_ONLY
    moved(stage, CHAIR, R1, None, reopen=True)
    assert item(stage, R1).status == Status.PROPOSED
