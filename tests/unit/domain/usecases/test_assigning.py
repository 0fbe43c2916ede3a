"""Giving an item an owner and a day: what is stored and told, who may, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from domain.action import ActionStatus
from domain.change import ChangeKind, NewChange
from domain.people import Role
from domain.receipt import Receipt
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.assigning import Assign, assign
from domain.usecases.items import Stale
from domain.usecases.moving import Moved
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    NEWCOMER,
    NOW,
    TALENT_LEAD,
    WHO_MAY_NOT_RECORD,
    Stage,
    profile,
)

OWNER = "U0OWNER"
R1, A1, O1, N1 = (
    Reference(series, 1) for series in (Series.RECOMMENDATION, Series.ACTION, Series.OBSTACLE, Series.NOTE)
)
DAY = date(2026, 12, 15)


@pytest.fixture
def stage() -> Stage:
    """R-1 and A-1 of charging are by MEMBER; OWNER owns A-1."""
    stage = Stage()
    stage.record.members.add(replace(stage.member(MEMBER), user=OWNER), NOW)
    stage.uow.workspace(WORKSPACE).people.save(profile(OWNER))
    stage.note()
    stage.obstacle()
    stage.recommendation()
    stage.action(owner=OWNER)
    return stage


def command(stage: Stage, user: str = LEAD, **facts: object) -> Assign:
    plain = Assign(origin=stage.origin(user), group=1, reference=R1, owner=MEMBER)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def code(stage: Stage, user: str, **facts: object) -> RefusalCode | None:
    """The refusal this person meets; None when it goes through."""
    try:
        assign(command(stage, user, **facts), stage.uow, NOW)
    except Refusal as refused:
        return refused.code
    return None


def test_owner_and_day_are_stored_with_their_changes_and_receipt(stage: Stage) -> None:
    before = stage.record.recommendations.by_number[1]
    last = stage.record.changes.last_number
    wanted = command(stage, due_on=DAY, origin=stage.origin(LEAD, key="trigger-assign"))
    outcome = assign(wanted, stage.uow, NOW)
    assert isinstance(outcome, Moved)
    assert outcome.item == replace(before, owner=MEMBER, due_on=DAY, changed_at=NOW, version=2)
    assert stage.record.recommendations.by_number == {1: outcome.item}
    told = NewChange(kind=ChangeKind.ASSIGNED, subject=R1, theme="charging", after=MEMBER)
    expected = [told, replace(told, kind=ChangeKind.DUE, after="2026-12-15")]
    assert stage.told(last) == expected == list(outcome.changes)
    assert stage.uow.workspace(WORKSPACE).receipts.by_key == {
        "trigger-assign": (Receipt("R-1", {"write": str(last + 1)}), NOW)
    }


def test_what_is_not_said_stays(stage: Stage) -> None:
    assign(command(stage, reference=A1, owner=None, due_on=DAY), stage.uow, NOW)
    given = stage.record.actions.by_number[1]
    assert (given.owner, given.due_on) == (OWNER, DAY)
    assign(command(stage, reference=A1, owner=LEAD), stage.uow, NOW)
    given = stage.record.actions.by_number[1]
    assert (given.owner, given.due_on) == (LEAD, DAY)
    assert [(change.before, change.after) for change in stage.told()[-2:]] == [
        ("2026-11-27", "2026-12-15"),
        (OWNER, LEAD),
    ]


def test_what_is_so_already_is_not_written(stage: Stage) -> None:
    cases: tuple[dict[str, object], ...] = (
        {"owner": OWNER},
        {"owner": None},
        {"due_on": date(2026, 11, 27), "owner": None},
    )
    for facts in cases:
        wanted = command(stage, reference=A1, **facts)  # type: ignore[arg-type]  # any of its fields
        answer = stage.writes_nothing(partial(assign, wanted, stage.uow, NOW))
        assert answer == Moved(stage.record.actions.by_number[1])


def test_a_replay_is_told_the_same_changes_and_writes_nothing(stage: Stage) -> None:
    wanted = command(stage, due_on=DAY, version=1)
    assign(wanted, stage.uow, NOW)
    told = tuple(stage.record.changes.all[-2:])
    stage.record.members.save(replace(stage.member(LEAD), role=Role.OBSERVER))
    again = stage.writes_nothing(lambda: assign(wanted, stage.uow, NOW))
    assert again == Moved(stage.record.recommendations.by_number[1], told, repeated=True)


def test_who_saw_another_version_gets_what_it_is_now(stage: Stage) -> None:
    assign(command(stage, version=1), stage.uow, NOW)
    wanted = command(stage, owner=OWNER, version=1)
    stale = stage.writes_nothing(lambda: assign(wanted, stage.uow, NOW))
    assert stale == Stale(stage.record.recommendations.by_number[1])


@pytest.mark.parametrize(("user", "refusal"), [(MEMBER, RefusalCode.LEAD_ONLY), (LEAD, None), (CHAIR, None)])
def test_the_lead_of_the_theme_and_the_chair_assign_a_recommendation(
    stage: Stage, user: str, refusal: RefusalCode | None
) -> None:
    assert code(stage, user) is refusal


@pytest.mark.parametrize(
    ("user", "refusal"),
    [(MEMBER, None), (OWNER, None), (LEAD, None), (CHAIR, None), (TALENT_LEAD, RefusalCode.LEAD_ONLY)],
)
def test_the_author_and_the_owner_of_an_action_may_give_it_on(
    stage: Stage, user: str, refusal: RefusalCode | None
) -> None:
    assert code(stage, user, reference=A1, owner=CHAIR) is refusal


def test_the_owner_of_a_recommendation_does_not_give_it_on(stage: Stage) -> None:
    assign(command(stage, owner=OWNER), stage.uow, NOW)
    assert code(stage, OWNER, owner=MEMBER) is RefusalCode.LEAD_ONLY


@pytest.mark.parametrize("reference", [O1, N1], ids=str)
def test_only_what_somebody_carries_out_has_an_owner(stage: Stage, reference: Reference) -> None:
    refused = stage.refused(lambda: assign(command(stage, CHAIR, reference=reference), stage.uow, NOW))
    assert (refused.code, refused.facts) == (RefusalCode.NOT_ASSIGNABLE, {"reference": str(reference)})


@pytest.mark.parametrize(
    ("reference", "status"),
    [
        *((R1, status) for status in Status if not status.is_open),
        *((A1, status) for status in ActionStatus if not status.is_open),
    ],
)
def test_what_is_closed_is_given_to_nobody(stage: Stage, reference: Reference, status: str) -> None:
    items = stage.record.items(reference.series)
    items.save(replace(items.by_number[1], status=status))
    refused = stage.refused(lambda: assign(command(stage, CHAIR, reference=reference), stage.uow, NOW))
    assert (refused.code, refused.facts) == (
        RefusalCode.CLOSED,
        {"reference": str(reference), "status": status},
    )


@pytest.mark.parametrize(
    ("user", "facts", "refusal"),
    [
        *((user, {}, code) for user, code in WHO_MAY_NOT_RECORD),
        (CHAIR, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP),
        (CHAIR, {"reference": Reference(Series.ACTION, 2)}, RefusalCode.REFERENCE_UNKNOWN),
        (CHAIR, {"owner": NEWCOMER}, RefusalCode.OWNER_UNKNOWN),
        (CHAIR, {"due_on": date(2026, 11, 19)}, RefusalCode.DATE_PASSED),
    ],
)
def test_what_cannot_be_assigned_is_refused_and_nothing_is_written(
    stage: Stage, user: str, facts: dict[str, object], refusal: RefusalCode
) -> None:
    wanted = command(stage, user, **facts)
    assert stage.code(lambda: assign(wanted, stage.uow, NOW)) is refusal


def test_today_is_the_groups_own_day(stage: Stage) -> None:
    """At five in the morning UTC it is still the evening before in Mexico City."""
    night = datetime(2026, 12, 16, 5, 0, tzinfo=UTC)
    assert isinstance(assign(command(stage, due_on=DAY), stage.uow, night), Moved)
    wanted = command(stage, reference=A1, owner=None, due_on=DAY)
    refused = stage.refused(lambda: assign(wanted, stage.uow, night.replace(hour=7)))
    assert (refused.code, refused.facts) == (RefusalCode.DATE_PASSED, {"date": "2026-12-15"})
