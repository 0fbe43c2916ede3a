"""Meetings of which nobody is to be told, because another release scheduled them, are told of after all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.delivery import Delivery, DeliveryKind
from domain.reminding import ComingMeeting
from domain.usecases.meeting_reminders import LOOKED_AHEAD, foretell_late, unforetold
from tests.fakes.scene import WORKSPACE
from tests.unit.domain.usecases.gathering import M1, arranged, scheduled, started
from tests.unit.domain.usecases.stage import NOW, Stage

HOUR = timedelta(hours=1)
COMING = ComingMeeting(WORKSPACE, 1, 1)


def ahead(stage: Stage) -> list[Delivery]:
    found = stage.uow.outbox.deliveries.values()
    return [each for each in found if each.kind is DeliveryKind.MEETING_AHEAD]


def untold(stage: Stage, hours: float) -> None:
    """A meeting as a release left it that told nobody of meetings."""
    scheduled(stage, arrangement=arranged(NOW + hours * HOUR))
    stage.uow.outbox.deliveries.clear()


@pytest.mark.parametrize(
    ("hours", "kept"), [(0.5, []), (2, ["hour"]), (26, ["day", "hour"]), (26.5, ["day", "hour"]), (28, [])]
)
def test_what_starts_soon_and_is_told_nobody_is_foretold(
    charging: Stage, hours: float, kept: list[str]
) -> None:
    untold(charging, hours)
    found = unforetold(charging.uow, NOW)
    assert found == ((COMING,) if kept else ())
    assert foretell_late(charging.uow, found, NOW) == len(kept)
    assert [each.facts["how_soon"] for each in ahead(charging)] == kept
    assert unforetold(charging.uow, NOW) == ()


def test_what_is_foretold_already_is_left_alone(charging: Stage) -> None:
    scheduled(charging, arrangement=arranged(NOW + 26 * HOUR))
    before = ahead(charging)
    assert unforetold(charging.uow, NOW) == ()
    assert foretell_late(charging.uow, [COMING], NOW) == 0
    assert ahead(charging) == before


def test_a_meeting_that_was_opened_meanwhile_is_not_foretold(charging: Stage) -> None:
    untold(charging, 26)
    found = unforetold(charging.uow, NOW)
    started(charging, reference=M1)
    charging.uow.outbox.deliveries.clear()
    assert foretell_late(charging.uow, found, NOW) == 0


def test_it_is_looked_ahead_further_than_the_first_telling() -> None:
    assert timedelta(days=1) + 2 * HOUR < LOOKED_AHEAD
