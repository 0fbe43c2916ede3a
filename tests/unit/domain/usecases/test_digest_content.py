"""What a digest holds beside what happened: what waits, who is silent, figures then and now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.change import ChangeKind, NewChange
from domain.delivery import DeliveryState
from domain.digest import Digest
from domain.group import Seat, Sector
from domain.people import Role
from domain.recommendation import RecommendationStatus as Status
from domain.recommendation import StatusGroup
from domain.usecases.bearings import MISSED_NAMED
from domain.usecases.composed import digest_told
from domain.usecases.deliveries import materialise, preview
from domain.usecases.outlooks import SHOWN
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD
from tests.unit.domain.usecases.outbox import DAILY, MONDAY_NINE, WEEK, deliveries, settle
from tests.unit.domain.usecases.stage import Stage

MONDAY = date(2026, 11, 23)


def due(stage: Stage, weeks: int = 0) -> Digest:
    """The digest of the slot so many weeks after the first."""
    now = MONDAY_NINE + weeks * WEEK
    materialise(stage.uow, now, 10)
    made = deliveries(stage.uow)[-1]
    told = digest_told(made, stage.uow).digest
    settle(stage.uow, now)
    return told


def days(stage: Stage, *after: int) -> None:
    for number in after:
        stage.action(due_on=MONDAY + timedelta(days=number))


def test_what_is_overdue_and_due_within_a_week_is_told_the_most_pressing_first(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    days(stage, 8, 7, 0, -1, -3)
    stage.recommendation(due_on=MONDAY + timedelta(days=3))
    found = due(stage).outlook
    assert [str(item.reference) for item in found.overdue.items] == ["A-5", "A-4"]
    assert [str(item.reference) for item in found.soon.items] == ["A-3", "R-1", "A-2"]
    assert (found.overdue.count, found.soon.count, found.soon_by) == (2, 3, MONDAY + timedelta(days=7))


def test_only_the_first_are_held_and_all_are_counted(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    days(stage, *[-1] * 30)
    found = due(stage).outlook.overdue
    assert (len(found.items), found.count) == (SHOWN, 30)


def test_what_the_digest_is_not_about_waits_elsewhere(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT, themes=("talent",))
    stage.action(stage.entry(theme="charging"), due_on=MONDAY - timedelta(days=1))
    own = stage.action(stage.entry(theme="talent"), due_on=MONDAY - timedelta(days=1))
    assert due(stage).outlook.overdue.items == (own,)


def test_a_group_says_after_how_many_weeks_something_is_stalled(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    still = stage.recommendation(status=Status.IN_PROGRESS)
    stage.recommendation(status=Status.PROPOSED)
    stage.record.save_group(replace(stage.record.group, stalled_weeks=2))
    assert due(stage, 1).outlook.stalled.items == ()
    assert due(stage, 2).outlook.stalled.items == (still,)


def test_silence_is_heard_in_the_themes_of_the_digest(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT, themes=("talent",))
    industry = stage.member(CHAIR)
    stage.record.members.save(replace(stage.member(LEAD), sector=Sector.GOVERNMENT, country="US"))
    stage.note(stage.entry(theme="talent", author=CHAIR))
    stage.note(stage.entry(theme="charging", author=LEAD))
    found = due(stage).silence
    assert (found.sectors, found.countries) == ((Sector.GOVERNMENT, Sector.ACADEMIA), ("US",))
    assert Seat(industry.sector, industry.country) not in found.seats


def test_a_quiet_week_names_nobody(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    assert not due(stage).silence


def test_figures_are_compared_with_those_of_the_digest_before(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    stage.recommendation()
    first = due(stage).trend
    assert first is not None
    assert (first.before, first.new, first.now.by_group[StatusGroup.OPEN]) == (None, 1, 1)
    made = stage.recommendation(status=Status.AGREED)
    move = NewChange(kind=ChangeKind.MOVED, subject=made.reference, before="proposed", after="agreed")
    stage.record.changes.append([move], CHAIR, MONDAY_NINE)
    second = due(stage, 1).trend
    assert second is not None
    assert second.before == first.now
    assert (second.new, second.agreed, second.now.by_group[StatusGroup.AGREED]) == (1, 1, 1)


def test_the_figures_stay_those_of_the_moment_the_row_was_made(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    stage.recommendation()
    materialise(stage.uow, MONDAY_NINE, 10)
    (delivery,) = deliveries(stage.uow)
    before = digest_told(delivery, stage.uow).digest.trend
    stage.recommendation()
    assert digest_told(delivery, stage.uow).digest.trend == before


def test_a_digest_that_nobody_got_is_none_to_compare_with(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    stage.recommendation()
    first = due(stage).trend
    stage.recommendation()
    materialise(stage.uow, MONDAY_NINE + WEEK, 10)
    settle(stage.uow, MONDAY_NINE + WEEK, DeliveryState.FAILED)
    stage.recommendation()
    third = due(stage, 2).trend
    assert first is not None
    assert third is not None
    assert (third.before, third.new) == (first.now, 2)


def test_other_themes_are_not_compared(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    due(stage)
    found = stage.record.subscriptions.by_number[1]
    coverage = replace(found.coverage, themes=("talent",))
    stage.record.subscriptions.save(replace(found, coverage=coverage))
    trend = due(stage, 1).trend
    assert trend is not None
    assert trend.before is None


def test_themes_with_recommendations_are_told_apart(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    for theme in ("talent", "charging", None):
        stage.recommendation(stage.entry(theme=theme))
    assert [one.theme for one in due(stage).by_theme] == ["charging", "talent"]


def test_digests_that_were_not_sent_are_counted_and_the_latest_named(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    assert due(stage).missed.count == 0
    told = due(stage, MISSED_NAMED + 3).missed
    assert told.count == MISSED_NAMED + 2
    assert told.dates[-1] == MONDAY + (MISSED_NAMED + 2) * WEEK
    assert len(told.dates) == MISSED_NAMED


def test_a_preview_says_what_would_be_posted(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT, DAILY)
    days(stage, -1, 3)
    stage.recommendation()
    shown = preview(stage.origin(CHAIR), 1, CHANNEL, 1, MONDAY_NINE, stage.uow)
    materialise(stage.uow, MONDAY_NINE, 10)
    posted = digest_told(deliveries(stage.uow)[-1], stage.uow).digest
    assert (shown.outlook, shown.trend, shown.silence) == (posted.outlook, posted.trend, posted.silence)


def test_observers_are_heard_too(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    seen = replace(stage.member(LEAD), role=Role.OBSERVER, sector=Sector.ACADEMIA)
    stage.record.members.save(seen)
    meeting = stage.note().reference
    came = NewChange(kind=ChangeKind.ATTENDED, subject=meeting, after=LEAD, person=LEAD)
    stage.record.changes.append([came], CHAIR, FOUNDED_AT)
    assert Sector.ACADEMIA not in due(stage).silence.sectors
