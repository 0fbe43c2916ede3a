"""What happens in the workspace, told live to the people who may see it."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.sandbox.shapes import JsonObject

REMEMBERED_EVENTS = 2_000
# A reader further behind is sent away and reads the workspace anew.
MAX_BEHIND = 10_000

Audience: TypeAlias = Callable[[str], bool]


def _nothing() -> None:
    """There is no connection to end."""


@dataclass(frozen=True, slots=True)
class StreamEvent:
    number: int
    body: JsonObject
    audience: Audience


@dataclass(eq=False, slots=True)
class Subscription:
    """One reader; None in the queue ends it, `abort` its connection when it does not read."""

    user: str
    queue: asyncio.Queue[StreamEvent | None] = field(default_factory=asyncio.Queue)
    abort: Callable[[], None] = _nothing

    def send_away(self) -> None:
        """End it now: what waits is not told, and nothing waits for what is being told."""
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(None)
        self.abort()


def everybody(_user: str) -> bool:
    return True


def only(user_id: str) -> Audience:
    return lambda user: user == user_id


class Stream:
    def __init__(self) -> None:
        self._number = 0
        self._past: deque[StreamEvent] = deque(maxlen=REMEMBERED_EVENTS)
        self._subscriptions: set[Subscription] = set()
        self._closed = False

    @property
    def has_readers(self) -> bool:
        return bool(self._subscriptions)

    def publish(self, body: JsonObject, audience: Audience = everybody, *, remember: bool = True) -> None:
        self._number += 1
        event = StreamEvent(self._number, body, audience)
        if remember:
            self._past.append(event)
        for subscription in tuple(self._subscriptions):
            if not audience(subscription.user):
                continue
            if subscription.queue.qsize() >= MAX_BEHIND:
                self._subscriptions.discard(subscription)
                subscription.send_away()
            else:
                subscription.queue.put_nowait(event)

    @contextmanager
    def subscribe(self, user: str, after: int | None = None) -> Iterator[Subscription]:
        """A reader, first given what it missed since event number `after`."""
        subscription = Subscription(user)
        if after is not None:
            for event in self._past:
                if event.number > after and event.audience(user):
                    subscription.queue.put_nowait(event)
        if self._closed:
            subscription.queue.put_nowait(None)
        self._subscriptions.add(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.discard(subscription)

    def close(self) -> None:
        self._closed = True
        for subscription in self._subscriptions:
            subscription.queue.put_nowait(None)
