"""Positions: one a member on a recommendation, the latest."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from domain.position import Position, Stance
from domain.repositories import GroupRecord
from tests.contract.desk import Desk, found
from tests.contract.samples import CHAIR, LATER, LEAD, MEMBER, NOW, add_recommendation
from tests.jobs import over


def position(
    user: str,
    stance: Stance = Stance.SUPPORT,
    *,
    comment: str | None = None,
    edition: int = 1,
    at: datetime = NOW,
) -> Position:
    return Position(user=user, stance=stance, comment=comment, edition=edition, at=at)


@pytest.fixture
async def desk(desk: Desk) -> Desk:
    """R-1 and R-2."""

    def propose(record: GroupRecord) -> None:
        add_recommendation(record)
        add_recommendation(record)

    await desk.write(propose)
    return desk


async def test_nobody_holds_anything_at_first(desk: Desk) -> None:
    assert await desk.read(lambda record: record.positions.of(1)) == ()
    assert await desk.read(lambda record: record.positions.of(9)) == ()


async def test_positions_come_back_as_they_were_taken_the_oldest_first(desk: Desk) -> None:
    taken = (
        position(MEMBER, Stance.OBJECTION, comment="¿Quién paga?", edition=2),
        position(CHAIR, Stance.ABSTENTION, at=NOW + timedelta(minutes=1)),
        position(LEAD, Stance.RESERVATION, comment="under *conditions*", at=LATER),
    )
    for one in reversed(taken):
        await desk.write(over(one, lambda record, one: record.positions.put(1, one)))
    assert await desk.read(lambda record: record.positions.of(1)) == taken
    assert await desk.read(lambda record: record.positions.of(2)) == ()


async def test_the_latest_word_of_a_member_stands_instead_of_the_one_before(desk: Desk) -> None:
    before = position(MEMBER, Stance.OBJECTION, comment="no")
    after = position(MEMBER, Stance.SUPPORT, edition=2, at=LATER)

    def change_their_mind(record: GroupRecord) -> tuple[Position, ...]:
        record.positions.put(1, before)
        record.positions.put(2, before)
        record.positions.put(1, after)
        return record.positions.of(1)

    assert await desk.write(change_their_mind) == (after,)
    assert await desk.read(lambda record: record.positions.of(1)) == (after,)
    assert await desk.read(lambda record: record.positions.of(2)) == (before,)


async def test_a_position_that_is_removed_is_there_no_more_and_others_stay(desk: Desk) -> None:
    def take(record: GroupRecord) -> None:
        for number in (1, 2):
            record.positions.put(number, position(MEMBER))
            record.positions.put(number, position(LEAD))

    def remove(record: GroupRecord) -> None:
        record.positions.remove(1, MEMBER)
        record.positions.remove(1, CHAIR)

    await desk.write(take)
    await desk.write(remove)
    assert await desk.read(lambda record: record.positions.of(1)) == (position(LEAD),)
    assert len(await desk.read(lambda record: record.positions.of(2))) == 2


async def test_each_group_keeps_its_own(desk: Desk) -> None:
    other = await found(desk.store)
    await other.write(add_recommendation)
    await other.write(lambda record: record.positions.put(1, position(MEMBER)))
    assert await desk.read(lambda record: record.positions.of(1)) == ()
    assert len(await other.read(lambda record: record.positions.of(1))) == 1


async def test_a_position_on_nothing_is_not_stored(durable_desk: Desk) -> None:
    with pytest.raises(IntegrityError):
        await durable_desk.write(lambda record: record.positions.put(1, position(MEMBER)))
    assert await durable_desk.read(lambda record: record.positions.of(1)) == ()
