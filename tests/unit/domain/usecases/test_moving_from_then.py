"""Moving a meeting from when it is: to the day that is meant, or, where it is not then, not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.refusal import RefusalCode
from domain.retiming import Before, Retiming, Toward
from tests.unit.domain.usecases.gathering import M1, arranged, meeting, scheduled
from tests.unit.domain.usecases.stage import Stage

AHEAD = datetime(2027, 3, 25, 21, 30, tzinfo=UTC)
"""A Thursday, half past three in Mexico City."""
THURSDAY = Before(day=date(2027, 3, 11), weekly=True)


def local(stage: Stage) -> datetime:
    starts_at = meeting(stage).arrangement.starts_at
    assert starts_at is not None
    return starts_at.astimezone(ZoneInfo("America/Mexico_City")).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("first", "toward", "day"),
    [
        (date(2027, 3, 12), None, 26),
        (date(2027, 3, 10), None, 24),
        (date(2027, 3, 15), None, 22),
        (date(2027, 3, 15), Toward.LATER, 29),
        (date(2027, 3, 12), Toward.EARLIER, 19),
        (date(2027, 3, 11), None, 25),
    ],
)
def test_from_one_weekday_to_another_is_the_one_nearest_to_the_meeting(
    charging: Stage, first: date, toward: Toward | None, day: int
) -> None:
    scheduled(charging, arrangement=arranged(AHEAD))
    retiming = Retiming(day=first, before=THURSDAY, weekly=True, toward=toward)
    scheduled(charging, reference=M1, arrangement=arranged(None), retiming=retiming)
    assert local(charging) == datetime(2027, 3, day, 15, 30)  # noqa: DTZ001 - a wall time


def test_an_hour_of_the_afternoon_is_meant_by_its_number_alone(charging: Stage) -> None:
    scheduled(charging, arrangement=arranged(AHEAD))
    before = Before(at=time(3, 30), either=True)
    retiming = Retiming(at=time(17), before=before)
    scheduled(charging, reference=M1, arrangement=arranged(None), retiming=retiming)
    assert local(charging).time() == time(17)


@pytest.mark.parametrize(
    "before",
    [
        Before(day=date(2027, 3, 26)),
        Before(day=date(2027, 3, 12), weekly=True),
        Before(at=time(10)),
        Before(at=time(3, 30)),
        Before(day=date(2027, 3, 25), at=time(10)),
    ],
)
def test_a_meeting_that_is_not_then_stays_and_its_time_is_told(charging: Stage, before: Before) -> None:
    scheduled(charging, arrangement=arranged(AHEAD))
    held = meeting(charging)
    retiming = Retiming(day=date(2027, 3, 30), before=before)
    refused = charging.refused(
        lambda: scheduled(charging, reference=M1, arrangement=arranged(None), retiming=retiming)
    )
    assert refused.code is RefusalCode.MEETING_NOT_THEN
    assert (refused.facts["date"], refused.facts["time"]) == ("2027-03-25", "15:30")
    assert meeting(charging) == held
