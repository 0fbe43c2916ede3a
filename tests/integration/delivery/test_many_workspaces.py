"""Digests of many workspaces that are due in the same minute: each once, and none behind a large group."""

from __future__ import annotations

import asyncio

from bot.delivery.ticks import materialising
from domain.ports import Store, UnitOfWork
from tests.bench.rush import MONDAY, Rush, Shifted, delivering, figures, filled, pending, sent
from tests.bench.slack_posts import serving
from tests.fakes.scene import FOUNDED_AT

SMALL = Rush(subscriptions=200, workspaces=20, channels=10, tick=0.2)
LARGE = Rush(subscriptions=40, workspaces=1, channels=40, tick=0.2)
"""The workspace that sorts first, with more digests than all others together had room for at once."""


async def test_every_digest_arrives_once_and_workspaces_take_turns(store: Store) -> None:
    await filled(store, SMALL)

    def more(uow: UnitOfWork) -> None:
        record = uow.workspace(LARGE.names[0]).group(1)
        LARGE.bind(uow, LARGE.names[0], record.group.id)
        LARGE.subscribe(record)

    await store.write(more)
    clock = Shifted(FOUNDED_AT + MONDAY)
    made = materialising(store, clock)
    while await made():
        pass
    runner, api_url = await serving(troubled=0)
    try:
        async with delivering(store, SMALL, api_url, clock), asyncio.timeout(60):
            while await pending(store):  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(0.2)
        told = await figures(api_url)
    finally:
        await runner.cleanup()
    total = SMALL.subscriptions + LARGE.subscriptions
    counted = told["counted"]
    assert (counted["messages"], counted["doubles"]) == (total, 0)
    assert counted.get("limited", 0) == 0
    assert len(await sent(store, Rush(subscriptions=total + 1, workspaces=1))) == total
    assert len(set(told["order"][: 2 * SMALL.workspaces])) == SMALL.workspaces
