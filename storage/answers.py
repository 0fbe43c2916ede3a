"""A cache of reads: answers that were given before, kept until what they were read from changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from storage.tables.channels import binding
from storage.tables.groups import charter
from storage.tables.people import member, person

T = TypeVar("T")

GLANCED = frozenset({binding.name, charter.name, member.name, person.name})
"""The tables that `Store.glance` is about."""

LASTING_SECONDS = 1.0
"""How long an answer serves at most: so much later what others than this process write is seen."""

KEPT = 2048
"""Answers kept in memory; past it all are forgotten."""


class Answers:
    """What one store has read, cached for its loop and threads. `monotonic` tells seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._lock = Lock()
        self._forgotten = 0
        self._answers: dict[Hashable, tuple[Any, float]] = {}

    async def recall(self, key: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        """The answer under the key; asked for where there is none that serves."""
        found = self._answers.get(key)
        if found is not None and self._monotonic() < found[1]:
            kept: T = found[0]
            return kept
        forgotten = self._forgotten
        answer = await ask()
        with self._lock:
            # What was forgotten meanwhile may be what was read.
            if forgotten == self._forgotten:
                self._keep(key, answer)
        return answer

    def forget(self) -> None:
        """Something was committed that may make answers others: to be called before anybody hears of it."""
        with self._lock:
            self._forgotten += 1
            self._answers.clear()

    def _keep(self, key: Hashable, answer: object) -> None:
        if len(self._answers) >= KEPT:
            self._answers.clear()
        self._answers[key] = (answer, self._monotonic() + LASTING_SECONDS)
