"""What is told beside the minutes of a meeting, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.delivery import DeliveryKind
from domain.editing import Correction
from domain.language import Language
from domain.usecases.editing import Edit, edit
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHANNEL, WORKSPACE
from tests.unit.domain.usecases.gathering import deliveries, ended, started
from tests.unit.domain.usecases.stage import NOW, Stage

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
