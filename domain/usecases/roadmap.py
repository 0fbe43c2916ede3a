"""Reading the roadmap. Nothing here writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.ports import UnitOfWork
from domain.reference import RecordKind
from domain.register import Arrangement, Filter, Order
from domain.roadmap import PLANNED, Roadmap, roadmap
from domain.usecases.listing import named
from domain.usecases.origin import Origin, enter

PLANNED_MAX = 500
"""Recommendations that one roadmap shows; of more the first by day, and a theme's can be asked for alone."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The roadmap of a theme, or of the whole group (None).

    `names` are display names of owners by user id. `cut`: there are more recommendations than it holds.
    """

    theme: str | None
    roadmap: Roadmap
    names: dict[str, str]
    cut: bool


def plan(origin: Origin, group: int, theme: str | None, now: datetime, uow: UnitOfWork) -> Plan:
    """The roadmap as of now. Raises Refusal THEME_UNKNOWN."""
    scene = enter(uow, origin, group)
    record = scene.record
    record.group.theme(theme)
    wanted = Filter(
        kinds=frozenset({RecordKind.RECOMMENDATION}),
        theme=theme,
        statuses=frozenset(status.value for status in PLANNED),
    )
    page = record.register.page(wanted, arrangement=Arrangement(Order.DUE), limit=PLANNED_MAX)
    items = record.recommendations.having([item.number for item in page.items])
    today = now.astimezone(record.group.timezone).date()
    names = named(scene.workspace, {item.owner for item in items})
    return Plan(theme, roadmap(items, record.group, today), names, page.following is not None)
