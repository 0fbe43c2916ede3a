"""Every table together, for migrations and for the check that nothing drifts from them."""

from __future__ import annotations

from sqlalchemy import MetaData

from storage.tables import (
    changes,
    channels,
    deliveries,
    evidence,
    groups,
    items,
    meetings,
    notices,
    pauses,
    people,
    preparations,
    receipts,
    reminders,
    search,
    subscriptions,
)

_TABLES = (
    groups.working_group,
    groups.charter,
    items.item,
    items.obstacle,
    items.recommendation,
    items.answer,
    items.position,
    items.tally,
    evidence.evidence,
    evidence.support,
    search.search,
    changes.change,
    people.person,
    people.member,
    channels.binding,
    meetings.meeting,
    meetings.attendance,
    meetings.scribed,
    receipts.receipt,
    notices.mute,
    notices.last_act,
    notices.draft,
    reminders.reminder_plan,
    reminders.snooze,
    subscriptions.subscription,
    deliveries.delivery,
    deliveries.part,
    preparations.prepared,
    preparations.prepared_part,
    pauses.pause,
)


def metadata() -> MetaData:
    """The metadata that holds every table."""
    return _TABLES[0].metadata
