"""The long run of `make faults`, short: something goes wrong all the time, and nothing is lost or doubled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.campaign import Campaign, Figures, Plan, crashing
from tests.faults.fleet import REPLICAS, SCALE, sailing
from tests.faults.nursery import Nursery
from tests.faults.oracles import REMOVED_WITHIN
from tests.postgresql import PostgresqlServer

pytestmark = pytest.mark.faults

SHORT = Plan(deliveries=20, kills=6, seed=4)
PLACES = 10


def quiet(_: str) -> None:
    """Nobody reads how far it is."""


def require_right(figures: Figures) -> None:
    """Nothing lost, nothing doubled at rest, and no double that stood too long."""
    assert figures.complaints == []
    assert [double for double in figures.doubles if double.seconds > REMOVED_WITHIN / SCALE] == []
    assert figures.deliveries >= SHORT.deliveries
    assert figures.prepared > 0
    assert figures.kills.total() >= SHORT.kills


async def test_on_sqlite_nothing_is_lost_and_nothing_doubled(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    async with sailing(nursery, tmp_path, sqlite_url, places=PLACES) as fleet:
        require_right(await Campaign(fleet, SHORT, quiet).run())


@pytest.mark.postgresql
async def test_three_replicas_on_postgresql_lose_and_double_nothing(
    nursery: Nursery, tmp_path: Path, own_server: PostgresqlServer, own_url: str
) -> None:
    async with sailing(nursery, tmp_path, own_url, replicas=REPLICAS, places=PLACES) as fleet:
        require_right(await Campaign(fleet, SHORT, quiet, crashing(own_server)).run())
