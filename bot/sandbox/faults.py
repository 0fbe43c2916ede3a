"""Planned faults of the Web API, of response URLs and of Socket Mode."""

from dataclasses import dataclass
from typing import Literal

Effect = Literal[
    "ratelimited",
    "refused",
    "error_before",
    "error_after",
    "drop_before",
    "drop_after",
    "delay",
    "delay_after",
    "empty",
    "not_json",
    "twice",
]

EVERY_METHOD = "*"
RESPONSE_URL = "response_url"
# Envelopes of every kind, or of one.
SOCKET_MODE = "socket_mode"
SOCKET_KINDS = ("slash_commands", "interactive", "events_api")
SOCKET_EFFECTS: tuple[Effect, ...] = ("drop_before", "drop_after", "delay", "twice")


@dataclass(frozen=True, slots=True)
class Fault:
    """One planned fault.

    `error_before`, `drop_before`, `ratelimited` and `refused` (with Slack's code `error`) leave the call
    undone; `delay` does it `seconds` late;
    `error_after`, `drop_after`, `delay_after`, `empty` and `not_json` do it, and the app does not learn so
    in time. Of Socket Mode, `drop_before` loses connection and envelope, `drop_after` the connection once
    the envelope is out, `twice` delivers the envelope two times.
    """

    method: str
    effect: Effect
    times: int = 1
    skip: int = 0
    retry_after: int = 1
    seconds: float = 0.0
    error: str = "access_denied"


@dataclass(slots=True)
class _Planned:
    fault: Fault
    skips_left: int
    times_left: int


class FaultPlan:
    """Faults by method; each lets `skip` calls pass and then meets `times` of them, in the order planned."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def add(self, fault: Fault) -> None:
        self._planned.append(_Planned(fault, skips_left=fault.skip, times_left=fault.times))

    def clear(self) -> None:
        self._planned.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that this call of the method meets."""
        return self._take((method, EVERY_METHOD))

    def take_for_socket(self, kind: str) -> Fault | None:
        """The fault that this envelope meets."""
        return self._take((kind, SOCKET_MODE))

    def _take(self, names: tuple[str, str]) -> Fault | None:
        for planned in self._planned:
            if planned.fault.method not in names:
                continue
            if planned.skips_left:
                planned.skips_left -= 1
                return None
            planned.times_left -= 1
            if planned.times_left <= 0:
                self._planned.remove(planned)
            return planned.fault
        return None

    def remaining(self) -> list[Fault]:
        return [planned.fault for planned in self._planned]
