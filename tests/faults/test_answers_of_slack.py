"""Whatever Slack answers to a post, or does not answer: one message stands, and every change is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.faults import Fault
from domain.delivery import DeliveryState
from tests.faults.fleet import SLOW, SLOWER, sailing
from tests.faults.nursery import CONTROL, Nursery
from tests.faults.oracles import complaints, doubled

pytestmark = pytest.mark.faults

POST, HISTORY = "chat.postMessage", "conversations.history"
NOT_TAKEN = (
    Fault(POST, "ratelimited"),
    Fault(POST, "error_before"),
    Fault(POST, "drop_before"),
    Fault(POST, "delay", seconds=SLOW),
    Fault(POST, "delay_after", seconds=SLOW),
)
"""The message is not there when the bot is told so, or it is told in time."""
TAKEN_IN_SECRET = (
    Fault(POST, "error_after"),
    Fault(POST, "drop_after"),
    Fault(POST, "empty"),
    Fault(POST, "not_json"),
    Fault(POST, "delay_after", seconds=SLOWER),
)
"""The message stands, and the bot cannot know."""
ANSWERS = (*NOT_TAKEN, *TAKEN_IN_SECRET)
REFUSED_HISTORY = Fault(HISTORY, "refused", error="missing_scope", times=100)
REFUSED_FOR_GOOD = Fault(POST, "refused", error="restricted_action")


async def test_one_message_stands_for_each_digest_whatever_slack_answers(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    async with sailing(nursery, tmp_path, sqlite_url, places=len(ANSWERS)) as fleet:
        await fleet.subscribe("daily 09:00")
        await fleet.meet(*ANSWERS)
        await fleet.due()
        await fleet.rest()
        ledger = await fleet.ledger()
    assert complaints(ledger) == []
    assert [row.state for row in ledger.rows] == [DeliveryState.SENT] * len(ANSWERS)
    assert len(ledger.seen) == len(ANSWERS)


async def test_without_the_second_look_every_message_that_was_taken_in_secret_is_doubled(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    async with sailing(nursery, tmp_path, sqlite_url, places=len(ANSWERS), program=CONTROL) as fleet:
        await fleet.subscribe("daily 09:00")
        await fleet.meet(*ANSWERS)
        await fleet.due()
        await fleet.rest()
        ledger = await fleet.ledger()
    assert len(doubled(ledger)) == len(TAKEN_IN_SECRET)
    assert complaints(ledger) == doubled(ledger)


async def test_what_no_history_can_tell_is_uncertain_and_never_posted_again(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    async with sailing(nursery, tmp_path, sqlite_url, places=4) as fleet:
        await fleet.subscribe("daily 09:00")
        await fleet.meet(REFUSED_HISTORY, Fault(POST, "drop_after"), Fault(POST, "drop_before"))
        await fleet.due()
        await fleet.rest()
        uncertain = [row.key for row in (await fleet.ledger()).rows if row.state is DeliveryState.UNCERTAIN]
        assert len(uncertain) == 2
        await fleet.people.clear_faults()
        await fleet.due()
        await fleet.rest()
        ledger = await fleet.ledger()
    assert complaints(ledger) == []
    assert sum(found.key in uncertain for found in ledger.seen) == 1
    told = [found for found in ledger.seen if found.key.startswith("notice:")]
    assert (len(told), len(ledger.seen) - len(told)) == (2, 7)


async def test_a_digest_that_slack_refuses_for_good_leaves_its_changes_to_the_next(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    async with sailing(nursery, tmp_path, sqlite_url) as fleet:
        await fleet.subscribe("daily 09:00")
        for fault in ((), (REFUSED_FOR_GOOD,), ()):
            assert (await fleet.say(f"note before the digest that meets {fault}")).ok
            await fleet.meet(*fault)
            await fleet.due()
            await fleet.rest()
        ledger = await fleet.ledger()
    assert complaints(ledger) == []
    first, failed, last = (row for row in ledger.rows if row.is_digest)
    assert (first.state, failed.state, last.state) == ("sent", "failed", "sent")
    assert last.after == failed.after == first.through
