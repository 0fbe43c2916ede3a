"""Real time as Slack tells it: the machine's clock, put right by the dates of Slack's answers.

Slack stamps messages by its clock, and every process on a database asks the same Slack: whose clock the
machine has set is of no account (docs/decisions/0005).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from types import SimpleNamespace
from typing import TypeAlias

import structlog
from aiohttp import ClientSession, TraceConfig, TraceRequestEndParams
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import log_events
from bot.delivery.answers import TRANSPORT_ERRORS, date_of
from domain.ports import Clock

TOLERANCE = timedelta(minutes=1)
"""Up to here the two agree: a date is of a whole second, and of when the answer set out."""

Run: TypeAlias = Callable[[], Awaitable[bool]]


class SlackClock:
    """The machine's clock, corrected while Slack's is further off than TOLERANCE.

    `monotonic` (seconds) shows that the machine's clock was set meanwhile: until Slack has said what time
    it is, nobody knows then. Before Slack's first answer the machine is believed.
    """

    def __init__(self, machine: Clock, monotonic: Callable[[], float]) -> None:
        self._machine = machine
        self._monotonic = monotonic
        self._skew = timedelta()
        self._heard: tuple[datetime, float] | None = None
        self._log = structlog.get_logger()

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return self._machine.now() - self._skew

    @property
    def skew(self) -> timedelta:
        """How far the machine's clock is ahead of Slack's; nothing while they agree."""
        return self._skew

    @property
    def is_in_doubt(self) -> bool:
        """Whether the machine's clock was set, or the machine slept, since Slack was last heard."""
        if self._heard is None:
            return False
        machine, monotonic = self._heard
        shown = (self._machine.now() - machine).total_seconds()
        return abs(shown - (self._monotonic() - monotonic)) > TOLERANCE.total_seconds()

    def hear(self, date: datetime) -> None:
        """Slack said that it is then, just now."""
        machine = self._machine.now()
        ahead = machine - date
        skew = ahead if abs(ahead) > TOLERANCE else timedelta()
        if abs(skew - self._skew) > TOLERANCE:
            self._log.warning(log_events.CLOCK_CORRECTED, machine_ahead_seconds=round(skew.total_seconds()))
        self._skew = skew
        self._heard = (machine, self._monotonic())

    def believe(self) -> None:
        """Slack answered without a date: take the machine's clock as it is."""
        self.hear(self._machine.now())


def skew_of(real: Clock) -> timedelta:
    """How far the machine is ahead of Slack; nothing for a clock that hears nobody."""
    return real.skew if isinstance(real, SlackClock) else timedelta()


def hearing(real: Clock, api_url: str) -> list[TraceConfig]:
    """What a session needs so that the clock hears Slack's answers; nothing for a clock that hears nobody."""
    if not isinstance(real, SlackClock):
        return []
    clock = real

    async def ended(_: ClientSession, __: SimpleNamespace, told: TraceRequestEndParams) -> None:
        date = date_of(told.response.headers)
        is_slack = told.response.status == HTTPStatus.OK and str(told.url).startswith(api_url)
        if is_slack and date is not None:
            clock.hear(date)

    trace = TraceConfig()
    trace.on_request_end.append(ended)
    return [trace]


def in_time(real: Clock, client: AsyncWebClient) -> Callable[[Run], Run]:
    """Makes ticks ask Slack first when the time is in doubt, and do nothing while Slack does not answer."""

    async def is_known() -> bool:
        if not isinstance(real, SlackClock) or not real.is_in_doubt:
            return True
        try:
            await client.auth_test()
        except SlackApiError:
            return not real.is_in_doubt
        except TRANSPORT_ERRORS:
            return False
        if real.is_in_doubt:
            real.believe()
        return True

    def wrapped(run: Run) -> Run:
        async def tick() -> bool:
            return await is_known() and await run()

        return tick

    return wrapped
