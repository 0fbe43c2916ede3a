"""Notes, obstacles and recommendations, and the links between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.item import Entry
from domain.language import Language, Text
from domain.note import NoteStatus
from domain.obstacle import Obstacle, ObstacleStatus, Severity
from domain.recommendation import Recommendation, RecommendationStatus, move
from domain.reference import RecordKind, Series
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import LATER, LEAD, NOW, add_note, add_obstacle, add_recommendation, entry


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


async def test_an_obstacle_comes_back_as_it_was_recorded(desk: Desk) -> None:
    with_severity = await desk.write(add_obstacle)
    without = await desk.write(lambda record: add_obstacle(record, severity=None))
    assert await desk.read(lambda record: record.obstacles.get(1)) == with_severity
    assert await desk.read(lambda record: record.obstacles.get(2)) == without


async def test_an_obstacle_is_saved_with_what_it_adds(desk: Desk) -> None:
    obstacle = await desk.write(add_obstacle)
    graver = replace(
        obstacle, severity=Severity.LOW, countries=("US",), status=ObstacleStatus.CONFIRMED, version=2
    )
    await desk.write(lambda record: record.obstacles.save(graver))
    assert await desk.read(lambda record: record.obstacles.get(1)) == graver


async def test_a_recommendation_comes_back_as_it_was_recorded(desk: Desk) -> None:
    def propose(record: GroupRecord) -> Recommendation:
        for _ in range(3):
            add_obstacle(record)
        return add_recommendation(
            record,
            answers=(3, 1),
            countries=("US", "MX"),
            drivers=("jobs",),
            priority=True,
            quarter="2027-Q1",
            progress=35,
        )

    made = await desk.write(propose)
    assert await desk.read(lambda record: record.recommendations.get(1)) == made


async def test_a_recommendation_is_saved_with_its_links(desk: Desk) -> None:
    def propose(record: GroupRecord) -> Recommendation:
        for _ in range(3):
            add_obstacle(record)
        return add_recommendation(record, answers=(3, 1))

    made = await desk.write(propose)
    changed = replace(made, answers=(2, 3), priority=True, progress=10, quarter="2027-Q3", version=2)
    await desk.write(lambda record: record.recommendations.save(changed))
    assert await desk.read(lambda record: record.recommendations.get(1)) == changed


async def test_an_obstacle_knows_what_answers_it(durable_desk: Desk) -> None:
    def link(record: GroupRecord) -> None:
        for _ in range(2):
            add_obstacle(record)
        add_recommendation(record, answers=(1,))
        add_recommendation(record, answers=(2, 1))

    await durable_desk.write(link)
    obstacle = await durable_desk.read(lambda record: record.obstacles.get(1))
    assert obstacle is not None
    assert obstacle.answered_by == (1, 2)


async def test_an_obstacle_waits_until_a_recommendation_that_stands_answers_it(desk: Desk) -> None:
    def answer(record: GroupRecord) -> Recommendation:
        add_obstacle(record)
        return add_recommendation(record, answers=(1,))

    proposed = await desk.write(answer)
    assert await desk.read(lambda record: record.obstacles.count_unanswered(None)) == 0
    expected = {
        RecommendationStatus.WITHDRAWN: 1,
        RecommendationStatus.SUPERSEDED: 1,
        RecommendationStatus.NOT_IMPLEMENTED: 1,
        RecommendationStatus.IMPLEMENTED: 0,
        RecommendationStatus.PARTIALLY_IMPLEMENTED: 0,
    }
    for status, unanswered in expected.items():
        moved = replace(proposed, status=status)
        await desk.write(lambda record, moved=moved: record.recommendations.save(moved))
        assert await desk.read(lambda record: record.obstacles.count_unanswered(None)) == unanswered


async def test_unanswered_obstacles_come_severest_and_oldest_first(desk: Desk) -> None:
    def identify(record: GroupRecord) -> None:
        for severity in (None, Severity.LOW, Severity.HIGH, Severity.MEDIUM, Severity.HIGH):
            add_obstacle(record, severity=severity)
        closed = add_obstacle(record)
        record.obstacles.save(replace(closed, status=ObstacleStatus.RESOLVED))
        add_obstacle(record, entry(theme="talent"), severity=Severity.LOW)

    def numbers(found: tuple[Obstacle, ...]) -> list[int]:
        return [obstacle.number for obstacle in found]

    await desk.write(identify)
    assert numbers(await desk.read(lambda record: record.obstacles.unanswered((), 9))) == [3, 5, 4, 2, 7, 1]
    assert numbers(await desk.read(lambda record: record.obstacles.unanswered(("talent",), 9))) == [7]
    both = {"talent", "charging"}
    assert numbers(await desk.read(lambda record: record.obstacles.unanswered(both, 2))) == [3, 5]
    assert await desk.read(lambda record: record.obstacles.count_unanswered(None)) == 6
    assert await desk.read(lambda record: record.obstacles.count_unanswered("talent")) == 1


async def test_overdue_are_the_open_ones_of_an_earlier_quarter(desk: Desk) -> None:
    def propose(record: GroupRecord) -> None:
        for quarter in ("2026-Q4", "2027-Q1", None):
            add_recommendation(record, quarter=quarter)
        add_recommendation(record, entry(theme="talent"), quarter="2025-Q2")
        add_recommendation(record, quarter="2025-Q1", status=RecommendationStatus.IMPLEMENTED)

    await desk.write(propose)
    assert await desk.read(lambda record: record.recommendations.count_overdue(None, "2027-Q1")) == 2
    assert await desk.read(lambda record: record.recommendations.count_overdue("talent", "2027-Q1")) == 1
    assert await desk.read(lambda record: record.recommendations.count_overdue(None, "2025-Q2")) == 0


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
        moved, changes = move(made, RecommendationStatus.UNDER_REVIEW, LATER)
        record.recommendations.save(moved)
        record.changes.append(changes, LEAD, LATER)
        return record.recommendations.get(made.number)

    moved = await desk.write(work)
    assert moved is not None
    assert moved.status == RecommendationStatus.UNDER_REVIEW
    history = await desk.read(lambda record: record.changes.of(Series.RECOMMENDATION, 1, 10))
    assert [change.after for change in history] == ["proposed", "under_review"]
