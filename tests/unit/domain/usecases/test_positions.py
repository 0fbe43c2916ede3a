"""Taking a position: what is stored and told, who may, and where everybody stands then."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from domain.change import ChangeKind, NewChange
from domain.people import Role
from domain.position import Position, Stance
from domain.receipt import Receipt
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.positions import Taken, TakePosition, TextChanged, balance, take_position
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    NOW,
    WHO_MAY_NOT_RECORD,
    Stage,
)

R1, O1 = Reference(Series.RECOMMENDATION, 1), Reference(Series.OBSTACLE, 1)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def stage() -> Stage:
    """R-1 of charging is under review."""
    stage = Stage()
    stage.recommendation(status=Status.UNDER_REVIEW)
    return stage


def command(
    stage: Stage, user: str = MEMBER, stance: Stance = Stance.SUPPORT, **facts: object
) -> TakePosition:
    plain = TakePosition(origin=stage.origin(user), group=1, reference=R1, stance=stance)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def taken(
    stage: Stage,
    user: str = MEMBER,
    stance: Stance = Stance.SUPPORT,
    comment: str | None = None,
    at: datetime = NOW,
) -> Taken:
    outcome = take_position(command(stage, user, stance, comment=comment), stage.uow, at)
    assert isinstance(outcome, Taken)
    return outcome


def test_a_position_is_stored_with_its_change_and_receipt(stage: Stage) -> None:
    last = stage.record.changes.last_number
    wanted = command(
        stage, stance=Stance.OBJECTION, comment=" who\x00 pays? ", origin=stage.origin(key="trigger-object")
    )
    outcome = take_position(wanted, stage.uow, NOW)
    assert isinstance(outcome, Taken)
    expected = Position(user=MEMBER, stance=Stance.OBJECTION, comment="who pays?", edition=1, at=NOW)
    assert (outcome.position, outcome.before, outcome.changed) == (expected, None, True)
    assert stage.record.positions.of(1) == (expected,)
    assert stage.told(last) == [
        NewChange(
            kind=ChangeKind.POSITIONED,
            subject=R1,
            theme="charging",
            after="objection",
            comment="who pays?",
            edition=1,
        )
    ]
    assert stage.record.changes.all[-1].actor == MEMBER
    assert stage.uow.workspace(WORKSPACE).receipts.by_key == {
        "trigger-object": (Receipt("R-1", {"write": str(last + 1)}), NOW)
    }


def test_the_recommendation_itself_stays_as_it_is(stage: Stage) -> None:
    """Positions taken at the same time do not make each other's buttons stale."""
    before = stage.record.recommendations.by_number[1]
    assert taken(stage).item == before
    assert stage.record.recommendations.by_number[1] == before


def test_the_latest_word_of_a_member_counts_and_the_change_tells_both(stage: Stage) -> None:
    taken(stage, stance=Stance.OBJECTION, comment="who pays?")
    outcome = taken(stage, stance=Stance.SUPPORT, at=LATER)
    assert (outcome.before, outcome.position.comment, outcome.position.at) == (Stance.OBJECTION, None, LATER)
    assert stage.record.positions.of(1) == (outcome.position,)
    assert [voice.position for voice in outcome.balance.voices] == [outcome.position]
    (*_, told) = stage.told()
    assert (told.before, told.after) == ("objection", "support")


def test_the_same_said_again_is_not_written_and_keeps_its_comment(stage: Stage) -> None:
    first = taken(stage, comment="yes").position
    for comment in (None, "yes"):
        wanted = command(stage, comment=comment)
        again = stage.writes_nothing(partial(take_position, wanted, stage.uow, LATER))
        assert isinstance(again, Taken)
        assert (again.before, again.position, again.changed) == (Stance.SUPPORT, first, False)
        assert stage.record.positions.of(1) == (first,)


def test_another_comment_is_another_word(stage: Stage) -> None:
    taken(stage, comment="yes")
    outcome = taken(stage, comment="yes, with a budget", at=LATER)
    assert stage.record.positions.of(1) == (outcome.position,)
    assert outcome.position.comment == "yes, with a budget"


def test_the_same_position_on_an_edited_text_counts_anew(stage: Stage) -> None:
    taken(stage)
    recommendations = stage.record.recommendations
    recommendations.save(replace(recommendations.by_number[1], edition=2))
    before = balance(stage.record, recommendations.by_number[1])
    assert ([one.user for one in before.outdated], before.voices) == ([MEMBER], ())
    after = taken(stage, at=LATER).balance
    assert (after.outdated, [voice.member.user for voice in after.voices]) == ((), [MEMBER])


