"""The control: the bot without its second look.

Whoever is in doubt about a message is told that it is not there: what the design forbids, and what the suite
must be able to see.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta

from bot.delivery.destination import Destinations
from bot.delivery.poster import ClientFor
from bot.logs import configure_logs
from bot.process import running, until_stopped
from bot.settings import Settings
from domain.delivery import Delivery, Part
from domain.sending import Finding, Obscured, Seen, Unreadable


class Blind:
    """Finds nothing, and takes nothing away."""

    def __init__(self, client_for: ClientFor, destinations: Destinations, margin: timedelta) -> None:
        self._unused = (client_for, destinations, margin)

    async def find(self, delivery: Delivery, part: Part) -> Finding:  # noqa: ARG002 - it does not look
        """Nothing stands there."""
        return Seen(())

    async def remove(self, delivery: Delivery, ts: str) -> Obscured | Unreadable | None:  # noqa: ARG002 - the same
        """It is gone."""
        return None


async def serve() -> None:
    """Until told to end."""
    async with running(Settings(), reconciler=Blind) as bot:  # type: ignore[call-arg]  # from the environment
        sys.stdout.write(f"Rapporteur listens on {bot.url}\n")
        sys.stdout.flush()
        await until_stopped()


def main() -> None:
    """As `serve` of the product does."""
    configure_logs()
    asyncio.run(serve())
