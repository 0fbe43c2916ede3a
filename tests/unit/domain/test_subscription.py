"""A subscription as it is asked for, and as it is stored."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, time

from domain.coverage import Coverage
from domain.language import Language
from domain.recurrence import Weekly
from domain.schedule import Schedule, first_slot
from domain.subscription import NewSubscription, Subscription, SubscriptionState

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
SCHEDULE = Schedule(Weekly(frozenset({0})), time(9), "America/Mexico_City")
WANTED = NewSubscription(
    channel="C1",
    reader=None,
    schedule=SCHEDULE,
    coverage=Coverage(themes=("charging",)),
    languages=(Language.SPANISH, Language.ENGLISH),
    skip_quiet=True,
    state=SubscriptionState.ACTIVE,
    next_slot=first_slot(SCHEDULE, NOW),
    told_through=12,
    created_by="U1",
    created_at=NOW,
)


def test_a_stored_subscription_is_what_was_asked_for_in_its_place() -> None:
    facts = {each.name: getattr(WANTED, each.name) for each in fields(NewSubscription)}
    stored = Subscription(**facts, number=3, workspace="T1", group=2)
    assert {name: getattr(stored, name) for name in facts} == facts
    assert (stored.number, stored.workspace, stored.group, stored.version) == (3, "T1", 2, 1)


def test_no_date_is_used_before_the_first_digest() -> None:
    assert WANTED.last_date is None
    assert WANTED.next_slot is not None
    assert WANTED.next_slot.date == date(2026, 11, 30)


def test_a_subscription_goes_on_waits_or_has_ended() -> None:
    assert {state.value for state in SubscriptionState} == {"active", "paused", "stopped"}
