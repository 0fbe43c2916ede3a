"""What a digest is compared with and how far it looks ahead, fixed in its facts when its row is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.coverage import Coverage, coverage_in
from domain.delivery import Delivery
from domain.figures import Figures, figures, figures_in
from domain.outlook import NONE_MISSED, Missed, soon_by
from domain.register import Tally
from domain.schedule import slot_after
from domain.subscription import Subscription

MISSED_NAMED = 5
"""Dates of digests not sent that the one after names; it counts all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearings:
    """`soon_by` is a local day; None: a week from the end of the stretch.

    `now` are the figures at the end of the stretch, `before` those of the digest before; None where there are
    none, or they are of other themes.
    """

    soon_by: date | None = None
    now: Figures | None = None
    before: Figures | None = None
    missed: Missed = NONE_MISSED


NO_BEARINGS = Bearings()


def taken(
    tally: Callable[[], Tally],
    subscription: Subscription,
    latest: Delivery | None,
    now: datetime,
    *,
    untold: bool,
) -> dict[str, Any]:
    """The bearings of the subscription's next digest, as JSON. Asked with the group's row locked.

    `tally` reads the group's. `latest` is its delivery before; `untold` when nothing of that one arrived, so
    that it is no digest anybody could compare this one with: what it was compared with serves again.
    """
    today = now.astimezone(ZoneInfo(subscription.schedule.zone)).date()
    following = slot_after(subscription.schedule, today).date
    facts: dict[str, Any] = {"soon_by": soon_by(today, following).isoformat()}
    if not subscription.coverage.by_theme_alone:
        return facts
    facts["figures"] = figures(tally().within(subscription.coverage.themes)).facts()
    if latest is not None and _covers_the_same(latest.facts, subscription.coverage):
        facts["before"] = latest.facts.get("before" if untold else "figures")
    return facts


def missed_facts(dates: Iterable[date]) -> dict[str, Any]:
    """How many digests were not sent before this one, and the latest of their dates, oldest first."""
    every = list(dates)
    return {"missed": len(every), "missed_dates": [day.isoformat() for day in every[-MISSED_NAMED:]]}


def bearings_in(facts: Mapping[str, Any]) -> Bearings:
    """The bearings in a delivery's facts; those of an earlier release have none."""
    soon = facts.get("soon_by")
    dates = tuple(date.fromisoformat(day) for day in facts.get("missed_dates", ()))
    return Bearings(
        soon_by=None if soon is None else date.fromisoformat(soon),
        now=figures_in(facts.get("figures")),
        before=figures_in(facts.get("before")),
        missed=Missed(facts.get("missed", 0), dates),
    )


def _covers_the_same(facts: Mapping[str, Any], coverage: Coverage) -> bool:
    return "themes" in facts and coverage_in(facts) == coverage
