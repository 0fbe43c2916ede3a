"""Putting an item of one's own off, and what ends it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.action import ActionStatus
from domain.editing import Correction
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.assigning import Assign, assign
from domain.usecases.editing import Edit, edit
from domain.usecases.items import Stale
from domain.usecases.moving import Move, move
from domain.usecases.snoozing import Snooze, Snoozed, snooze
from domain.usecases.undoing import Undo, undo
from domain.usecases.waiting import mine
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.mornings import in_zone
from tests.unit.domain.usecases.stage import NEWCOMER, NOW, Stage

TODAY = NOW.date()
FRIDAY = TODAY + timedelta(days=7)
A1 = Reference(Series.ACTION, 1)


def snoozes(
    stage: Stage, until: date | None = FRIDAY, *, user: str = MEMBER, key: str | None = None, **facts: object
) -> Snoozed | Stale:
    asked = {"reference": A1, **facts}
    command = Snooze(origin=stage.origin(user, key=key), group=1, until=until, **asked)  # type: ignore[arg-type]  # any of its fields
    return snooze(command, stage.uow, NOW)


def test_an_item_is_put_off_until_a_day_and_nothing_else_changes(stage: Stage) -> None:
    item = stage.action()
    before = stage.record.changes.last_number
    assert snoozes(stage) == Snoozed(item, FRIDAY)
    assert stage.record.snoozes.of([MEMBER])[MEMBER] == {A1: FRIDAY}
    assert stage.record.snoozes.of([LEAD]) == {}
    assert stage.record.changes.last_number == before
    assert mine(stage.origin(), 1, NOW, stage.uow).snoozed == {A1: FRIDAY}


def test_a_replay_gets_the_first_one_s_answer(stage: Stage) -> None:
    item = stage.action()
    snoozes(stage, key="click")
    again = stage.writes_nothing(lambda: snoozes(stage, FRIDAY + timedelta(days=3), key="click"))
    assert again == Snoozed(item, FRIDAY, repeated=True)
    snoozes(stage, None, key="off")
    assert stage.writes_nothing(lambda: snoozes(stage, key="off")) == Snoozed(item, None, repeated=True)


def test_it_can_be_ended_before_its_day(stage: Stage) -> None:
    item = stage.action()
    snoozes(stage)
    assert snoozes(stage, None) == Snoozed(item, None)
    assert stage.record.snoozes.of([MEMBER]) == {}


def test_an_item_that_has_changed_since_is_shown_as_it_is(stage: Stage) -> None:
    item = stage.action()
    assert snoozes(stage, version=item.version) == Snoozed(item, FRIDAY)
    assert stage.writes_nothing(lambda: snoozes(stage, version=7)) == Stale(item)


@pytest.mark.parametrize("until", [TODAY, TODAY - timedelta(days=1)])
def test_only_a_day_ahead_will_do(stage: Stage, until: date) -> None:
    stage.action()
    assert stage.code(lambda: snoozes(stage, until)) is RefusalCode.SNOOZE_PASSED


def test_days_are_those_of_the_person(stage: Stage) -> None:
    """In Kiritimati it is tomorrow already."""
    stage.action()
    in_zone(stage, MEMBER, "Pacific/Kiritimati")
    assert stage.code(lambda: snoozes(stage, TODAY + timedelta(days=1))) is RefusalCode.SNOOZE_PASSED


@pytest.mark.parametrize("user", [LEAD, CHAIR, NEWCOMER])
def test_nobody_puts_off_what_is_not_theirs(stage: Stage, user: str) -> None:
    stage.action()
    assert stage.code(lambda: snoozes(stage, user=user)) is RefusalCode.NOT_YOURS


def test_what_nobody_carries_out_or_is_over_or_unknown_is_not_put_off(stage: Stage) -> None:
    stage.note()
    note = Reference(Series.NOTE, 1)
    assert stage.code(lambda: snoozes(stage, reference=note)) is RefusalCode.NOT_YOURS
    assert stage.code(lambda: snoozes(stage)) is RefusalCode.REFERENCE_UNKNOWN
    stage.action(status=ActionStatus.DONE)
    assert stage.code(lambda: snoozes(stage)) is RefusalCode.CLOSED


@pytest.mark.parametrize(
    "facts", [{"owner": LEAD}, {"due_on": FRIDAY + timedelta(days=30)}, {"unowned": True}]
)
def test_another_owner_or_day_ends_it(stage: Stage, facts: dict[str, object]) -> None:
    stage.action()
    snoozes(stage)
    command = Assign(origin=stage.origin(), group=1, reference=A1, **facts)  # type: ignore[arg-type]  # any of its fields
    assign(command, stage.uow, NOW)
    assert stage.record.snoozes.of([MEMBER]) == {}


def test_finishing_ends_it_and_it_is_not_put_off_when_it_comes_back(stage: Stage) -> None:
    stage.action()
    snoozes(stage)
    move(Move(origin=stage.origin(), group=1, reference=A1, to=ActionStatus.DONE), stage.uow, NOW)
    move(Move(origin=stage.origin(), group=1, reference=A1, reopen=True), stage.uow, NOW)
    assert stage.record.snoozes.of([MEMBER]) == {}


def test_another_day_that_a_correction_gives_it_ends_it(stage: Stage) -> None:
    stage.action(owner=LEAD)
    snoozes(stage, user=LEAD)
    sooner = Correction(due_on=TODAY + timedelta(days=1))
    corrects(stage, Correction(text="Send the data again"))
    assert stage.record.snoozes.of([LEAD]) == {LEAD: {A1: FRIDAY}}
    corrects(stage, sooner)
    assert stage.record.snoozes.of([LEAD]) == {}


def test_the_day_that_it_has_again_ends_it(stage: Stage) -> None:
    stage.action(owner=LEAD)
    later = FRIDAY + timedelta(days=30)
    assign(Assign(origin=stage.origin(CHAIR), group=1, reference=A1, due_on=later), stage.uow, NOW)
    snoozes(stage, user=LEAD)
    undo(Undo(origin=stage.origin(CHAIR), group=1, reference=A1), stage.uow, NOW)
    assert stage.record.snoozes.of([LEAD]) == {}


def corrects(stage: Stage, correction: Correction) -> None:
    command = Edit(origin=stage.origin(CHAIR), group=1, reference=A1, correction=correction)
    edit(command, stage.uow, NOW)
