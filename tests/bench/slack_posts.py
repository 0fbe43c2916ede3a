"""A Slack that takes posts for any number of workspaces, keeps their limits and counts: in its own process.

Limits (docs.slack.dev/apis/web-api/rate-limits): about a message a second in a channel, several hundred a
minute in a workspace. Every so many posts are taken and answered with 500: something to look up.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

CHANNEL_SECONDS = 0.95
"""Between two messages in a channel: clocks of two processes do not tick together."""
WORKSPACE_A_MINUTE = 300
MINUTE = 60.0
TOKEN = "xoxb-"


@dataclass(slots=True)
class Posts:
    """What stands in every channel, and what was refused. Times are seconds of this process."""

    troubled: int
    """Every so many posts are taken and not told; 0: none."""
    way: float = 0.0
    """Seconds until an answer arrives: the network's and Slack's own."""
    channels: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    last: dict[tuple[str, str], float] = field(default_factory=dict)
    minutes: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    counts: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)

    async def call(self, request: web.Request) -> web.Response:
        """The methods that deliveries need."""
        workspace = request.headers["Authorization"].removeprefix(f"Bearer {TOKEN}")
        method = request.match_info["method"]
        if method == "chat.postMessage":
            answer = self._post(workspace, await request.json())
            await asyncio.sleep(self.way)
            return answer
        if method == "conversations.history":
            return self._history(workspace, dict(await request.post()) or dict(request.query))
        return web.json_response({"ok": False, "error": "unknown_method"})

    async def figures(self, _: web.Request) -> web.Response:
        """What was counted, and whose posts came in which order."""
        keys = Counter(
            (place, message["metadata"]["event_payload"]["delivery"])
            for place, messages in self.channels.items()
            for message in messages
        )
        doubles = sum(count - 1 for count in keys.values())
        counted = {"messages": len(keys), "doubles": doubles, **self.counts}
        return web.json_response({"counted": counted, "order": self.order})

    def _post(self, workspace: str, sent: dict[str, Any]) -> web.Response:
        now, place = time.monotonic(), (workspace, sent["channel"])
        minute = self.minutes[workspace]
        while minute and minute[0] <= now - MINUTE:
            minute.popleft()
        is_early = now - self.last.get(place, -MINUTE) < CHANNEL_SECONDS
        if is_early or len(minute) >= WORKSPACE_A_MINUTE:
            self.counts["limited"] += 1
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"}
            )
        self.last[place] = now
        minute.append(now)
        self.counts["posts"] += 1
        self.order.append(workspace)
        ts = f"{time.time():.6f}"
        self.channels[place].append({"ts": ts, "metadata": sent["metadata"]})
        if self.troubled and self.counts["posts"] % self.troubled == 0:
            self.counts["troubled"] += 1
            return web.Response(status=500)
        return web.json_response({"ok": True, "ts": ts, "channel": sent["channel"]})

    def _history(self, workspace: str, asked: dict[str, Any]) -> web.Response:
        self.counts["looks"] += 1
        messages = self.channels[workspace, str(asked["channel"])]
        found = [one for one in messages if float(one["ts"]) >= float(asked["oldest"])]
        return web.json_response({"ok": True, "messages": found[::-1]})


async def serving(troubled: int, way: float = 0.0) -> tuple[web.AppRunner, str]:
    """The server, and the address of its Web API."""
    posts = Posts(troubled, way)
    app = web.Application(client_max_size=1024 * 1024)
    app.router.add_route("*", "/api/{method}", posts.call)
    app.router.add_get("/figures", posts.figures)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/api/"


async def _serve(troubled: int, way: float) -> None:
    _, url = await serving(troubled, way)
    sys.stdout.write(json.dumps({"url": url}) + "\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--troubled", type=int, default=0)
    options.add_argument("--way", type=float, default=0.0)
    asked = options.parse_args()
    asyncio.run(_serve(asked.troubled, asked.way))
