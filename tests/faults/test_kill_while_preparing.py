"""A digest comes exactly once when the bot is killed in the minutes before it is due."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.delivery import DeliveryState
from tests.faults.fleet import Fleet, sailing
from tests.faults.nursery import Nursery
from tests.faults.oracles import complaints
from tests.faults.programs import until
from tests.faults.steps import Step

pytestmark = pytest.mark.faults

TRIES = 6
"""Digests that are prepared one after the other, until one is caught in the middle."""


async def test_what_somebody_who_died_was_preparing_is_told_once(
    nursery: Nursery, tmp_path: Path, database_url: str
) -> None:
    async with sailing(nursery, tmp_path, database_url) as fleet:
        await fleet.subscribe("daily 09:00")
        assert (await fleet.say("note what happened before")).ok
        for step in (Step.PREPARING, Step.PREPARED):
            await _killed_at(step, fleet)
            await fleet.revive(fleet.replicas[0])
            await fleet.due_next()
            await fleet.rest()
            ledger = await fleet.ledger()
            assert complaints(ledger) == []
            assert {row.state for row in ledger.rows} == {DeliveryState.SENT}
            # What was worded is used by whoever comes after; what was not is worded in its minute.
            assert ledger.rows[-1].prepared == (step is Step.PREPARED)


async def _killed_at(step: Step, fleet: Fleet) -> None:
    for _ in range(TRIES):
        if await fleet.catch_next(step, lambda: fleet.kill(fleet.replicas)) is not None:
            return
        await fleet.due_next()
        await fleet.rest()
    raise AssertionError(f"the bot was never killed {step}")


async def test_what_is_noted_while_one_is_prepared_is_told_by_it(
    nursery: Nursery, tmp_path: Path, database_url: str
) -> None:
    async with sailing(nursery, tmp_path, database_url) as fleet:
        await fleet.subscribe("daily 09:00")
        await fleet.is_near()
        await until(fleet.database.is_prepared)
        assert (await fleet.say("note what happened at the last moment")).ok
        await fleet.due_next()
        await fleet.rest()
        ledger = await fleet.ledger()
        assert complaints(ledger) == []
        (row,) = ledger.rows
        assert not row.prepared
        assert row.through == fleet.database.record().last_change
