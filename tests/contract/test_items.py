"""Notes, actions, and what is asked of the items of any series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.action import Action, ActionStatus
from domain.item import Entry, Item
from domain.language import Language, Text
from domain.lifecycle import Movement, move
from domain.note import NoteStatus
from domain.obstacle import ObstacleStatus
from domain.recommendation import LIFECYCLE, Recommendation, RecommendationStatus
from domain.reference import RecordKind, Reference, Series
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import (
    LATER,
    LEAD,
    NOW,
    ONE_OF_EACH,
    add_action,
    add_note,
    add_obstacle,
    add_recommendation,
    entry,
)
from tests.jobs import over


async def test_a_note_comes_back_as_it_was_recorded(desk: Desk) -> None:
    note = await desk.write(lambda record: add_note(record, kind=RecordKind.DECISION))
    assert await desk.read(lambda record: record.notes.get(1)) == note
    assert (note.number, note.recorded_in) == (1, 1)


async def test_a_number_nobody_has_is_no_item(desk: Desk) -> None:
    await desk.write(add_note)
    assert await desk.read(lambda record: record.notes.get(2)) is None
    assert await desk.read(lambda record: record.obstacles.get(1)) is None
    assert await desk.read(lambda record: record.recommendations.get(1)) is None


async def test_each_series_counts_for_itself_and_changes_count_through(desk: Desk) -> None:
    def record_one_of_each(record: GroupRecord) -> list[tuple[int, int]]:
        made = [add_note(record), add_obstacle(record), add_recommendation(record), add_note(record)]
        return [(item.number, item.recorded_in) for item in made]

    assert await desk.write(record_one_of_each) == [(1, 1), (1, 2), (1, 3), (2, 4)]
    assert await desk.write(record_one_of_each) == [(3, 5), (2, 6), (2, 7), (4, 8)]


async def test_a_note_is_saved_with_everything_that_may_change(desk: Desk) -> None:
    note = await desk.write(add_note)
    edited = replace(
        note,
        kind=RecordKind.OPPORTUNITY,
        theme=None,
        status=NoteStatus.WITHDRAWN,
        text=Text("corregido", Language.ENGLISH, {Language.SPANISH: "versión"}),
        owner="U0OWNER",
        channel=None,
        changed_at=LATER,
        version=2,
    )
    await desk.write(lambda record: record.notes.save(edited))
    assert await desk.read(lambda record: record.notes.get(1)) == edited


async def test_an_item_that_was_never_stored_cannot_be_saved(durable_desk: Desk) -> None:
    note = await durable_desk.write(add_note)
    with pytest.raises(LookupError):
        await durable_desk.write(lambda record: record.notes.save(replace(note, number=9)))


async def test_an_action_comes_back_as_it_was_given(desk: Desk) -> None:
    given = await desk.write(lambda record: add_action(record, meeting=2))
    assert await desk.read(lambda record: record.actions.get(1)) == given
    assert await desk.read(lambda record: record.actions.get(2)) is None


async def test_an_action_is_saved_with_everything_that_may_change(desk: Desk) -> None:
    given = await desk.write(add_action)
    done = replace(
        given,
        status=ActionStatus.DONE,
        owner=LEAD,
        due_on=None,
        theme=None,
        edition=3,
        changed_at=LATER,
        version=4,
    )
    await desk.write(lambda record: record.actions.save(done))
    assert await desk.read(lambda record: record.actions.get(1)) == done


async def test_the_items_of_a_series_are_those_of_its_kind(desk: Desk) -> None:
    def record_one_of_each(record: GroupRecord) -> list[Item]:
        return [add(record) for add in ONE_OF_EACH.values()]

    made = await desk.write(record_one_of_each)
    for item in made:
        assert await desk.read(over(item, lambda record, item: record.items(item.kind.series).get(1))) == item
    assert {item.kind.series for item in made} == set(Series)


async def test_what_gives_way_names_its_successor_and_is_listed_with_it(desk: Desk) -> None:
    def merge(record: GroupRecord) -> None:
        obstacle, _ = add_obstacle(record), add_obstacle(record)
        record.obstacles.save(replace(obstacle, status=ObstacleStatus.MERGED, successor=2))

    await desk.write(merge)
    (listed,) = await desk.read(lambda record: record.register.having([Reference(Series.OBSTACLE, 1)]))
    whole = await desk.read(lambda record: record.obstacles.get(1))
    assert whole is not None
    assert listed.successor == whole.successor == 2


async def test_overdue_is_what_is_open_and_was_due_before_today(desk: Desk) -> None:
    today = date(2027, 1, 1)

    def plan(record: GroupRecord) -> None:
        for day in (date(2026, 12, 31), today, None):
            add_recommendation(record, due_on=day)
            add_action(record, due_on=day)
        add_recommendation(record, entry(theme="talent"), due_on=date(2025, 6, 30))
        add_action(record, entry(theme=None), due_on=date(2025, 6, 30))
        for status in RecommendationStatus:
            if not status.is_open:
                add_recommendation(record, due_on=date(2025, 3, 31), status=status)
        for closed in ActionStatus:
            if not closed.is_open:
                add_action(record, due_on=date(2025, 3, 31), status=closed)
        add_note(record)

    async def overdue(theme: str | None, day: date) -> tuple[int, int]:
        counts = await desk.read(lambda record: record.register.count_overdue(theme, day))
        return counts[RecordKind.RECOMMENDATION], counts[RecordKind.ACTION]

    await desk.write(plan)
    assert await overdue(None, today) == (2, 2)
    assert await overdue("talent", today) == (1, 0)
    assert await overdue("charging", today) == (1, 1)
    assert await overdue(None, date(2027, 1, 2)) == (3, 3)
    assert await overdue(None, date(2025, 6, 30)) == (0, 0)


async def test_an_action_that_is_given_a_new_day_counts_by_that_one(desk: Desk) -> None:
    def put_off(record: GroupRecord, given: Action) -> None:
        record.actions.save(replace(given, due_on=date(2027, 2, 1)))

    given = await desk.write(lambda record: add_action(record, due_on=date(2026, 12, 1)))
    today = date(2027, 1, 1)
    before = await desk.read(lambda record: record.register.count_overdue(None, today))
    await desk.write(lambda record: put_off(record, given))
    after = await desk.read(lambda record: record.register.count_overdue(None, today))
    assert (before[RecordKind.ACTION], after[RecordKind.ACTION]) == (1, 0)


async def test_stalled_are_those_under_way_without_a_change_since(desk: Desk) -> None:
    old = entry(at=NOW - timedelta(weeks=5))

    def propose(record: GroupRecord, said: Entry, status: RecommendationStatus) -> None:
        add_recommendation(record, said, status=status)

    await desk.write(lambda record: propose(record, old, RecommendationStatus.IN_PROGRESS))
    await desk.write(lambda record: propose(record, old, RecommendationStatus.PROPOSED))
    await desk.write(lambda record: propose(record, entry(), RecommendationStatus.PARTIALLY_IMPLEMENTED))
    since = NOW - timedelta(weeks=4)
    assert await desk.read(lambda record: record.recommendations.count_stalled(None, since)) == 1
    assert await desk.read(lambda record: record.recommendations.count_stalled("charging", since)) == 1
    assert await desk.read(lambda record: record.recommendations.count_stalled("talent", since)) == 0


async def test_an_item_can_be_added_moved_and_read_in_one_transaction(desk: Desk) -> None:
    def work(record: GroupRecord) -> Recommendation | None:
        made = add_recommendation(record)
        moved, changes = move(made, Movement(to=RecommendationStatus.UNDER_REVIEW, at=LATER), LIFECYCLE)
        record.recommendations.save(moved)
        record.changes.append(changes, LEAD, LATER)
        return record.recommendations.get(made.number)

    moved = await desk.write(work)
    assert moved is not None
    assert moved.status == RecommendationStatus.UNDER_REVIEW
    history = await desk.read(
        lambda record: record.changes.latest_of(Reference(Series.RECOMMENDATION, 1), 10)
    )
    assert [change.after for change in history] == ["under_review", "proposed"]
