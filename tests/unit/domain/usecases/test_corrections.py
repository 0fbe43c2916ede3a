"""What is told beside the minutes of a meeting, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.action import ActionStatus
from domain.channel import Binding
from domain.delivery import DeliveryKind
from domain.editing import Correction
from domain.language import Language
from domain.reference import Reference
from domain.usecases.announcing import Corrected, announcement_of, arrived
from domain.usecases.assigning import Assign, assign
from domain.usecases.editing import Edit, edit
from domain.usecases.moving import Move, move
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import deliveries, ended, started
from tests.unit.domain.usecases.stage import NOW, TALENT_LEAD, Stage

SPANISH = Correction(versions={Language.SPANISH: "Otra cosa"})
OTHERWISE = Correction(text="Said otherwise")


@pytest.mark.parametrize(("correction", "count"), [(SPANISH, 0), (OTHERWISE, 2)])
def test_a_version_in_another_language_is_no_correction_of_minutes(
    correction: Correction, count: int
) -> None:
    stage = Stage()
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1, "charging"))
    recommendation = stage.recommendation()
    stage.record.recommendations.save(replace(recommendation, meeting=1))
    started(stage)
    ended(stage)
    asked = Edit(origin=stage.origin(), group=1, reference=recommendation.reference, correction=correction)
    edit(asked, stage.uow, NOW)
    undo(Undo(origin=stage.origin(), group=1, reference=recommendation.reference), stage.uow, NOW)
    assert len(deliveries(stage, DeliveryKind.CORRECTION)) == count


def _with_action(stage: Stage, owner: str = MEMBER) -> Reference:
    """An action of M-1, which is open in the channel."""
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1, "charging"))
    started(stage)
    return stage.action(meeting=1, owner=owner).reference


def _done(stage: Stage, reference: Reference) -> None:
    move(Move(origin=stage.origin(), group=1, reference=reference, to=ActionStatus.DONE), stage.uow, NOW)


def _given(stage: Stage, reference: Reference) -> None:
    assign(Assign(origin=stage.origin(), group=1, reference=reference, owner=LEAD), stage.uow, NOW)


@pytest.mark.parametrize("act", [_done, _given])
def test_what_went_on_after_the_minutes_is_no_correction_when_it_is_taken_back(
    act: Callable[[Stage, Reference], None],
) -> None:
    stage = Stage()
    reference = _with_action(stage)
    ended(stage)
    act(stage, reference)
    undo(Undo(origin=stage.origin(), group=1, reference=reference), stage.uow, NOW)
    assert deliveries(stage, DeliveryKind.CORRECTION) == []


@pytest.mark.parametrize("act", [_done, _given])
def test_what_the_minutes_tell_is_corrected_when_it_is_taken_back_later(
    act: Callable[[Stage, Reference], None],
) -> None:
    stage = Stage()
    reference = _with_action(stage)
    act(stage, reference)
    ended(stage)
    undo(Undo(origin=stage.origin(), group=1, reference=reference), stage.uow, NOW)
    assert len(deliveries(stage, DeliveryKind.CORRECTION)) == 1


def test_a_correction_names_whose_it_is_again(stage: Stage) -> None:
    reference = _with_action(stage, owner=TALENT_LEAD)
    _given(stage, reference)
    ended(stage)
    (minutes,) = deliveries(stage, DeliveryKind.MINUTES)
    arrived(minutes, 0, "12.3", stage.uow)
    undo(Undo(origin=stage.origin(), group=1, reference=reference), stage.uow, NOW)
    (correction,) = deliveries(stage, DeliveryKind.CORRECTION)
    told = announcement_of(correction, stage.uow)
    assert isinstance(told, Corrected)
    assert told.correction.names[TALENT_LEAD] == TALENT_LEAD
