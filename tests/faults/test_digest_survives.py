"""A weekly digest comes exactly once, at whichever moment of its making the bot is killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.faults import Effect, Fault
from domain.delivery import DeliveryState
from tests.faults.group import CHAIR
from tests.faults.house import House, opened
from tests.faults.programs import until
from tests.faults.stored import Posting

pytestmark = pytest.mark.faults

LATE = 0.6
"""Seconds Slack takes to post; less than the second look waits, as the product's own figures are."""


async def _due(house: House) -> None:
    """The hour of the next digest comes."""
    await house.people.move_clock(house.database.next_due() + timedelta(seconds=1))


async def _meets(house: House, effect: Effect, seconds: float = 0.0) -> None:
    await house.people.fault(Fault("chat.postMessage", effect, retry_after=1, seconds=seconds))


async def _until_posting(house: House, week: int, condition: Callable[[Posting], bool]) -> None:
    """Until the week's delivery is there and the condition holds for it."""

    def holds() -> bool:
        postings = house.database.postings()
        return len(postings) == week and condition(postings[-1])

    await until(holds)


async def killed_before_the_hour(house: House, week: int) -> None:
    await house.kill_bot()
    await _due(house)
    assert len(house.database.postings()) == week - 1


async def killed_as_soon_as_it_is_owed(house: House, week: int) -> None:
    await _due(house)
    await _until_posting(house, week, lambda _: True)
    await house.kill_bot()


async def killed_while_slack_makes_it_wait(house: House, week: int) -> None:
    await _meets(house, "ratelimited")
    await _due(house)
    await _until_posting(house, week, lambda found: found.error == "ratelimited")
    await house.kill_bot()
    (*_, found) = house.database.postings()
    assert (found.state, found.begun) == (DeliveryState.PENDING, False)


async def killed_before_slack_took_it(house: House, week: int) -> None:
    await _meets(house, "delay", LATE)
    await _due(house)
    await _until_posting(house, week, lambda found: found.begun)
    await house.kill_bot()
    assert house.database.postings()[-1].ts is None


async def killed_before_it_heard_that_slack_took_it(house: House, week: int) -> None:
    await _meets(house, "delay_after", LATE)
    await _due(house)
    await _until_posting(house, week, lambda found: found.begun)
    while len(await house.deliveries_in_channel()) < week:
        assert house.database.postings()[-1].ts is None
    await house.kill_bot()
    (*_, found) = house.database.postings()
    assert (found.state, found.ts, found.leased) == (DeliveryState.SENDING, None, True)


MOMENTS: tuple[Callable[[House, int], Awaitable[None]], ...] = (
    killed_before_the_hour,
    killed_as_soon_as_it_is_owed,
    killed_while_slack_makes_it_wait,
    killed_before_slack_took_it,
    killed_before_it_heard_that_slack_took_it,
)


async def test_each_week_has_exactly_one_digest_at_whichever_moment_the_bot_is_killed(house: House) -> None:
    assert (await house.say(CHAIR, "digest weekly mon 09:00")).ok
    for week, killed in enumerate(MOMENTS, start=1):
        assert (await house.say(CHAIR, f"note what happened in week {week}")).ok
        await killed(house, week)
        await house.open_bot()
        await _until_posting(house, week, lambda found: found.state.is_final)
        keys = [posting.key for posting in house.database.postings()]
        assert await house.deliveries_in_channel() == Counter(keys), killed.__name__
    postings = house.database.postings()
    assert len({posting.key for posting in postings}) == len(MOMENTS)
    assert {posting.state for posting in postings} == {DeliveryState.SENT}


@pytest.mark.postgresql
async def test_a_replica_that_stood_still_over_a_digest_leaves_no_second_one(
    tmp_path: Path, postgresql_url: str
) -> None:
    async with opened(tmp_path, postgresql_url) as house:
        assert (await house.say(CHAIR, "digest weekly mon 09:00")).ok
        await _meets(house, "delay_after", LATE)
        await _due(house)
        await _until_posting(house, 1, lambda found: found.begun)
        house.bot.freeze()
        await house.open_replica()
        await _until_posting(house, 1, lambda found: found.state.is_final)
        house.bot.thaw()
        assert (await house.say(CHAIR, "note after standing still")).ok
        house.bot.terminate()
        assert await house.bot.ended() == 0
        (posting,) = house.database.postings()
        assert posting.state is DeliveryState.SENT
        assert await house.deliveries_in_channel() == {posting.key: 1}
