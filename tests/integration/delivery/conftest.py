"""The local workspace beside both databases, for the delivery worker."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.delivery.poster import open_session
from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from domain.ports import Store
from tests.integration.delivery.rig import QUICK, Rig
from tests.integration.delivery.rig import seed as usual_seed
from tests.payloads.checking import unexplained


@pytest.fixture
def seed() -> WorkspaceSeed:
    return usual_seed()


@pytest.fixture
async def sandbox(seed: WorkspaceSeed) -> AsyncIterator[Sandbox]:
    opened = Sandbox(seed)
    await opened.start()
    yield opened
    await opened.stop()
    assert unexplained(opened.workspace.payloads.accepted) == []


@pytest.fixture
async def rig(store: Store, sandbox: Sandbox) -> AsyncIterator[Rig]:
    async with open_session(QUICK.post_timeout) as session:
        rig = Rig(store, sandbox, People(sandbox.url, session), session)
        await rig.found()
        yield rig
