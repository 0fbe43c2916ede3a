"""A channel bound to a group and, if wanted, to one theme; and the meeting that is open in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Binding:
    """`theme` is a key of the group's themes; None: every theme. `meeting` is the number of the open one."""

    channel: str
    group: int
    theme: str | None = None
    meeting: int | None = None
