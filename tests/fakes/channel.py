"""A Slack channel in memory, as the delivery worker sees it: it takes posts and shows its history."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from domain.delivery import Delivery, Part
from domain.sending import Accepted, Ambiguous, Answer, Finding, Obscured, Seen, Unreadable


@dataclass(frozen=True, slots=True)
class Posted:
    """One message that stands in a channel."""

    ts: str
    channel: str
    key: str
    position: int
    text: str


Meanwhile = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class FakeChannel:
    """Takes every post, unless an answer is planned: an Ambiguous one is taken and not told.

    `hidden` posts are not shown by the history yet; `meanwhile` happens between sending and answer.
    """

    answers: deque[Answer] = field(default_factory=deque)
    findings: deque[Finding] = field(default_factory=deque)
    obstacles: deque[Obscured | Unreadable] = field(default_factory=deque)
    messages: list[Posted] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    posts: int = 0
    looks: int = 0
    hidden: int = 0
    meanwhile: Meanwhile | None = None
    _next_ts: int = 1

    async def post(self, delivery: Delivery, part: Part, *, plain: bool) -> Answer:
        self.posts += 1
        answer = self.answers.popleft() if self.answers else None
        payload: Any = part.payload.plain if plain else part.payload.rich
        if answer is None or isinstance(answer, Ambiguous):
            ts = self.stand(delivery, part, str(payload["text"]))
            answer = answer or Accepted(ts)
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        return answer

    def stand(self, delivery: Delivery, part: Part, text: str = "rich") -> str:
        """A message is there, however it came."""
        ts = f"{self._next_ts}.000000"
        self._next_ts += 1
        self.messages.append(Posted(ts, delivery.channel, delivery.key, part.position, text))
        return ts

    async def find(self, delivery: Delivery, part: Part) -> Finding:
        self.looks += 1
        if self.findings:
            return self.findings.popleft()
        shown = self.messages[: len(self.messages) - self.hidden]
        mine = [found.ts for found in shown if (found.key, found.position) == (delivery.key, part.position)]
        return Seen(tuple(sorted(mine)))

    async def remove(self, delivery: Delivery, ts: str) -> Obscured | Unreadable | None:
        if self.obstacles:
            return self.obstacles.popleft()
        self.messages = [
            found for found in self.messages if (found.channel, found.ts) != (delivery.channel, ts)
        ]
        self.removed.append(ts)
        return None

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages]
