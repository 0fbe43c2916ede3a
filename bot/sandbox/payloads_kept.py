"""What the app sent: payloads that were accepted, and those that were refused with their reasons."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.shapes import JsonObject

# More than a test or a long demonstration sends; the oldest go first.
KEPT_PAYLOADS = 20_000

PayloadKind = Literal[
    "message",
    "ephemeral",
    "update",
    "response",
    "acknowledgement",
    "view",
    "submission_response",
    "suggestions",
]


@dataclass(frozen=True, slots=True)
class AcceptedPayload:
    """`via` is the method, `response_url`, the command or the type of interaction it came by."""

    kind: PayloadKind
    via: str
    payload: JsonObject

    def as_json(self) -> JsonObject:
        return {"kind": self.kind, "via": self.via, "payload": self.payload}


@dataclass(frozen=True, slots=True)
class Rejection:
    """`violations` are {path, rule, message}; there are none when not the payload itself was wrong."""

    via: str
    error: str
    violations: Sequence[Mapping[str, str]]
    payload: object

    def as_json(self) -> JsonObject:
        return {
            "via": self.via,
            "error": self.error,
            "violations": [dict(violation) for violation in self.violations],
            "payload": self.payload,
        }


class PayloadsKept:
    """Oldest first; nothing in them may be changed."""

    def __init__(self) -> None:
        self._accepted: deque[AcceptedPayload] = deque(maxlen=KEPT_PAYLOADS)
        self._rejected: deque[Rejection] = deque(maxlen=KEPT_PAYLOADS)

    @property
    def accepted(self) -> list[AcceptedPayload]:
        return list(self._accepted)

    @property
    def rejected(self) -> list[Rejection]:
        return list(self._rejected)

    def accept(self, kind: PayloadKind, via: str, payload: JsonObject) -> None:
        self._accepted.append(AcceptedPayload(kind, via, payload))

    def reject(self, via: str, error: str, violations: Sequence[Mapping[str, str]], payload: object) -> None:
        self._rejected.append(Rejection(via, error, violations, payload))
