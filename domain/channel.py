"""A channel bound to a group and, if wanted, to one theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Binding:
    """`theme` is a key of the group's themes; None: every theme."""

    channel: str
    group: int
    theme: str | None = None
