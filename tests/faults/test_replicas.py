"""Several processes on one PostgreSQL share the work; any may die, stand still and come back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.sandbox.faults import Fault
from tests.faults.fleet import LEASE, SCALE, SCALED, sailing
from tests.faults.nursery import Nursery
from tests.faults.oracles import REMOVED_WITHIN, complaints, doubles_seen
from tests.faults.programs import until
from tests.faults.steps import Step

pytestmark = [pytest.mark.faults, pytest.mark.postgresql]

SECOND_LOOK = float(SCALED["RAPPORTEUR_SECOND_LOOK_SECONDS"])
MUCH_LATER = LEASE.total_seconds() + 2 * SECOND_LOOK
"""Seconds after which Slack takes a message: after the second look of whoever took the delivery over."""
ON_ITS_WAY = 0.5
"""Seconds in which a post leaves the replica; nobody can see that from outside."""


async def test_of_two_messages_that_came_from_two_replicas_the_one_too_many_is_removed(
    nursery: Nursery, tmp_path: Path, postgresql_url: str
) -> None:
    async with sailing(nursery, tmp_path, postgresql_url, replicas=2) as fleet:
        first, second = fleet.replicas
        await fleet.subscribe("daily 09:00")
        fleet.kill([second])
        await fleet.meet(Fault("chat.postMessage", "delay", seconds=MUCH_LATER))

        def freeze() -> None:
            time.sleep(ON_ITS_WAY)
            fleet.freeze([first])

        catching = await fleet.catching(Step.BEGUN, freeze)
        await fleet.due()
        assert await catching is not None
        await fleet.revive(second)
        await until(lambda: len(fleet.watcher.seen) == 2)
        await fleet.rest()
        fleet.thaw([first])
        await until(lambda: sum(found.stands for found in fleet.watcher.seen) == 1)
        ledger = await fleet.ledger()
    assert complaints(ledger) == []
    (double,) = doubles_seen(ledger)
    assert double.seconds < REMOVED_WITHIN / SCALE
