"""What one person is told is true of the item when they are told it, and of themselves."""

from __future__ import annotations

import pytest

from domain.delivery import DeliveryState
from domain.notice import About, Stake
from domain.reference import Reference, Series
from domain.usecases.notices import notice_of
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, TALENT_LEAD, Stage
from tests.unit.domain.usecases.test_assignment_notices import gives, told
from tests.unit.domain.usecases.test_notices import moves, notices, sends, told_of

A1 = Reference(Series.ACTION, 1)


def takes_back(stage: Stage, user: str, reference: Reference = A1) -> None:
    undo(Undo(origin=stage.origin(user), group=1, reference=reference), stage.uow, NOW)


@pytest.mark.parametrize("status", ["done", "dropped", "withdrawn"])
def test_what_is_closed_within_the_minute_is_given_to_nobody(stage: Stage, status: str) -> None:
    stage.action(stage.entry(author=CHAIR))
    gives(stage, owner=LEAD)
    moves(stage, A1, status, reason="no time")
    (notice,) = notices(stage)
    assert notice_of(notice, stage.uow, NOW) is None


def test_what_is_closed_within_the_minute_needs_no_owner(stage: Stage) -> None:
    stage.action(owner=LEAD)
    gives(stage, LEAD, unowned=True)
    moves(stage, A1, "dropped", reason="no time")
    (notice,) = notices(stage)
    assert notice_of(notice, stage.uow, NOW) is None


def test_who_does_not_own_it_any_more_is_told_of_no_move(stage: Stage) -> None:
    item = stage.recommendation(owner=LEAD)
    moves(stage, item.reference)
    gives(stage, CHAIR, item.reference, owner=TALENT_LEAD)
    of_move = [each for each in notices(stage) if each.facts["about"] == About.MOVED]
    assert [each.channel for each in of_move] == [MEMBER, LEAD]
    assert [notice_of(each, stage.uow, NOW) is not None for each in of_move] == [True, False]


def test_who_was_given_it_and_has_it_no_more_did_not_propose_it(stage: Stage) -> None:
    stage.action()
    gives(stage, owner=LEAD)
    sends(stage)
    takes_back(stage, CHAIR)
    notice = told_of(stage, notices(stage)[-1])
    assert (notice.reader.user, notice.about, notice.stake) == (LEAD, About.TAKEN_BACK, Stake.TOLD)


@pytest.mark.parametrize(("theme", "user"), [("charging", LEAD), (None, CHAIR)])
def test_whoever_was_asked_to_find_an_owner_is_told_that_there_is_one_again(
    stage: Stage, theme: str | None, user: str
) -> None:
    stage.action(stage.entry(theme=theme), owner=TALENT_LEAD)
    gives(stage, TALENT_LEAD, unowned=True)
    sends(stage)
    takes_back(stage, TALENT_LEAD)
    assert told(stage) == [
        (user, "given-back"),
        (MEMBER, "given-back"),
        (MEMBER, "taken-back"),
        (user, "taken-back"),
    ]
    assert told_of(stage, notices(stage)[-1]).stake is Stake.TOLD


def test_what_has_its_owner_again_within_the_minute_was_given_back_to_nobody(stage: Stage) -> None:
    stage.action(owner=TALENT_LEAD)
    gives(stage, TALENT_LEAD, unowned=True)
    takes_back(stage, TALENT_LEAD)
    assert {each.state for each in notices(stage)} == {DeliveryState.SKIPPED}
