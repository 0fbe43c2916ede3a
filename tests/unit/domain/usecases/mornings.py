"""Mornings on the stage: the group's people are reminded by the clock that a test moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, Payload
from domain.reminder import Reminders
from domain.usecases.reminders import Made, remind, reminders_of
from tests.unit.domain.usecases.stage import Stage

ZONE = "America/Mexico_City"
MONDAY = date(2026, 11, 23)
"""The Monday after the group of the stage was founded, on a Friday."""
TUESDAY, WEDNESDAY, FRIDAY = (
    MONDAY + timedelta(days=1),
    MONDAY + timedelta(days=2),
    MONDAY + timedelta(days=4),
)
ENOUGH = 100
_LEASE = Lease("mornings")


def morning(day: date, at: time = time(8, 30), zone: str = ZONE) -> datetime:
    """That wall time of the day, in UTC."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def planned(stage: Stage, at: datetime) -> None:
    """Everybody has a plan from then on."""
    remind(stage.uow, at, ENOUGH)


def comes(stage: Stage, day: date, at: time = time(8, 30), zone: str = ZONE) -> Made:
    """The moment of the day comes, and the tick with it."""
    return remind(stage.uow, morning(day, at, zone), ENOUGH)


def made(stage: Stage, user: str | None = None) -> list[Delivery]:
    """Every reminder there is a row of."""
    return [
        each
        for each in stage.uow.outbox.deliveries.values()
        if each.kind is DeliveryKind.REMINDERS and user in {None, each.channel}
    ]


def told(stage: Stage, delivery: Delivery, now: datetime | None = None) -> Reminders | None:
    """What it says, worded as soon as it is there unless a test says when."""
    return reminders_of(delivery, stage.uow, now or delivery.due_at)


def references(reminders: Reminders | None) -> list[str]:
    """What is shown, with why."""
    return [f"{one.item.reference} {one.why.value}" for one in (reminders.shown if reminders else ())]


def on(stage: Stage, day: date, user: str) -> list[str]:
    """What the person is told on the day, when its morning comes."""
    before = len(made(stage, user))
    comes(stage, day)
    new = made(stage, user)[before:]
    found = references(told(stage, new[0])) if new else []
    settled(stage, DeliveryState.SENT)
    return found


def settled(stage: Stage, state: DeliveryState) -> None:
    """Whatever waits reaches this state."""
    outbox = stage.uow.outbox
    for delivery in outbox.claim(_LEASE, datetime.now(UTC), ENOUGH):
        outbox.freeze(delivery.id, _LEASE, [Payload({}, {})])
        outbox.settle(delivery.id, _LEASE, state, None)


def in_zone(stage: Stage, user: str, zone: str) -> None:
    """Slack says that the person lives there."""
    people = stage.uow.workspace(stage.record.group.workspace).people
    profile = people.get(user)
    assert profile is not None
    people.save(replace(profile, zone=zone))
