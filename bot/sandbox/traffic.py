"""The last requests and answers between the workspace and the app."""

from collections import deque
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.shapes import JsonObject
from bot.sandbox.stream import Stream

REMEMBERED_REQUESTS = 500


@dataclass(frozen=True, slots=True)
class Exchange:
    """`status` is None when no answer came; bodies are JSON or text."""

    direction: Literal["to_app", "to_workspace"]
    what: str
    status: int | None
    elapsed_ms: float
    request: object
    answer: object

    def as_json(self) -> JsonObject:
        return {
            "direction": self.direction,
            "what": self.what,
            "status": self.status,
            "elapsed_ms": round(self.elapsed_ms, 2),
            "request": self.request,
            "answer": self.answer,
        }


class Traffic:
    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._exchanges: deque[Exchange] = deque(maxlen=REMEMBERED_REQUESTS)

    def record(self, exchange: Exchange) -> None:
        self._exchanges.append(exchange)
        if self._stream.has_readers:
            self._stream.publish({"type": "traffic", **exchange.as_json()}, remember=False)

    def last(self) -> list[JsonObject]:
        return [exchange.as_json() for exchange in self._exchanges]

    def forget(self) -> None:
        """Begin anew: a long story is looked at in parts."""
        self._exchanges.clear()
