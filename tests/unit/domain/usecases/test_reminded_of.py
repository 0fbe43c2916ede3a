"""Of what one is reminded: actions, milestones, what one put off, positions that one owes."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from domain.action import ActionStatus
from domain.change import Change
from domain.group import AgreementRule, Phase
from domain.language import Language, Names
from domain.position import Position, Stance
from domain.recommendation import RecommendationStatus
from domain.reference import Reference
from domain.reminder import SHOWN_MAX, Why
from domain.usecases.reminders import MEETINGS_READ, NAMED_MAX
from tests.fakes.scene import LEAD, MEMBER
from tests.unit.domain.usecases.gathering import M1, arranged, scheduled
from tests.unit.domain.usecases.mornings import (
    FRIDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    comes,
    made,
    morning,
    on,
    planned,
    references,
    told,
)
from tests.unit.domain.usecases.stage import NOW, OBSERVER, Stage

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def everybody_has_a_plan(stage: Stage) -> None:
    planned(stage, NOW)


def under_review(stage: Stage) -> None:
    stage.recommendation(status=RecommendationStatus.UNDER_REVIEW)


def weighing(stage: Stage) -> None:
    """The group recommends, so that positions matter to its meetings."""
    phase = Phase("recommendations", Names({Language.ENGLISH: "Recommendations"}))
    group = stage.record.group
    stage.record.save_group(replace(group, phases=(*group.phases, phase), phase="recommendations"))


def test_an_action_is_told_before_on_and_after_its_day(stage: Stage) -> None:
    stage.action(due_on=WEDNESDAY)
    assert on(stage, MONDAY, MEMBER) == []
    assert on(stage, TUESDAY, MEMBER) == ["A-1 tomorrow"]
    assert on(stage, WEDNESDAY, MEMBER) == ["A-1 today"]
    assert on(stage, WEDNESDAY + DAY, MEMBER) == ["A-1 overdue"]
    assert on(stage, FRIDAY, MEMBER) == []
    assert on(stage, MONDAY + 7 * DAY, MEMBER) == []
    assert on(stage, WEDNESDAY + 8 * DAY, MEMBER) == ["A-1 overdue"]


def test_what_was_done_meanwhile_is_not_told_and_nothing_left_is_no_message(stage: Stage) -> None:
    first, second = stage.action(due_on=MONDAY), stage.action(due_on=MONDAY)
    comes(stage, MONDAY)
    (delivery,) = made(stage)
    stage.record.actions.save(replace(first, status=ActionStatus.DONE))
    assert references(told(stage, delivery)) == ["A-2 today"]
    stage.record.actions.save(replace(second, owner=LEAD))
    assert told(stage, delivery) is None


def test_milestones_are_told_two_weeks_before_their_quarter_ends_to_their_owner(stage: Stage) -> None:
    stage.recommendation(owner=LEAD, due_on=WEDNESDAY + 14 * DAY, status=RecommendationStatus.IN_PROGRESS)
    stage.recommendation(owner=LEAD, due_on=WEDNESDAY, status=RecommendationStatus.IMPLEMENTED)
    assert on(stage, TUESDAY, LEAD) == []
    assert on(stage, WEDNESDAY, LEAD) == ["R-1 milestone"]
    assert on(stage, WEDNESDAY + DAY, LEAD) == []
    assert on(stage, WEDNESDAY + 7 * DAY, LEAD) == ["R-1 milestone"]
    assert made(stage, MEMBER) == []


def test_what_one_put_off_is_told_on_its_day_though_it_is_due_later(stage: Stage) -> None:
    item = stage.action(due_on=MONDAY + 30 * DAY)
    stage.record.snoozes.put(MEMBER, item.reference, WEDNESDAY)
    assert on(stage, TUESDAY, MEMBER) == []
    assert on(stage, WEDNESDAY, MEMBER) == ["A-1 returned"]
    assert on(stage, WEDNESDAY + DAY, MEMBER) == []


def test_one_who_owes_a_position_is_asked_before_the_meeting_of_its_theme(stage: Stage) -> None:
    weighing(stage)
    under_review(stage)
    stage.recommendation(stage.entry(theme="talent"), status=RecommendationStatus.UNDER_REVIEW)
    stage.recommendation()
    scheduled(stage, theme="charging", arrangement=arranged(morning(FRIDAY, time(10))))
    assert on(stage, TUESDAY, MEMBER) == []
    assert on(stage, WEDNESDAY, MEMBER) == ["R-1 position"]
    asked = {each.channel for each in made(stage)}
    assert asked == {"U0CHAIR", LEAD, MEMBER, "U0TALENT"}
    assert OBSERVER not in asked
    assert on(stage, FRIDAY, MEMBER) == []


def test_another_agenda_asks_for_positions_no_second_time_and_another_time_does(stage: Stage) -> None:
    weighing(stage)
    under_review(stage)
    scheduled(stage, theme="charging", arrangement=arranged(morning(FRIDAY, time(10))))
    assert on(stage, WEDNESDAY, MEMBER) == ["R-1 position"]
    scheduled(
        stage,
        reference=M1,
        text="Charging standard",
        arrangement=arranged(None),
        at=morning(WEDNESDAY, time(15)),
    )
    assert on(stage, WEDNESDAY + DAY, MEMBER) == []
    later = arranged(morning(FRIDAY, time(11)))
    scheduled(stage, reference=M1, text=None, arrangement=later, at=morning(WEDNESDAY + DAY, time(15)))
    assert on(stage, FRIDAY, MEMBER) == ["R-1 position"]


def test_the_history_of_a_meeting_that_is_far_is_not_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighing(stage)
    under_review(stage)
    scheduled(stage, theme="charging", arrangement=arranged(morning(FRIDAY + 7 * DAY, time(10))))
    scheduled(stage, reference=M1, text="Agenda", arrangement=arranged(None), at=morning(MONDAY, time(7)))

    def read(reference: Reference, limit: int) -> tuple[Change, ...]:
        raise AssertionError(f"the {limit} latest changes of {reference} were read")

    monkeypatch.setattr(stage.record.changes, "latest_of", read)
    assert on(stage, WEDNESDAY, MEMBER) == []


def test_positions_are_asked_for_however_many_meetings_were_never_opened(stage: Stage) -> None:
    weighing(stage)
    under_review(stage)
    for number in range(MEETINGS_READ):
        scheduled(stage, theme="charging", arrangement=arranged(NOW + timedelta(minutes=number)))
    scheduled(stage, theme="charging", arrangement=arranged(morning(FRIDAY, time(10))))
    assert on(stage, WEDNESDAY, MEMBER) == ["R-1 position"]


def test_who_has_spoken_owes_nothing_and_under_an_open_rule_nobody_does(stage: Stage) -> None:
    weighing(stage)
    under_review(stage)
    scheduled(stage, theme="charging", arrangement=arranged(morning(WEDNESDAY, time(10))))
    position = Position(user=LEAD, stance=Stance.SUPPORT, comment=None, edition=1, at=NOW)
    stage.record.positions.put(1, position)
    assert on(stage, MONDAY, LEAD) == []
    assert made(stage, MEMBER)
    stage.record.save_group(replace(stage.record.group, agreement_rule=AgreementRule.OPEN))
    assert told(stage, made(stage, MEMBER)[0]) is None


def test_a_meeting_of_the_diagnosis_asks_for_no_positions(stage: Stage) -> None:
    weighing(stage)
    stage.record.save_group(replace(stage.record.group, phase="diagnosis"))
    under_review(stage)
    scheduled(stage, theme="charging", arrangement=arranged(morning(WEDNESDAY, time(10))))
    assert on(stage, MONDAY, MEMBER) == []


def test_of_many_items_ten_are_shown_some_are_named_and_the_rest_is_counted(stage: Stage) -> None:
    for _ in range(500):
        stage.action(due_on=MONDAY - DAY)
    stage.recommendation(owner=MEMBER, due_on=MONDAY + 14 * DAY)
    comes(stage, MONDAY)
    found = told(stage, made(stage)[0])
    assert found is not None
    assert (len(found.shown), len(found.named)) == (SHOWN_MAX, NAMED_MAX)
    assert found.more == 501 - SHOWN_MAX - NAMED_MAX
    assert references(found)[-1] == "R-1 milestone"


def test_whoever_has_fourteen_overdue_sees_every_one_of_them(stage: Stage) -> None:
    items = [stage.action(due_on=MONDAY - (15 - number) * DAY) for number in range(1, 15)]
    comes(stage, MONDAY)
    found = told(stage, made(stage)[0])
    assert found is not None
    seen = [each.item.reference for each in (*found.shown, *found.named)]
    assert seen == [item.reference for item in items]
    assert {each.why for each in found.named} == {Why.OVERDUE}
    assert found.more == 0
