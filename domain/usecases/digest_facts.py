"""The facts of a digest's delivery: what it covers and is compared with, fixed when its row is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.coverage import coverage_in
from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.digest import is_late
from domain.language import Language
from domain.register import Tally
from domain.repositories import GroupRecord
from domain.subscription import Subscription
from domain.usecases.bearings import taken
from domain.usecases.digests import Scope, Stretch


@dataclass(frozen=True, slots=True)
class Present:
    """A subscription with the newest delivery of it that was not skipped, and the group's figures."""

    record: GroupRecord
    subscription: Subscription
    latest: Delivery | None
    tally: Callable[[], Tally]


def present_of(record: GroupRecord, subscription: Subscription) -> Present:
    """The subscription as it is now."""
    latest = record.subscriptions.latest_delivery(subscription.number)
    return Present(record, subscription, latest, record.register.tally)


def facts_of(present: Present, until: datetime) -> dict[str, Any]:
    """The facts of a digest over everything since the last one, as JSON; its period ends at `until`."""
    subscription, latest = present.subscription, present.latest
    untold = latest is not None and latest.state is DeliveryState.FAILED and not latest.has_arrived
    return {
        "subscription": subscription.number,
        "after": subscription.told_through,
        "through": present.record.changes.last_number,
        "since": _since(subscription, latest, untold=untold).isoformat(),
        "until": until.isoformat(),
        **subscription.coverage.facts(),
        "languages": [language.value for language in subscription.languages],
        "zone": subscription.schedule.zone,
        **taken(present.tally, subscription, latest, until, untold=untold),
    }


def stretch_of(facts: Mapping[str, Any]) -> Stretch:
    """The range and period in a digest's facts. Raises KeyError or ValueError for other facts."""
    return Stretch(
        after=facts["after"],
        through=facts["through"],
        since=datetime.fromisoformat(facts["since"]),
        until=datetime.fromisoformat(facts["until"]),
    )


def is_told_late(delivery: Delivery, now: datetime) -> bool:
    """Whether it is a digest whose period ended so long ago that its readers are to be told."""
    until = delivery.facts.get("until") if delivery.kind is DeliveryKind.DIGEST else None
    return until is not None and is_late(datetime.fromisoformat(until), now)


def scope_of(facts: Mapping[str, Any]) -> Scope:
    """The coverage and languages in a digest's facts. Raises KeyError or ValueError for other facts."""
    return Scope(coverage_in(facts), tuple(Language(language) for language in facts["languages"]))


def _since(subscription: Subscription, latest: Delivery | None, *, untold: bool) -> datetime:
    """Where the period begins: at the end of the last digest's, at the start of one that never arrived."""
    if latest is None:
        return subscription.created_at
    stretch = stretch_of(latest.facts)
    return stretch.since if untold else stretch.until
