"""The local workspace and the bot in one process, over real HTTP; people act, and what they see is text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import Any, TypeAlias

import aiohttp

from bot.demo.workspace import TEAM
from bot.process import Running, running
from bot.sandbox.client import ElementName, InView, People, Reply, Submission, container_of
from bot.sandbox.deliveries import ACKNOWLEDGE_SECONDS
from bot.sandbox.events import RETRY_SECONDS
from bot.sandbox.server import Sandbox
from bot.sandbox.signing import signature
from bot.sandbox.sockets import SocketTiming
from bot.sandbox.triggers import TRIGGER_SECONDS
from bot.sandbox.workspace import Timing
from domain.ports import UnitOfWork
from handlers.desk.budget import IN_TIME, Budget
from tests.fakes.time import ManualClock
from tests.integration.cast import CHANNELS, HANDLES, SECRET, USERS, settings, workspace_seed
from tests.integration.pacing import QuickLimits
from tests.integration.screen import buttons_of, message_text

Entry: TypeAlias = str | Sequence[str]
"""What is entered in a field: text, the value of the option chosen, or the values of those ticked."""

START = datetime(2027, 3, 3, 16, 0, tzinfo=UTC)
"""A Wednesday, 10:00 in Mexico City. Real time stands still there; the workspace's clock moves from there."""

DIRECT = "direct message"
TICK_SECONDS = 0.05
NEVER = 60.0
"""Seconds between ticks for tests that wait for no digest: longer than any of them."""
POSTED_WITHIN = 30.0
"""Seconds until what the bot posts by itself stands there, on a busy machine."""
DEFAULT_SOCKET = SocketTiming()


@dataclass(frozen=True, slots=True)
class Patience:
    """What the bot may take before its answer, and how many seconds the workspace waits for it.

    `retries` are the pauses before it sends an event again that was not taken.
    """

    budget: Budget = IN_TIME
    acknowledge: float = ACKNOWLEDGE_SECONDS
    trigger: float = TRIGGER_SECONDS
    retries: Sequence[float] = RETRY_SECONDS


AS_SLACK = Patience()
"""For tests of what comes too late."""
UNHURRIED = Patience(Budget(answer=20.0, acquaintance=20.0, slack=20.0), acknowledge=25.0, trigger=25.0)
"""For all others: how long an answer takes says how busy the machine is, not whether the bot is right.

Less than a test waits for what the page shows: an answer that is late is told from one that never comes.
"""


