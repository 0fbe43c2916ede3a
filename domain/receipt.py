"""Receipts: what an accepted interaction left behind, so that a replay gets the first answer again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Receipt:
    """`subject` names what was written (`N-12`, `D-3`, a group's number); `facts` the rest of the answer."""

    subject: str
    facts: Mapping[str, str] = field(default_factory=dict)
