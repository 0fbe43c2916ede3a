"""A digest comes exactly once, at whichever step of its delivery the bot is killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.faults import Fault
from domain.delivery import DeliveryState
from tests.faults.fleet import AHEAD_OF_TIME, SLOW, Fleet, sailing
from tests.faults.nursery import Nursery
from tests.faults.oracles import complaints
from tests.faults.steps import Step

pytestmark = pytest.mark.faults

POST = "chat.postMessage"
PREPARED = {
    Step.BEFORE_CLAIM: (Fault(POST, "ratelimited"),),
    Step.FROZEN: (Fault(POST, "ratelimited"),),
    Step.BEGUN: (Fault(POST, "drop_before"),),
    Step.POSTED: (Fault(POST, "delay_after", seconds=SLOW),),
    Step.IN_DOUBT: (Fault(POST, "drop_after"),),
    Step.LOOKING: (Fault(POST, "drop_before"), Fault("conversations.history", "delay", seconds=SLOW)),
}
"""What Slack does so that a step is come to at all; BEGUN: it never took the message. SQLite makes and claims
in one commit: what waits there to be claimed has been sent back once; so has what is frozen and not begun."""


ORDER = (*(step for step in Step if step not in {*PREPARED, *AHEAD_OF_TIME}), *PREPARED)
"""First those that need no fault: whatever was killed before meets the faults that come later."""
TRIES = 12
"""A step may last less than a millisecond, and a busy machine miss it: then the next digest is tried."""


async def test_each_slot_has_exactly_one_digest_at_whichever_step_the_bot_is_killed(
    nursery: Nursery, tmp_path: Path, database_url: str
) -> None:
    async with sailing(nursery, tmp_path, database_url, places=len(ORDER)) as fleet:
        for minute, place in enumerate(fleet.places):
            assert (await fleet.say(f"digest daily 09:{minute:02d}", channel=place)).ok
        for step in ORDER:
            await _killed_at(step, fleet)
            await fleet.revive(fleet.replicas[0])
        await fleet.rest()
        ledger = await fleet.ledger()
        assert complaints(ledger) == []
        assert {row.state for row in ledger.rows} == {DeliveryState.SENT}
        assert len(ledger.rows) == len(ledger.seen) >= len(ORDER)


async def _killed_at(step: Step, fleet: Fleet) -> None:
    for _ in range(TRIES):
        assert (await fleet.say(f"note what happened {step}")).ok
        await fleet.meet(*PREPARED.get(step, ()))
        if await fleet.catch_next(step, lambda: fleet.kill(fleet.replicas)) is not None:
            return
    raise AssertionError(f"the bot was never killed {step}")
