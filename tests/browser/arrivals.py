"""Waiting at the app for what somebody did on the page: events of messages arrive on the same way."""

import asyncio
from typing import Any

from tests.integration.sandbox.fake_app import FakeApp

PATIENCE_SECONDS = 30


async def interaction(app: FakeApp, kind: str = "block_actions") -> dict[str, Any]:
    """The payload of the first interaction of this kind, as soon as it is there."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            for payload in app.payloads:
                if payload["type"] == kind:
                    return payload
            await app.arrivals(len(app.received) + 1)


async def action(app: FakeApp) -> dict[str, Any]:
    """The action of the first click or choice."""
    found: dict[str, Any] = (await interaction(app))["actions"][0]
    return found
