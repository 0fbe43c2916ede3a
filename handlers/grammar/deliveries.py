"""What is asked of the digests that were sent: `log`, `log arrived 12/1`, `envíos reenviar 12/1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode


class Decision(StrEnum):
    """What somebody says of a digest in doubt."""

    ARRIVED = "arrived"
    RESEND = "resend"


@dataclass(frozen=True, slots=True)
class LogWanted:
    """The log, or a decision about the delivery with this number as it was after so many attempts."""

    decision: Decision | None = None
    number: int = 0
    attempts: int = 0

    def line(self) -> str:
        """The line that asks for it."""
        if self.decision is None:
            return "digest log"
        return f"digest log {self.decision.value} {self.number}/{self.attempts}"


_LOG = frozenset({"log", "envio", "envios", "registro", "bitacora", "historial"})
_DECISIONS = {
    "arrived": Decision.ARRIVED,
    "llego": Decision.ARRIVED,
    "resend": Decision.RESEND,
    "reenviar": Decision.RESEND,
}
_WHICH = re.compile(r"([0-9]{1,18})/([0-9]{1,6})")


def read_log(text: str) -> LogWanted | Problem | None:
    """What the words behind `digest` ask of the log; None when they do not ask for it."""
    first, _, others = scannable(text).strip().partition(" ")
    if folded(first) not in _LOG:
        return None
    words = others.split()
    if not words:
        return LogWanted()
    decision = _DECISIONS.get(folded(words[0]))
    which = _WHICH.fullmatch(" ".join(words[1:]))
    if decision is None or which is None:
        return Problem(ProblemCode.DIGEST_NUMBER_UNKNOWN, others.strip())
    return LogWanted(decision, int(which[1]), int(which[2]))
