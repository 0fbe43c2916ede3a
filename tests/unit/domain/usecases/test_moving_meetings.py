"""Moving meetings at a time alone, and moving them back."""

from __future__ import annotations

from datetime import time, timedelta
from zoneinfo import ZoneInfo

from domain.change import ChangeKind
from domain.meeting import Mode, written_when
from domain.refusal import RefusalCode
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import MEMBER
from tests.unit.domain.usecases.gathering import M1, SOON, arranged, meeting, scheduled
from tests.unit.domain.usecases.stage import NOW, Stage


def test_a_time_alone_moves_a_meeting_on_its_own_day(charging: Stage) -> None:
    scheduled(charging, arrangement=arranged(SOON + timedelta(days=9)))
    held = meeting(charging).arrangement.starts_at
    assert held is not None
    before = held.astimezone(ZoneInfo("America/Mexico_City"))

    scheduled(charging, reference=M1, arrangement=arranged(SOON), alone=time(17, 30))

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
