"""Every kind of record, and how it lives."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from domain import action, note, obstacle, recommendation
from domain.lifecycle import Lifecycle
from domain.reference import Series

LIFECYCLES: Mapping[Series, Lifecycle] = MappingProxyType(
    {
        Series.NOTE: note.LIFECYCLE,
        Series.OBSTACLE: obstacle.LIFECYCLE,
        Series.RECOMMENDATION: recommendation.LIFECYCLE,
        Series.ACTION: action.LIFECYCLE,
    }
)
