"""Taking back corrections and positions, while nobody built on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.editing import Correction
from domain.language import Language
from domain.people import Role
from domain.position import Position, Stance
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.editing import Edit, Edited, edit
from domain.usecases.moving import Move, move
from domain.usecases.positions import TakePosition, balance, take_position
from domain.usecases.undoing import TakenBack, Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, Stage

R1 = Reference(Series.RECOMMENDATION, 1)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def stage() -> Stage:
    """R-1 of charging, by the member, is under review."""
    stage = Stage()
    stage.recommendation(status=Status.UNDER_REVIEW)
    return stage


def correct(stage: Stage, user: str = MEMBER, **fields: object) -> Edited:
    wanted = Edit(
        origin=stage.origin(user),
        group=1,
        reference=R1,
        correction=Correction(**fields),  # type: ignore[arg-type]  # any of its fields
    )
    outcome = edit(wanted, stage.uow, NOW)
    assert isinstance(outcome, Edited)
    return outcome


def hold(
    stage: Stage, stance: Stance, user: str = MEMBER, comment: str | None = None, at: datetime = NOW
) -> None:
    wanted = TakePosition(origin=stage.origin(user), group=1, reference=R1, stance=stance, comment=comment)
    take_position(wanted, stage.uow, at)


def undone(stage: Stage, user: str = MEMBER, reference: Reference | None = None) -> TakenBack:
    return undo(Undo(origin=stage.origin(user), group=1, reference=reference), stage.uow, LATER)


def refused(stage: Stage, user: str = MEMBER, reference: Reference | None = R1) -> Refusal:
    return stage.refused(lambda: undone(stage, user, reference))


def positions(stage: Stage) -> tuple[Position, ...]:
    return stage.record.positions.of(1)


def test_a_text_taken_back_is_the_former_one_and_former_positions_count_again(stage: Stage) -> None:
    before = stage.record.recommendations.by_number[1]
    hold(stage, Stance.SUPPORT, LEAD)
    correct(stage, text="New text", versions={Language.SPANISH: "texto"})
    assert balance(stage.record, stage.record.recommendations.by_number[1]).voices == ()
    back = undone(stage).item
    assert (back.text, back.edition, back.version) == (before.text, before.edition, before.version + 2)
    assert [voice.position.user for voice in balance(stage.record, back).voices] == [LEAD]  # type: ignore[arg-type]  # a recommendation


def test_a_text_that_comes_after_one_taken_back_is_another_edition(stage: Stage) -> None:
    first = correct(stage, text="New text").item.edition
    undone(stage)
    assert correct(stage, text="Other text").item.edition not in {1, first}


def test_a_text_that_somebody_spoke_of_stays(stage: Stage) -> None:
    correct(stage, text="New text")
    hold(stage, Stance.SUPPORT, LEAD)
    found = refused(stage)
    assert (found.code, found.facts["change"]) == (RefusalCode.UNDO_BUILT_ON, "positioned")
    undone(stage, LEAD)
    assert undone(stage).item.text.original == "text"


def test_what_the_plan_was_is_taken_back_by_who_may_still_make_it(stage: Stage) -> None:
    correct(stage, LEAD, priority=True)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.MEMBER, themes=frozenset()))
    assert refused(stage, LEAD).code is RefusalCode.LEAD_ONLY


def test_a_theme_taken_back_is_told_where_the_item_is_again(stage: Stage) -> None:
    correct(stage, LEAD, theme="talent")
    taken = undone(stage, LEAD)
    assert taken.item.theme == "charging"
    assert {change.theme for change in taken.told if change.before != "2"} >= {"charging"}


def test_a_first_position_taken_back_leaves_none(stage: Stage) -> None:
    before = stage.record.recommendations.by_number[1]
    hold(stage, Stance.SUPPORT, comment="yes")
    taken = undone(stage)
    assert positions(stage) == ()
    assert taken.item == before
    assert [(change.before, change.after) for change in taken.told] == [("support", None), ("2", None)]


def test_a_position_taken_back_is_the_former_one_with_comment_time_and_edition(stage: Stage) -> None:
    hold(stage, Stance.OBJECTION, comment="who pays?")
    (former,) = positions(stage)
    correct(stage, CHAIR, text="New text")
    hold(stage, Stance.SUPPORT, at=LATER)
    undone(stage)
    assert positions(stage) == (former,)
    assert former.edition == 1


def test_positions_are_taken_back_one_after_the_other(stage: Stage) -> None:
    for stance in (Stance.SUPPORT, Stance.OBJECTION, Stance.ABSTENTION):
        hold(stage, stance)
    for stance in (Stance.OBJECTION, Stance.SUPPORT):
        undone(stage, reference=R1)
        assert [one.stance for one in positions(stage)] == [stance]
    hold(stage, Stance.RESERVATION)
    undone(stage)
    assert [one.stance for one in positions(stage)] == [Stance.SUPPORT]
    undone(stage)
    assert positions(stage) == ()


def test_what_others_hold_stands_beside_ones_own_position_not_on_it(stage: Stage) -> None:
    hold(stage, Stance.SUPPORT)
    hold(stage, Stance.OBJECTION, LEAD)
    undone(stage, reference=R1)
    assert [one.user for one in positions(stage)] == [LEAD]


def test_a_position_behind_hundreds_of_others_is_still_ones_own(stage: Stage) -> None:
    hold(stage, Stance.SUPPORT)
    for number in range(210):
        hold(stage, [Stance.OBJECTION, Stance.SUPPORT][number % 2], LEAD, comment=str(number))
    undone(stage, reference=R1)
    assert [one.user for one in positions(stage)] == [LEAD]


@pytest.mark.parametrize("named", [R1, None], ids=str)
def test_a_position_on_which_it_was_agreed_stays(stage: Stage, named: Reference | None) -> None:
    hold(stage, Stance.SUPPORT)
    wanted = Move(origin=stage.origin(CHAIR), group=1, reference=R1, to=Status.AGREED)
    move(wanted, stage.uow, NOW)
    assert refused(stage, reference=named).code is RefusalCode.UNDO_BUILT_ON


def test_an_undo_of_a_position_that_comes_twice_is_answered_the_same(stage: Stage) -> None:
    hold(stage, Stance.SUPPORT)
    wanted = Undo(origin=stage.origin(), group=1)
    first = undo(wanted, stage.uow, LATER)
    again = stage.writes_nothing(lambda: undo(wanted, stage.uow, LATER))
    assert again == replace(first, repeated=True)


def test_a_position_that_comes_again_after_it_was_taken_back_is_not_taken_again(stage: Stage) -> None:
    wanted = TakePosition(origin=stage.origin(), group=1, reference=R1, stance=Stance.SUPPORT)
    take_position(wanted, stage.uow, NOW)
    undone(stage)
    stage.writes_nothing(lambda: take_position(wanted, stage.uow, LATER))
    assert positions(stage) == ()
