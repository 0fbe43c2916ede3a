"""Recording actions: whose they are, by when, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.action import Action, ActionStatus
from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.language import Language, Text
from domain.people import Role
from domain.receipt import Receipt
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.recording import ActionSubmission, AlreadyThere, Recorded, record_action
from tests.fakes.scene import CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    NEWCOMER,
    NOW,
    OBSERVER,
    WHO_MAY_NOT_RECORD,
    Stage,
)

A1 = Reference(Series.ACTION, 1)


def submission(stage: Stage, user: str = MEMBER, **facts: object) -> ActionSubmission:
    plain = ActionSubmission(
        origin=stage.origin(user), group=1, text="Send the study", language=Language.ENGLISH
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def recorded(stage: Stage, user: str = MEMBER, at: datetime = NOW, **facts: object) -> Action:
    outcome = record_action(submission(stage, user, **facts), stage.uow, at)
    assert isinstance(outcome, Recorded)
    assert isinstance(outcome.item, Action)
    return outcome.item


def test_an_action_is_stored_with_owner_and_day_change_and_receipt(stage: Stage) -> None:
    due_on = date(2026, 12, 1)
    origin = stage.origin(key="trigger-action")
    item = recorded(stage, origin=origin, owner=LEAD, due_on=due_on, theme="talent")
    assert stage.record.actions.by_number == {1: item}
    assert (item.reference, item.status, item.theme) == (A1, ActionStatus.OPEN, "talent")
    assert (item.author, item.owner, item.due_on) == (MEMBER, LEAD, due_on)
    assert item.text == Text("Send the study", Language.ENGLISH, {})
    assert stage.told() == [NewChange(kind=ChangeKind.RECORDED, subject=A1, theme="talent", after="open")]
    assert stage.uow.workspace(WORKSPACE).receipts.by_key == {"trigger-action": (Receipt("A-1"), NOW)}


def test_without_an_owner_it_is_the_authors_own_and_due_in_a_week(stage: Stage) -> None:
    item = recorded(stage)
    assert (item.owner, item.due_on) == (MEMBER, date(2026, 11, 27))


def test_the_week_begins_on_the_groups_own_day(stage: Stage) -> None:
    """At five in the morning UTC it is still the evening before in Mexico City."""
    assert recorded(stage, at=datetime(2026, 11, 21, 5, 0, tzinfo=UTC)).due_on == date(2026, 11, 27)


def test_the_channels_theme_is_taken_along(stage: Stage) -> None:
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1, "talent"))
    assert recorded(stage).theme == "talent"


def test_something_may_be_due_today_and_not_before(stage: Stage) -> None:
    today = date(2026, 11, 20)
    assert recorded(stage, due_on=today).due_on == today
    late = submission(stage, text="other", due_on=today - timedelta(days=1))
    refused = stage.refused(lambda: record_action(late, stage.uow, NOW))
    assert (refused.code, refused.facts) == (RefusalCode.DATE_PASSED, {"date": "2026-11-19"})


def test_only_members_own_an_action_observers_too(stage: Stage) -> None:
    assert recorded(stage, owner=OBSERVER).owner == OBSERVER
    stranger = submission(stage, text="other", owner=NEWCOMER)
    assert stage.code(lambda: record_action(stranger, stage.uow, NOW)) is RefusalCode.OWNER_UNKNOWN


def test_a_replay_gets_the_action_and_writes_nothing(stage: Stage) -> None:
    wanted = submission(stage)
    first = record_action(wanted, stage.uow, NOW)
    stage.record.members.save(replace(stage.member(MEMBER), role=Role.OBSERVER))
    again = stage.writes_nothing(lambda: record_action(wanted, stage.uow, NOW))
    assert again == Recorded(first.item, repeated=True)


def test_the_same_words_a_moment_later_are_there_already_until_they_are_said_again(stage: Stage) -> None:
    item = recorded(stage)
    assert record_action(submission(stage), stage.uow, NOW) == AlreadyThere(item)
    assert recorded(stage, again=True).number == 2


@pytest.mark.parametrize(
    ("user", "facts", "refusal"),
    [
        *((user, {}, code) for user, code in WHO_MAY_NOT_RECORD),
        (MEMBER, {"text": "  "}, RefusalCode.TEXT_EMPTY),
        (MEMBER, {"text": "n" * 3001}, RefusalCode.TEXT_TOO_LONG),
        (MEMBER, {"theme": "supply"}, RefusalCode.THEME_UNKNOWN),
    ],
)
def test_an_action_that_cannot_be_recorded_is_refused_and_nothing_is_written(
    stage: Stage, user: str, facts: dict[str, object], refusal: RefusalCode
) -> None:
    wanted = submission(stage, user, **facts)
    assert stage.code(lambda: record_action(wanted, stage.uow, NOW)) is refusal
