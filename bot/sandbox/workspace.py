"""The workspace whole: every part of its state and the ways out of it, built from a seed."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.sandbox.clock import SandboxClock, Timestamps, as_timestamp
from bot.sandbox.directory import Directory
from bot.sandbox.dispatch import ACKNOWLEDGE_SECONDS, Dispatcher
from bot.sandbox.events import RETRY_SECONDS, EventSender
from bot.sandbox.faults import FaultPlan
from bot.sandbox.limits import RateLimits
from bot.sandbox.messages import EphemeralLog, MessageLog
from bot.sandbox.over_http import OverHttp
from bot.sandbox.payloads_kept import PayloadsKept
from bot.sandbox.posting import Posting
from bot.sandbox.rendering import Rendering
from bot.sandbox.response_urls import Origin, ResponseUrls
from bot.sandbox.seed import AppSeed, TeamSeed, WorkspaceSeed
from bot.sandbox.sockets import Sockets, SocketTiming
from bot.sandbox.stream import Stream
from bot.sandbox.tokens import Tokens
from bot.sandbox.traffic import Traffic
from bot.sandbox.triggers import TRIGGER_SECONDS, Triggers
from bot.sandbox.views import Views


@dataclass(frozen=True, slots=True)
class Timing:
    """The workspace's measures of time, in seconds.

    Triggers, response URLs, rate limits and acknowledgements run on `monotonic`, signatures and events on
    `wall`; only messages and views carry the workspace's own clock, which is `wall` moved forward.
    """

    acknowledge_seconds: float = ACKNOWLEDGE_SECONDS
    trigger_seconds: float = TRIGGER_SECONDS
    retry_seconds: Sequence[float] = RETRY_SECONDS
    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    clock_file: Path | None = None
    socket: SocketTiming = field(default_factory=SocketTiming)


@dataclass(slots=True)
class Workspace:
    """State in memory.

    `url` is known once the server listens; `history_lag` is time of the workspace's clock;
    `commercial_distribution` and `unsupported_blocks` as in the seed.
    """

    team: TeamSeed
    app: AppSeed
    clock: SandboxClock
    timestamps: Timestamps
    directory: Directory
    messages: MessageLog
    ephemerals: EphemeralLog
    rendering: Rendering
    views: Views
    triggers: Triggers
    response_urls: ResponseUrls
    limits: RateLimits
    faults: FaultPlan
    stream: Stream
    traffic: Traffic
    dispatcher: Dispatcher
    sockets: Sockets
    events: EventSender
    posting: Posting
    tokens: Tokens
    timing: Timing
    commercial_distribution: bool
    unsupported_blocks: frozenset[str]
    payloads: PayloadsKept = field(default_factory=PayloadsKept)
    url: str = ""
    history_lag: timedelta = field(default_factory=timedelta)

    def history_horizon(self) -> str:
        """Messages at or after this ts are not in the history yet; text above every ts when nothing lags."""
        if not self.history_lag:
            return "~"
        seen = self.clock.now() - self.history_lag
        return as_timestamp(round(seen.timestamp() * 1_000_000) + 1)

    def response_url(self, user: str, channel: str, origin: Origin | None = None) -> str:
        """A fresh address for answers to what `user` did in `channel`."""
        return f"{self.url}/response/{self.response_urls.issue(user, channel, origin)}"


def build_workspace(seed: WorkspaceSeed, timing: Timing) -> Workspace:
    clock = SandboxClock(real=lambda: datetime.fromtimestamp(timing.wall(), UTC), path=timing.clock_file)
    directory, stream = Directory(seed), Stream()
    traffic, faults = Traffic(stream), FaultPlan()
    sockets = _sockets(seed, timing, faults)
    dispatcher = _way_to_app(seed, timing, traffic, sockets)
    events = EventSender(
        seed.app,
        seed.team.id,
        dispatcher,
        wall_seconds=timing.wall,
        retry_seconds=timing.retry_seconds,
        is_shared=directory.is_shared,
    )
    posting = _posting(seed, clock, directory, stream, events)
    return Workspace(
        team=seed.team,
        app=seed.app,
        clock=clock,
        timestamps=posting.timestamps,
        directory=directory,
        messages=posting.log,
        ephemerals=posting.ephemerals,
        rendering=posting.rendering,
        views=Views(seed.app, seed.team.id, lambda: clock.now().timestamp()),
        triggers=Triggers(timing.monotonic, seed.team.id, timing.trigger_seconds),
        response_urls=ResponseUrls(timing.monotonic),
        limits=RateLimits(timing.monotonic, seed.team.id, enabled=seed.rate_limits),
        faults=faults,
        stream=stream,
        traffic=traffic,
        dispatcher=dispatcher,
        sockets=sockets,
        events=events,
        posting=posting,
        tokens=Tokens(seed.app, timing.monotonic),
        timing=timing,
        commercial_distribution=seed.commercial_distribution,
        unsupported_blocks=frozenset(seed.unsupported_blocks),
    )


def _sockets(seed: WorkspaceSeed, timing: Timing, faults: FaultPlan) -> Sockets:
    sockets = Sockets(seed.app.id, faults, timing.monotonic, timing.socket, timing.acknowledge_seconds)
    sockets.enabled = seed.app.socket_mode
    return sockets


def _way_to_app(seed: WorkspaceSeed, timing: Timing, traffic: Traffic, sockets: Sockets) -> Dispatcher:
    http = OverHttp(
        seed.app.request_url,
        seed.app.signing_secret,
        wall_seconds=timing.wall,
        monotonic=timing.monotonic,
        acknowledge_seconds=timing.acknowledge_seconds,
    )
    return Dispatcher(http, sockets, traffic)


def _posting(
    seed: WorkspaceSeed, clock: SandboxClock, directory: Directory, stream: Stream, events: EventSender
) -> Posting:
    log = MessageLog()
    return Posting(
        bot_user_id=seed.app.bot_user_id,
        directory=directory,
        log=log,
        ephemerals=EphemeralLog(),
        rendering=Rendering(seed.app, seed.team.id, directory, log),
        timestamps=Timestamps(clock),
        stream=stream,
        events=events,
    )
