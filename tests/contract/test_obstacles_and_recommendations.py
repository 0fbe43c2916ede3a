"""Obstacles and recommendations, and the links between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.obstacle import Obstacle, ObstacleStatus, Severity
from domain.recommendation import Recommendation, RecommendationStatus
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import (
    add_obstacle,
    add_recommendation,
    entry,
)
from tests.jobs import over


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
            due_on=date(2027, 3, 31),
            override="the ministers agreed",
            meeting=4,
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
    changed = replace(
        made,
        answers=(2, 3),
        priority=True,
        progress=10,
        due_on=date(2027, 9, 30),
        successor=7,
        override="because",
        edition=2,
        version=2,
    )
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
        await desk.write(over(moved, lambda record, moved: record.recommendations.save(moved)))
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
