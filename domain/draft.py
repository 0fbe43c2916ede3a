"""Drafts: what somebody wrote and has not recorded yet, kept while they decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`user` wrote it; `key` names the interaction that brought it; `content` is JSON."""

    number: int
    user: str
    key: str
    content: Mapping[str, Any]
    kept_at: datetime
