"""Moving meetings at a time alone, and moving them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.change import ChangeKind
from domain.meeting import Mode, written_when
from domain.refusal import RefusalCode
from domain.retiming import Retiming, Shift, Toward
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import MEMBER
from tests.unit.domain.usecases.gathering import M1, SOON, arranged, meeting, scheduled
from tests.unit.domain.usecases.stage import NOW, Stage

AHEAD = datetime(2027, 3, 24, 22, 30, tzinfo=UTC)
"""Half past four in Mexico City."""


def test_a_time_alone_moves_a_meeting_on_its_own_day(charging: Stage) -> None:
    scheduled(charging, arrangement=arranged(SOON + timedelta(days=9)))
    held = meeting(charging).arrangement.starts_at
    assert held is not None
    before = held.astimezone(ZoneInfo("America/Mexico_City"))

    scheduled(charging, reference=M1, arrangement=arranged(None), retiming=Retiming(at=time(17, 30)))

    after = meeting(charging).arrangement.starts_at
    assert after is not None
    local = after.astimezone(ZoneInfo("America/Mexico_City"))
    assert (local.date(), local.time()) == (before.date(), time(17, 30))


def test_a_meeting_that_is_moved_back_is_told_at_its_former_time(charging: Stage) -> None:
    scheduled(charging)
    before = meeting(charging).arrangement
    scheduled(charging, reference=M1, arrangement=arranged(SOON + timedelta(days=1)))

    taken = undo(Undo(origin=charging.origin(MEMBER), group=1, reference=M1), charging.uow, NOW)

    assert meeting(charging).arrangement == before
    told = {change.kind: change.after for change in taken.told}
    assert told[ChangeKind.RESCHEDULED] == written_when(before)


def test_a_meeting_that_went_elsewhere_is_not_taken_back_and_that_is_said(charging: Stage) -> None:
    scheduled(charging)
    scheduled(charging, reference=M1, arrangement=arranged(None, mode=Mode.ONLINE))
    command = Undo(origin=charging.origin(MEMBER), group=1, reference=M1)
    assert charging.code(lambda: undo(command, charging.uow, NOW)) is RefusalCode.UNDO_RELOCATED


def local(stage: Stage) -> datetime:
    starts_at = meeting(stage).arrangement.starts_at
    assert starts_at is not None
    return starts_at.astimezone(ZoneInfo(meeting(stage).arrangement.zone)).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("retiming", "expected"),
    [
        (Retiming(shift=Shift(days=7), at=time(10)), "2027-03-31 10:00"),
        (Retiming(shift=Shift(days=7)), "2027-03-31 16:30"),
        (Retiming(shift=Shift(months=1)), "2027-04-24 16:30"),
        (Retiming(shift=Shift(months=11, days=1)), "2028-02-25 16:30"),
        (Retiming(shift=Shift(minutes=-60), toward=Toward.EARLIER), "2027-03-24 15:30"),
        (Retiming(day=date(2027, 3, 26), toward=Toward.LATER), "2027-03-26 16:30"),
    ],
)
def test_a_meeting_is_moved_from_where_it_is_not_from_today(
    charging: Stage, retiming: Retiming, expected: str
) -> None:
    scheduled(charging, arrangement=arranged(AHEAD))
    scheduled(charging, reference=M1, arrangement=arranged(None), retiming=retiming)
    assert f"{local(charging):%Y-%m-%d %H:%M}" == expected


def test_an_hour_that_stays_is_that_of_the_meetings_own_zone(charging: Stage) -> None:
    tijuana = replace(arranged(AHEAD), zone="America/Tijuana")
    scheduled(charging, arrangement=tijuana)
    before = local(charging)
    scheduled(charging, reference=M1, arrangement=arranged(None), retiming=Retiming(shift=Shift(days=30)))
    assert local(charging) == before + timedelta(days=30)
    assert meeting(charging).arrangement.zone == "America/Tijuana"


@pytest.mark.parametrize(
    ("retiming", "to", "code"),
    [
        (Retiming(toward=Toward.LATER), AHEAD - timedelta(days=1), RefusalCode.MEETING_NOT_LATER),
        (Retiming(toward=Toward.EARLIER), AHEAD + timedelta(days=1), RefusalCode.MEETING_NOT_EARLIER),
        (Retiming(day=date(2027, 3, 20), toward=Toward.LATER), None, RefusalCode.MEETING_NOT_LATER),
        (Retiming(shift=Shift(days=1), toward=Toward.EARLIER), None, RefusalCode.MEETING_NOT_EARLIER),
    ],
)
def test_what_is_postponed_is_not_moved_to_before_it_and_that_is_said(
    charging: Stage, retiming: Retiming, to: datetime | None, code: RefusalCode
) -> None:
    scheduled(charging, arrangement=arranged(AHEAD))
    before = meeting(charging)
    assert (
        charging.code(lambda: scheduled(charging, reference=M1, arrangement=arranged(to), retiming=retiming))
        is code
    )
    assert meeting(charging) == before


@pytest.mark.parametrize(
    ("retiming", "expected"),
    [
        (Retiming(at=time(5), either=True), "2027-03-24 17:00"),
        (Retiming(day=date(2027, 3, 26), at=time(6, 30), either=True), "2027-03-26 18:30"),
        (Retiming(shift=Shift(days=7), at=time(1), either=True), "2027-03-31 13:00"),
        (Retiming(at=time(5)), "2027-03-24 05:00"),
    ],
)
def test_a_bare_hour_is_of_the_afternoon_that_the_meeting_is_in(
    charging: Stage, retiming: Retiming, expected: str
) -> None:
    scheduled(charging, arrangement=arranged(AHEAD))
    scheduled(charging, reference=M1, arrangement=arranged(None), retiming=retiming)
    assert f"{local(charging):%Y-%m-%d %H:%M}" == expected


def test_a_bare_hour_of_a_meeting_in_the_morning_is_asked_about(charging: Stage) -> None:
    scheduled(charging, arrangement=arranged(AHEAD - timedelta(hours=6)))
    before, retiming = meeting(charging), Retiming(at=time(4), either=True)
    code = charging.code(
        lambda: scheduled(charging, reference=M1, arrangement=arranged(None), retiming=retiming)
    )
    assert (code, meeting(charging)) == (RefusalCode.MEETING_HOUR_EITHER, before)
