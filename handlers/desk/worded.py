"""Messages worded a moment ago, for who asks the same while nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from handlers.parts.message import Message

KEPT = 256
"""Messages kept in memory; past it all are forgotten."""


@dataclass(frozen=True, slots=True)
class Worded:
    """Messages by name, each with the very objects it was worded from: views are pure."""

    _messages: dict[Hashable, tuple[tuple[object, ...], Message]] = field(default_factory=dict)

    def recall(self, name: Hashable, sources: tuple[object, ...], word: Callable[[], Message]) -> Message:
        """The message under the name when it was worded from these objects; else worded now."""
        found = self._messages.get(name)
        if found is not None and all(one is other for one, other in zip(found[0], sources, strict=True)):
            return found[1]
        message = word()
        if len(self._messages) >= KEPT:
            self._messages.clear()
        self._messages[name] = (sources, message)
        return message