@dataclass(slots=True)
class Office:
    """Acts by handle and channel name. `seen` is what each person has read so far in each channel."""

    people: People
    sandbox: Sandbox
    bot: Running
    session: aiohttp.ClientSession
    clock: ManualClock
    expected: set[str] = field(default_factory=set)
    """Methods (or `response_url`, or commands) that a test makes fail: the watch over traffic lets them."""
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    async def types(self, who: str, where: str, line: str) -> Reply:
        """Type a slash command."""
        return await self.people.command(USERS[who], address(who, where), line)

    async def asks(self, who: str, where: str, line: str) -> str:
        """Type a slash command; what the person sees then that they had not seen."""
        await self.reads(who, where)
        reply = await self.types(who, where, line)
        assert reply.ok, f"{reply.error}: {reply.detail} {reply.violations}"
        return await self._new(who, where, answers=True)

    async def reads(self, who: str, where: str) -> str:
        """What the person has not read in the channel yet."""
        return await self._new(who, where)

    async def _new(self, who: str, where: str, *, answers: bool = False) -> str:
        """What is new; of `answers` without what the outbox posted behind them: that comes when it comes."""
        messages = await self.messages(who, where)
        already = self.seen.get((who, where), 0)
        while answers and len(messages) > already and "metadata" in messages[-1]:
            messages.pop()
        self.seen[who, where] = len(messages)
        texts = [message_text(message, who, author(message)) for message in messages[already:]]
        return "\n".join(texts)

    async def messages(self, who: str, where: str) -> list[dict[str, Any]]:
        """Everything the person sees in the channel, oldest first."""
        return await self.people.messages(USERS[who], address(who, where))

    @asynccontextmanager
    async def next_message(self, where: str) -> AsyncIterator[None]:
        """Leave once somebody has posted something in the channel since the block began."""
        channel = CHANNELS[where]
        async with self.people.stream(USERS["chair-us"]) as events:
            yield
            async with asyncio.timeout(POSTED_WITHIN):
                async for event in events:
                    if event["type"] == "message" and event["channel"] == channel:
                        return

    async def presses(self, who: str, where: str, label: str) -> str:
        """Press the newest button with this label; what the person sees then that they had not seen."""
        await self.reads(who, where)
        message, button = await self.button(who, where, label)
        element = ElementName(
            container_of(address(who, where), message), button["block_id"], button["action_id"]
        )
        reply = await self.people.action(USERS[who], element)
        assert reply.ok, f"{reply.error}: {reply.detail} {reply.violations}"
        return await self._new(who, where, answers=True)

    async def button(self, who: str, where: str, label: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """The newest message with such a button, and the button."""
        for message in reversed(await self.messages(who, where)):
            for button in buttons_of(message):
                if button["text"]["text"] == label:
                    return message, dict(button)
        raise AssertionError(f"{who} sees no [{label}] in {where}")

    async def forges(self, who: str, where: str, label: str, value: str) -> None:
        """Give the newest button with this label another value, as somebody who forges payloads would."""
        shown, button = await self.button(who, where, label)
        workspace = self.sandbox.workspace
        held = (
            workspace.ephemerals.get(shown["id"])
            if shown.get("ephemeral")
            else workspace.messages.get(address(who, where), shown["ts"])
        )
        assert held is not None
        for block in held.content.blocks:
            for element in block.get("elements", ()) if block["block_id"] == button["block_id"] else ():
                if element["action_id"] == button["action_id"]:
                    element["value"] = value

    async def form(self, who: str) -> dict[str, Any]:
        """The modal in front of the person."""
        views = await self.people.views(USERS[who])
        assert views, f"no form is open before {who}"
        return views[-1]

    async def submits(self, who: str, entries: Mapping[str, Entry]) -> Submission:
        """Fill in the modal and submit it; fields that are not named stay as they are."""
        view = await self.form(who)
        blocks = {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}
        values = {name: entered(blocks[name]["element"], entry) for name, entry in entries.items()}
        return await self.people.submit(USERS[who], view["id"], values)

    async def chooses(self, who: str, field: str, value: str) -> dict[str, Any]:
        """Choose in a field on which others depend; the modal as it is then."""
        view = await self.form(who)
        block = next(block for block in view["blocks"] if block.get("block_id") == field)
        element = ElementName(InView(view["id"]), field, block["element"]["action_id"])
        (action,) = entered(block["element"], value).values()
        reply = await self.people.action(USERS[who], element, action)
        assert reply.ok, f"{reply.error}: {reply.detail} {reply.violations}"
        return await self.form(who)

    async def offered(self, who: str, field: str, typed: str = "") -> dict[str, str]:
        """What a search of the modal offers for what is typed: each value with its words."""
        view = await self.form(who)
        block = next(block for block in view["blocks"] if block.get("block_id") == field)
        element = ElementName(InView(view["id"]), field, block["element"]["action_id"])
        answer = await self.people.suggest(USERS[who], element, typed)
        return {option["value"]: option["text"]["text"] for option in answer["options"]}

    async def pushes(self, who: str, label: str) -> dict[str, Any]:
        """Press the button with this label in the modal; the modal that is there then."""
        view = await self.form(who)
        button = next(button for button in buttons_of(view) if button["text"]["text"] == label)
        element = ElementName(InView(view["id"]), button["block_id"], button["action_id"])
        reply = await self.people.action(USERS[who], element)
        assert reply.ok, f"{reply.error}: {reply.detail} {reply.violations}"
        return await self.form(who)

    async def changes(self) -> dict[int, int]:
        """The number of the last change of each group: a write that was accepted moves one of them."""

        def query(uow: UnitOfWork) -> dict[int, int]:
            workspace = uow.workspace(TEAM.id)
            return {group: workspace.group(group).changes.last_number for group, _ in workspace.groups()}

        return await self.bot.services.store.read(query)

    async def exchanges(self, what: str) -> list[dict[str, Any]]:
        """The traffic of one method, command or kind of interaction."""
        return [exchange for exchange in await self.people.traffic() if exchange["what"] == what]

    async def post(
        self,
        body: bytes,
        content_type: str = "application/x-www-form-urlencoded",
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, str]:
        """Send a request as Slack would, signed unless `headers` say otherwise; its status and answer."""
        stamp = int(self.clock.now().timestamp())
        signed = {
            "X-Slack-Request-Timestamp": str(stamp),
            "X-Slack-Signature": signature(SECRET, stamp, body),
        }
        sent = {"Content-Type": content_type, **(signed if headers is None else headers)}
        async with self.session.post(self.bot.events_url, data=BytesIO(body), headers=sent) as response:
            return response.status, await response.text()


@asynccontextmanager
async def opened(
    database_url: str,
    folder: Path,
    tick_seconds: float = NEVER,
    *,
    sockets: bool = False,
    socket: SocketTiming = DEFAULT_SOCKET,
    patience: Patience = UNHURRIED,
) -> AsyncIterator[Office]:
    """Workspace and bot, started and stopped; requests go over HTTP, or with `sockets` over Socket Mode."""
    clock = ManualClock(START)
    wanted = settings(database_url, folder / "clock", tick_seconds, sockets=sockets)
    timing = Timing(
        acknowledge_seconds=patience.acknowledge,
        trigger_seconds=patience.trigger,
        retry_seconds=patience.retries,
        wall=lambda: clock.now().timestamp(),
        clock_file=wanted.clock_file,
        socket=socket,
    )
    sandbox = Sandbox(workspace_seed(wanted), timing)
    sandbox.workspace.limits = QuickLimits(monotonic, TEAM.id, enabled=True)
    await sandbox.start()
    told = wanted.model_copy(update={"api_url": sandbox.api_url})
    try:
        async with (
            running(told, clock, budget=patience.budget) as bot,
            aiohttp.ClientSession() as session,
        ):
            sandbox.set_request_url(bot.events_url)
            yield Office(People(sandbox.url, session), sandbox, bot, session, clock)
    finally:
        await sandbox.stop()


def address(who: str, where: str) -> str:
    """The id of a channel; of the person's direct message with the bot."""
    return f"D{USERS[who][1:]}" if where == DIRECT else CHANNELS[where]


def author(message: Mapping[str, Any]) -> str:
    """The handle of whoever wrote it."""
    return HANDLES.get(str(message["user"]), str(message["user"]))


def entered(element: Mapping[str, Any], entry: Entry) -> dict[str, dict[str, Any]]:
    """The state of an input's element when this is entered."""
    kind, action = element["type"], element["action_id"]
    if kind in {"plain_text_input", "number_input"}:
        value: dict[str, Any] = {"value": entry}
    elif kind == "timepicker":
        value = {"selected_time": entry}
    elif kind == "datepicker":
        value = {"selected_date": entry}
    elif kind == "checkboxes" or kind.startswith("multi_"):
        value = {"selected_options": [_option(element, chosen) for chosen in entry]}
    else:
        value = {"selected_option": _option(element, str(entry)) if entry else None}
    return {action: {"type": kind, **value}}


def _option(element: Mapping[str, Any], value: str) -> dict[str, Any]:
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": value}, "value": value}
    return next(dict(option) for option in element["options"] if option["value"] == value)
