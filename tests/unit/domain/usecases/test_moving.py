"""Moving an item: what is written, what a replay does, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from domain.change import ChangeKind, NewChange
from domain.obstacle import ObstacleStatus
from domain.people import Role
from domain.receipt import Receipt
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference
from domain.refusal import RefusalCode
from domain.usecases.items import Stale
from domain.usecases.moving import Moved, may_move, move
from domain.usecases.origin import enter
from domain.usecases.remains import Remains
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.moves import A1, O1, O2, R1, R2, R3, agreed, command, moved, refused, stored
from tests.unit.domain.usecases.stage import (
    NOW,
    OBSERVER,
    WHO_MAY_NOT_RECORD,
    Stage,
)


@pytest.fixture
def stage() -> Stage:
    return agreed()


def test_a_move_is_stored_with_its_changes_and_receipt(stage: Stage) -> None:
    before, last = stored(stage), stage.record.changes.last_number
    wanted = command(stage.origin(LEAD, key="trigger-move"), progress=40, reason=" pilot\x00 began ")
    outcome = move(wanted, stage.uow, NOW)
    assert isinstance(outcome, Moved)
    assert outcome.item == replace(before, status=Status.IN_PROGRESS, progress=40, changed_at=NOW, version=2)
    assert stage.record.recommendations.by_number == {1: outcome.item}
    told = NewChange(
        kind=ChangeKind.MOVED,
        subject=R1,
        theme="charging",
        before="agreed",
        after="in_progress",
        comment="pilot began",
    )
    expected = [told, replace(told, kind=ChangeKind.PROGRESSED, before="0", after="40")]
    assert stage.told(last) == expected == list(outcome.changes)
    assert {(change.actor, change.at) for change in stage.record.changes.all[last:]} == {(LEAD, NOW)}
    receipts = stage.uow.workspace(WORKSPACE).receipts.by_key
    assert receipts == {"trigger-move": (Receipt("R-1", {"write": str(last + 1)}), NOW)}


def told_of(moved: Moved) -> list[tuple[object, ...]]:
    return [(change.kind, change.before, change.after, change.comment) for change in moved.changes]


def test_a_replay_is_told_the_same_changes_and_writes_nothing(stage: Stage) -> None:
    wanted = command(stage.origin(LEAD, key="same"), progress=40, version=1)
    first = move(wanted, stage.uow, NOW)
    assert isinstance(first, Moved)
    again = stage.writes_nothing(lambda: move(wanted, stage.uow, NOW))
    assert isinstance(again, Moved)
    assert (again.item, again.repeated) == (stored(stage), True)
    assert told_of(again) == told_of(first)


def test_a_replay_is_answered_even_when_the_person_may_not_move_it_any_more(stage: Stage) -> None:
    wanted = command(stage.origin(LEAD, key="same"))
    move(wanted, stage.uow, NOW)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.OBSERVER))
    again = stage.writes_nothing(lambda: move(wanted, stage.uow, NOW))
    assert isinstance(again, Moved)
    assert (again.item, again.repeated) == (stored(stage), True)


def test_a_move_to_where_it_stands_writes_nothing(stage: Stage) -> None:
    for to in (Status.AGREED, None):
        wanted = command(stage.origin(LEAD), to, progress=0)
        assert stage.writes_nothing(partial(move, wanted, stage.uow, NOW)) == Moved(stored(stage))


def test_progress_alone_is_reported_without_a_status(stage: Stage) -> None:
    item = moved(stage, LEAD, None, progress=30)
    assert (item.status, item.progress) == (Status.AGREED, 30)


def test_who_saw_another_version_gets_what_it_is_now_and_nothing_is_written(stage: Stage) -> None:
    moved(stage, LEAD, Status.IN_PROGRESS)
    wanted = command(stage.origin(LEAD), Status.NOT_IMPLEMENTED, reason="because", version=1)
    assert stage.writes_nothing(lambda: move(wanted, stage.uow, NOW)) == Stale(stored(stage))
    assert moved(stage, LEAD, Status.IMPLEMENTED, version=2).version == 3


def test_who_may_not_move_it_is_told_so_before_what_it_is_now(stage: Stage) -> None:
    assert refused(stage, MEMBER, Status.IN_PROGRESS, version=9) is RefusalCode.LEAD_ONLY


@pytest.mark.parametrize(
    ("user", "facts", "refusal", "said"),
    [
        (CHAIR, {"reference": R2}, RefusalCode.REFERENCE_UNKNOWN, {"reference": "R-2"}),
        (CHAIR, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP, {}),
        *((user, {}, code, {}) for user, code in WHO_MAY_NOT_RECORD),
        (
            CHAIR,
            {"to": Status.PROPOSED},
            RefusalCode.MOVE_IMPOSSIBLE,
            {"reference": "R-1", "before": "agreed", "after": "proposed"},
        ),
        (
            CHAIR,
            {"to": "merged", "reason": "a status of obstacles"},
            RefusalCode.MOVE_IMPOSSIBLE,
            {"reference": "R-1", "before": "agreed", "after": "merged"},
        ),
        (
            CHAIR,
            {"to": Status.NOT_IMPLEMENTED},
            RefusalCode.REASON_NEEDED,
            {"reference": "R-1", "status": "not_implemented"},
        ),
        (CHAIR, {"progress": 101}, RefusalCode.PROGRESS_OUT_OF_RANGE, {"progress": 101}),
        (CHAIR, {"reason": "n" * 3001}, RefusalCode.TEXT_TOO_LONG, None),
        (CHAIR, {"to": None, "reopen": True, "reason": "because"}, RefusalCode.NOT_CLOSED, None),
    ],
)
def test_a_move_that_cannot_be_made_is_refused_and_nothing_is_written(
    stage: Stage,
    user: str,
    facts: dict[str, object],
    refusal: RefusalCode,
    said: dict[str, object] | None,
) -> None:
    wanted = command(stage.origin(user), **facts)  # type: ignore[arg-type]  # any of its fields
    caught = stage.refused(lambda: move(wanted, stage.uow, NOW))
    assert caught.code is refusal
    assert said is None or caught.facts == said


def test_what_the_question_says_is_what_the_move_does(stage: Stage) -> None:
    """Buttons are shown to whom the question allows them."""
    for user in (MEMBER, LEAD, CHAIR, OBSERVER):
        actor = enter(stage.uow, stage.origin(user), 1).actor
        for to in (Status.IN_PROGRESS, Status.WITHDRAWN):
            trial = Stage()
            trial.recommendation(status=Status.AGREED)
            allowed = may_move(actor, stored(stage), to)
            if allowed:
                assert moved(trial, user, to).status == to
            else:
                refused(trial, user, to)


def test_a_superseded_recommendation_names_the_one_that_takes_its_place(stage: Stage) -> None:
    stage.recommendation()
    last = stage.record.changes.last_number
    item = moved(stage, LEAD, Status.SUPERSEDED, successor=R2)
    assert (item.status, item.successor) == (Status.SUPERSEDED, 2)
    assert [(change.kind, change.after) for change in stage.told(last)] == [
        (ChangeKind.MOVED, "superseded"),
        (ChangeKind.SUCCEEDED, "R-2"),
    ]


@pytest.mark.parametrize(
    ("successor", "refusal", "said"),
    [
        (None, RefusalCode.SUCCESSOR_NEEDED, {"reference": "R-1", "status": "superseded"}),
        (R1, RefusalCode.SUCCESSOR_ITSELF, {"reference": "R-1"}),
        (R3, RefusalCode.REFERENCE_UNKNOWN, {"reference": "R-3"}),
        (R2, RefusalCode.SUCCESSOR_CLOSED, {"reference": "R-2", "status": "withdrawn"}),
        (O1, RefusalCode.SUCCESSOR_OTHER_KIND, {"reference": "R-1", "other": "O-1"}),
    ],
)
def test_nothing_takes_its_place_but_another_open_recommendation(
    stage: Stage, successor: Reference | None, refusal: RefusalCode, said: dict[str, object]
) -> None:
    stage.recommendation(status=Status.WITHDRAWN)
    stage.obstacle()
    wanted = command(stage.origin(LEAD), Status.SUPERSEDED, successor=successor)
    caught = stage.refused(lambda: move(wanted, stage.uow, NOW))
    assert (caught.code, caught.facts) == (refusal, said)


def test_what_answered_a_merged_obstacle_answers_the_one_it_went_into() -> None:
    stage = Stage()
    for _ in range(3):
        stage.obstacle()
    stage.recommendation(answers=(3, 1))
    stage.recommendation(answers=(1, 2))
    stage.recommendation(answers=(3,))
    last = stage.record.changes.last_number
    item = moved(stage, LEAD, ObstacleStatus.MERGED, reference=O1, successor=O2)
    assert (item.status, item.successor) == (ObstacleStatus.MERGED, 2)
    assert [stored(stage, number).answers for number in (1, 2, 3)] == [(3, 2), (2,), (3,)]
    assert [stored(stage, number).version for number in (1, 2, 3)] == [2, 2, 1]
    told = [(str(change.subject), change.kind, change.before, change.after) for change in stage.told(last)]
    assert told == [
        ("O-1", ChangeKind.MOVED, "identified", "merged"),
        ("O-1", ChangeKind.SUCCEEDED, None, "O-2"),
        ("R-1", ChangeKind.LINKED, "O-1", "O-2"),
        ("R-2", ChangeKind.LINKED, "O-1", None),
    ]
    assert len({change.write for change in stage.record.changes.all[last:]}) == 1


def test_a_finished_action_has_no_progress_and_needs_no_reason() -> None:
    stage = Stage()
    stage.action()
    assert moved(stage, MEMBER, "done", reference=A1).status == "done"
    assert refused(stage, MEMBER, "done", reference=A1, progress=50) is RefusalCode.PROGRESS_UNKNOWN
    assert moved(stage, MEMBER, None, reference=A1, reopen=True).status == "open"


def test_whoever_withdraws_an_answered_obstacle_is_told_which_recommendations_stay() -> None:
    stage = Stage()
    there = stage.obstacle()
    answering = [stage.recommendation(answers=(there.number,)) for _ in range(3)]
    stage.record.recommendations.save(replace(answering[1], status="withdrawn"))
    wanted = command(stage.origin(MEMBER, key="same"), ObstacleStatus.WITHDRAWN, reference=there.reference)
    left = Remains((answering[0].reference, answering[2].reference))
    for _ in range(2):
        outcome = move(wanted, stage.uow, NOW)
        assert isinstance(outcome, Moved)
        assert outcome.remains == left