def test_a_replay_gets_what_is_held_and_writes_nothing(stage: Stage) -> None:
    wanted = command(stage)
    first = take_position(wanted, stage.uow, NOW)
    assert isinstance(first, Taken)
    again = stage.writes_nothing(lambda: take_position(wanted, stage.uow, LATER))
    assert isinstance(again, Taken)
    assert (again.position, again.balance, again.changed) == (first.position, first.balance, True)
    assert again.repeated


def test_a_replay_is_answered_even_when_it_could_not_be_taken_any_more(stage: Stage) -> None:
    wanted = command(stage)
    first = take_position(wanted, stage.uow, NOW)
    assert isinstance(first, Taken)
    stage.record.members.save(replace(stage.member(MEMBER), role=Role.OBSERVER))
    recommendations = stage.record.recommendations
    recommendations.save(replace(recommendations.by_number[1], status=Status.WITHDRAWN))
    again = stage.writes_nothing(lambda: take_position(wanted, stage.uow, LATER))
    assert isinstance(again, Taken)
    assert again.position == first.position


@pytest.mark.parametrize("status", [status for status in Status if status.is_open])
@pytest.mark.parametrize("user", [MEMBER, LEAD, CHAIR])
def test_every_member_takes_a_position_as_long_as_it_is_open(user: str, status: Status) -> None:
    stage = Stage()
    stage.recommendation(status=status)
    assert taken(stage, user).position.user == user


@pytest.mark.parametrize("status", [status for status in Status if not status.is_open])
def test_on_what_is_closed_nobody_takes_a_position_any_more(status: Status) -> None:
    stage = Stage()
    stage.recommendation(status=status)
    refused = stage.refused(lambda: taken(stage))
    assert (refused.code, refused.facts) == (RefusalCode.CLOSED, {"reference": "R-1", "status": status})


@pytest.mark.parametrize(
    ("user", "facts", "refusal"),
    [
        *((user, {}, code) for user, code in WHO_MAY_NOT_RECORD),
        (MEMBER, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP),
        (MEMBER, {"reference": Reference(Series.RECOMMENDATION, 2)}, RefusalCode.REFERENCE_UNKNOWN),
        (MEMBER, {"reference": O1}, RefusalCode.NOT_A_RECOMMENDATION),
        (MEMBER, {"comment": "n" * 3001}, RefusalCode.TEXT_TOO_LONG),
    ],
)
def test_a_position_that_cannot_be_taken_is_refused_and_nothing_is_written(
    stage: Stage, user: str, facts: dict[str, object], refusal: RefusalCode
) -> None:
    stage.obstacle()
    wanted = command(stage, user, **facts)  # type: ignore[arg-type]  # any of its fields
    assert stage.code(lambda: take_position(wanted, stage.uow, NOW)) is refusal


def test_the_balance_leaves_out_observers_and_who_left(stage: Stage) -> None:
    for user in (MEMBER, LEAD, CHAIR):
        taken(stage, user)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.OBSERVER))
    del stage.record.members.by_user[CHAIR]
    found = balance(stage.record, stage.record.recommendations.by_number[1])
    assert [voice.member.user for voice in found.voices] == [MEMBER]
    assert found.matrix.total(Stance.SUPPORT) == 1


def test_a_replay_gets_the_first_answer_also_when_the_position_is_another_by_now(stage: Stage) -> None:
    wanted = command(stage, comment="yes")
    first = take_position(wanted, stage.uow, NOW)
    taken(stage, stance=Stance.OBJECTION, at=LATER)
    again = stage.writes_nothing(lambda: take_position(wanted, stage.uow, LATER))
    assert isinstance(first, Taken)
    assert isinstance(again, Taken)
    assert (again.position, again.before, again.repeated) == (first.position, None, True)


def test_who_saw_another_text_gets_the_new_one_and_takes_no_position(stage: Stage) -> None:
    recommendations = stage.record.recommendations
    recommendations.save(replace(recommendations.by_number[1], edition=2))
    for edition in (1, 3):
        wanted = command(stage, edition=edition)
        answer = stage.writes_nothing(partial(take_position, wanted, stage.uow, NOW))
        assert answer == TextChanged(recommendations.by_number[1])
    taken_now = take_position(command(stage, edition=2), stage.uow, NOW)
    assert isinstance(taken_now, Taken)
    assert taken_now.position.edition == 2


def test_what_others_took_a_position_on_is_not_undone_from_under_them(stage: Stage) -> None:
    taken(stage, CHAIR)
    refused = stage.refused(lambda: undo(Undo(origin=stage.origin(), group=1), stage.uow, NOW))
    assert refused.code is RefusalCode.UNDO_BUILT_ON
    assert refused.facts["change"] == "positioned"
