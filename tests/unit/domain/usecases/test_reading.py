"""Answers to questions: an item whole, the register, where things stand. Nothing here writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.action import ActionStatus
from domain.change import ChangeKind
from domain.obstacle import ObstacleStatus
from domain.recommendation import RecommendationStatus as Status
from domain.recommendation import StatusGroup
from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.moving import Move, move
from domain.usecases.reading import (
    LATEST_SHOWN,
    Links,
    names_of,
    overview,
    show,
    stalled_since,
    standing,
    status,
)
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import NEWCOMER, NOW, OBSERVER, UNBOUND, UNKNOWN, Stage

N1 = Reference(Series.NOTE, 1)


def test_an_item_is_shown_with_its_history_and_the_names_of_its_people(stage: Stage) -> None:
    note, _ = stage.note(), stage.note()
    card = show(stage.origin(OBSERVER), 1, note.reference, stage.uow)
    assert (card.item, card.links) == (note, ())
    assert card.history == (stage.record.changes.all[0],)
    assert card.names == {MEMBER: MEMBER}


def test_links_are_shown_from_both_sides_in_the_order_of_their_references(stage: Stage) -> None:
    obstacles = [stage.obstacle() for _ in range(3)]
    recommendations = [stage.recommendation(answers=(3, 1), owner=LEAD) for _ in range(2)]
    card = show(stage.origin(), 1, recommendations[0].reference, stage.uow)
    answered = (replace(obstacles[0], answered_by=(1, 2)), replace(obstacles[2], answered_by=(1, 2)))
    assert card.links == (Links(kind=RecordKind.OBSTACLE, items=answered, total=2),)
    assert card.names == {MEMBER: MEMBER, LEAD: LEAD}
    card = show(stage.origin(), 1, obstacles[0].reference, stage.uow)
    assert card.links == (Links(kind=RecordKind.RECOMMENDATION, items=tuple(recommendations), total=2),)


def test_an_item_nobody_recorded_is_refused(stage: Stage) -> None:
    refused = stage.refused(lambda: show(stage.origin(), 1, N1, stage.uow))
    assert (refused.code, refused.facts) == (RefusalCode.REFERENCE_UNKNOWN, {"reference": "N-1"})


def test_where_things_stand_is_counted_for_the_theme_asked_for(stage: Stage) -> None:
    stage.note()
    stage.obstacle()
    closed = stage.obstacle()
    stage.record.obstacles.save(replace(closed, status=ObstacleStatus.RESOLVED))
    stage.recommendation(status=Status.IN_PROGRESS, progress=40, due_on=date(2026, 9, 30))
    stage.recommendation(status=Status.PROPOSED, due_on=date(2026, 12, 31))
    stage.recommendation(stage.entry(theme="talent"), status=Status.WITHDRAWN)
    found = status(stage.origin(OBSERVER), 1, "charging", NOW, stage.uow).standing
    assert (found.theme, found.recommendations, found.obstacles, found.unanswered) == ("charging", 2, 1, 1)
    assert found.notes == {RecordKind.NOTE: 1, RecordKind.DECISION: 0, RecordKind.OPPORTUNITY: 0}
    assert (found.progress, found.overdue, found.stalled) == (20, 1, 0)
    assert found.by_group[StatusGroup.UNDER_WAY] == found.by_group[StatusGroup.OPEN] == 1
    whole = status(stage.origin(), 1, None, NOW, stage.uow).standing
    assert (whole.recommendations, whole.by_group[StatusGroup.CLOSED]) == (3, 1)


def test_figures_of_several_themes_leave_the_others_out(stage: Stage) -> None:
    for theme in ("charging", "talent", None):
        stage.obstacle(stage.entry(theme=theme))
        stage.recommendation(
            stage.entry(theme=theme), status=Status.IN_PROGRESS, progress=30, due_on=date(2026, 9, 30)
        )
    both = standing(stage.record, ("charging", "talent"), NOW)
    assert (both.theme, both.recommendations, both.obstacles, both.progress) == (None, 2, 2, 30)
    assert (both.unanswered, both.overdue) == (2, 2)
    assert standing(stage.record, (), NOW).recommendations == 3


def test_what_happened_last_is_that_of_the_theme_alone(stage: Stage) -> None:
    own = stage.recommendation(stage.entry(theme="charging"))
    other = stage.recommendation(stage.entry(theme="talent"))
    assert list(overview(stage.record, "charging", NOW).items) == [own.reference]
    assert set(overview(stage.record, None, NOW).items) == {own.reference, other.reference}


def test_what_is_under_way_is_stalled_after_four_weeks_without_a_change(stage: Stage) -> None:
    made = stage.recommendation(status=Status.IN_PROGRESS)
    limit = made.changed_at + timedelta(weeks=4)
    assert stalled_since(stage.record.group, limit) == made.changed_at
    instants = (limit, limit + timedelta(seconds=1))
    assert [status(stage.origin(), 1, None, at, stage.uow).standing.stalled for at in instants] == [0, 1]


def test_a_write_of_several_changes_is_told_by_its_first(stage: Stage) -> None:
    recommendation = stage.recommendation()
    wanted = Move(
        origin=stage.origin(CHAIR),
        group=1,
        reference=recommendation.reference,
        to=Status.WITHDRAWN,
        reason="twice",
    )
    stage.record.recommendations.save(replace(recommendation, status=Status.IN_PROGRESS, version=2))
    move(replace(wanted, to=Status.IMPLEMENTED), stage.uow, NOW)
    found = overview(stage.record, None, NOW)
    assert [(change.kind, change.after) for change in found.latest] == [
        (ChangeKind.MOVED, Status.IMPLEMENTED)
    ]


def test_the_latest_change_of_each_item_touched_last_is_shown(stage: Stage) -> None:
    notes = [stage.note() for _ in range(LATEST_SHOWN + 1)]
    found = status(stage.origin(), 1, None, NOW, stage.uow)
    newest = [note.reference for note in notes[:0:-1]]
    assert [change.subject for change in found.latest] == newest
    assert list(found.items) == newest[::-1]


def test_the_groups_own_day_decides_what_is_overdue(stage: Stage) -> None:
    stage.recommendation(status=Status.AGREED, due_on=date(2026, 12, 31))
    still_december = NOW.replace(year=2027, month=1, day=1, hour=5)
    in_january = still_december.replace(hour=7)
    instants = (still_december, in_january)
    counts = [status(stage.origin(), 1, None, at, stage.uow).standing.overdue for at in instants]
    assert counts == [0, 1]


def test_actions_past_their_day_are_a_figure_of_their_own(stage: Stage) -> None:
    yesterday, today = date(2026, 11, 19), date(2026, 11, 20)
    stage.action(due_on=yesterday)
    stage.action(due_on=today)
    stage.action(due_on=yesterday, status=ActionStatus.DONE)
    stage.action(stage.entry(theme="talent"), due_on=yesterday)
    charging = status(stage.origin(), 1, "charging", NOW, stage.uow).standing
    whole = standing(stage.record, (), NOW)
    assert (charging.overdue_actions, charging.overdue) == (1, 0)
    assert whole.overdue_actions == 2
    assert standing(stage.record, ("charging", "talent"), NOW).overdue_actions == 2


def test_a_theme_the_group_does_not_have_is_refused(stage: Stage) -> None:
    stands = stage.code(lambda: status(stage.origin(), 1, "supply", NOW, stage.uow))
    assert stands is RefusalCode.THEME_UNKNOWN


@pytest.mark.parametrize(
    ("user", "channel", "group", "code"),
    [
        (NEWCOMER, UNBOUND, 1, RefusalCode.MEMBERS_ONLY),
        (UNKNOWN, None, 1, RefusalCode.PERSON_UNKNOWN),
        (CHAIR, None, 2, RefusalCode.CHANNEL_NEEDS_GROUP),
    ],
)
def test_who_does_not_reach_the_group_reads_nothing(
    stage: Stage, user: str, channel: str | None, group: int, code: RefusalCode
) -> None:
    note = stage.note()
    origin = stage.origin(user, channel=channel)
    reads = [
        lambda: show(origin, group, note.reference, stage.uow),
        lambda: status(origin, group, None, NOW, stage.uow),
    ]
    assert [stage.code(read) for read in reads] == [code] * 2


def test_people_slack_has_told_us_nothing_of_have_no_name(stage: Stage) -> None:
    assert names_of(stage.uow.workspace(WORKSPACE), [CHAIR, UNKNOWN, CHAIR]) == {CHAIR: CHAIR}
