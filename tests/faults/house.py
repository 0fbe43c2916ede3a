"""The house whole: the local workspace and the bot as processes of their own, over one database."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.marks import EVENT_TYPE
from bot.http import EVENTS_PATH
from bot.sandbox.client import People, Reply
from tests.faults.group import APP_TOKEN, CHANNEL, SECRET, TOKEN, found, workspace_seed
from tests.faults.nursery import BOT, WORKSPACE, Child, Nursery
from tests.faults.programs import PATIENCE, until
from tests.faults.stored import Database
from tests.payloads.checking import kept, unexplained

QUICK = {
    "RAPPORTEUR_TICK_SECONDS": "0.1",
    "RAPPORTEUR_LEASE_SECONDS": "1.5",
    "RAPPORTEUR_POST_TIMEOUT_SECONDS": "1",
    "RAPPORTEUR_FIRST_LOOK_SECONDS": "0.2",
    "RAPPORTEUR_SECOND_LOOK_SECONDS": "0.8",
}
"""The product's proportions, about a fiftieth as long."""
OVER_SOCKETS = {"SLACK_APP_TOKEN": APP_TOKEN}
"""Socket Mode instead of HTTP."""

_ADDRESS = re.compile(r"http://[\d.]+:(\d+)")


class House:
    """Tests kill the bot and start it again, on the same database and port."""

    def __init__(
        self,
        nursery: Nursery,
        folder: Path,
        database_url: str,
        session: ClientSession,
        timings: Mapping[str, str],
    ) -> None:
        self._folder = folder
        self._timings = timings
        self._session = session
        self._workspace = Child(
            nursery,
            [WORKSPACE, str(folder / "seed.json"), "--clock-file", str(folder / "clock")],
            folder,
            "workspace",
        )
        self.bot = Child(nursery, [BOT, "serve"], folder, "bot")
        self._port = "0"
        self.bot_url = self.workspace_url = ""
        self.database_url = database_url
        self.database = Database(database_url)

    @property
    def people(self) -> People:
        """Who acts in the workspace."""
        return People(self.workspace_url, self._session)

    @property
    def settings(self) -> dict[str, str]:
        """The bot's."""
        return {
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": f"{self.workspace_url}/api/",
            "DATABASE_URL": self.database_url,
            "PORT": self._port,
            "RAPPORTEUR_CLOCK_FILE": str(self._folder / "clock"),
            **self._timings,
        }

    @property
    def complaints(self) -> str:
        """All that the bot wrote to its log."""
        return self.bot.complaints()

    async def open_workspace(self) -> None:
        """Start the workspace; the group is founded while it starts."""
        seed = workspace_seed(sockets="SLACK_APP_TOKEN" in self._timings)
        (self._folder / "seed.json").write_text(seed.model_dump_json())
        self.workspace_url, _ = await asyncio.gather(self._workspace.start(), found(self.database_url))

    async def open_bot(self) -> None:
        """Start the bot and wait until it can serve."""
        line = await self.bot.start(self.settings)
        address = _ADDRESS.search(line)
        assert address is not None, line
        self.bot_url, self._port = address.group(), address.group(1)
        await until(self._is_ready)
        await self.people.request_url(self.bot_url + EVENTS_PATH)

    async def kill_bot(self) -> None:
        """End it as `kill -9` does, and wait for its end."""
        self.bot.kill()
        await self.bot.ended()

    async def close(self) -> None:
        """End every process."""
        await self.bot.end()
        await self._workspace.end()

    async def status(self, path: str) -> int | None:
        """What the bot answers to a GET; None when it does not."""
        try:
            async with self._session.get(self.bot_url + path) as answer:
                return answer.status
        except ClientError:
            return None

    async def is_deaf(self) -> bool:
        """Whether the bot takes no new connections; those that are open may still be served."""
        address = urlsplit(self.bot_url)
        try:
            _, writer = await asyncio.open_connection(address.hostname, address.port)
        except ConnectionRefusedError:
            return True
        writer.close()
        return False

    async def _is_ready(self) -> bool:
        return await self.status("/readyz") == HTTPStatus.OK

    async def say(self, user: str, text: str) -> Reply:
        """Somebody types the command in the channel."""
        return await self.people.command(user, CHANNEL, f"/wg {text}")

    async def deliveries_in_channel(self) -> Counter[str]:
        """How often the first message of each delivery stands in the channel, by the delivery's key."""
        client = AsyncWebClient(
            token=TOKEN, base_url=f"{self.workspace_url}/api/", session=self._session, retry_handlers=[]
        )
        marks: list[dict[str, Any]] = []
        cursor: str | None = ""
        while cursor is not None:
            history = await client.conversations_history(
                channel=CHANNEL, include_all_metadata=True, limit=PAGE, cursor=cursor or None
            )
            marks += [message.get("metadata", {}) for message in history["messages"]]
            cursor = (history.get("response_metadata") or {}).get("next_cursor") or None
        return Counter(
            mark["event_payload"]["delivery"] for mark in marks if mark.get("event_type") == EVENT_TYPE
        )


PAGE = 999
"""Messages of the history at a time, the most Slack gives; writers under load leave more."""


@asynccontextmanager
async def opened(
    nursery: Nursery, folder: Path, database_url: str, timings: Mapping[str, str] = QUICK
) -> AsyncIterator[House]:
    """A house with its workspace and bot running; both end with the block, whatever happened in it."""
    patient = ClientTimeout(total=PATIENCE)
    async with ClientSession(connector=TCPConnector(limit=0), timeout=patient) as session:
        house = House(nursery, folder, database_url, session, timings)
        try:
            await house.open_workspace()
            await house.open_bot()
            yield house
            objections = unexplained(kept(await house.people.payloads()))
        finally:
            await house.close()
    assert "Traceback" not in house.complaints
    assert objections == []
