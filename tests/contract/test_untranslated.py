"""What still wants a version in the group's other language, and what nobody needs one of any more."""

from __future__ import annotations

from dataclasses import replace

from domain.action import ActionStatus
from domain.language import Language
from domain.obstacle import ObstacleStatus
from domain.recommendation import RecommendationStatus
from domain.register import Filter, Trait
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import add_action, add_obstacle, add_recommendation

WANTED = Filter(traits=frozenset({Trait.UNTRANSLATED}), languages=frozenset(Language))
WANTING = {
    *(ObstacleStatus.IDENTIFIED, ObstacleStatus.CONFIRMED, ObstacleStatus.RESOLVED),
    *(set(RecommendationStatus) - {RecommendationStatus.SUPERSEDED, RecommendationStatus.WITHDRAWN}),
    ActionStatus.OPEN,
}


def every_status(record: GroupRecord) -> None:
    """One item in each status of the kinds that have versions."""
    for obstacle in ObstacleStatus:
        record.obstacles.save(replace(add_obstacle(record), status=obstacle.value))
    for recommendation in RecommendationStatus:
        record.recommendations.save(replace(add_recommendation(record), status=recommendation.value))
    for action in ActionStatus:
        record.actions.save(replace(add_action(record), status=action.value))


async def test_what_was_dropped_or_is_done_wants_no_version(desk: Desk) -> None:
    await desk.write(every_status)
    page = await desk.read(lambda record: record.register.page(WANTED, limit=50))
    assert sorted(item.status for item in page.items) == sorted(map(str, WANTING))
    assert page.count == len(WANTING)
