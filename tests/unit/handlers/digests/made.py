"""Digests of the working group, its subscriptions, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from domain.change import Change
from domain.coverage import Coverage
from domain.digest import Digest, NetEffects, Shift
from domain.group import Group
from domain.item import Item
from domain.recommendation import StatusGroup
from domain.recurrence import Weekly
from domain.reference import RecordKind, Reference, Series
from domain.schedule import Schedule, Slot
from domain.standing import Overview, Standing
from domain.subscription import Subscription, SubscriptionState
from handlers.digests.views import messages
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.unit.handlers.material import (
    CHAIR,
    CHANNEL,
    EN,
    ES,
    GROUP,
    NAMES,
    NOW,
    WORKSPACE,
    ZONE,
    by_reference,
)


def overview(
    theme: str | None = None, latest: tuple[Change, ...] = (), items: Sequence[Item] = ()
) -> Overview:
    """The same, and these changes."""
    return Overview(standing(theme), latest, by_reference(*items))


def standing(theme: str | None = None) -> Standing:
    """Twelve recommendations, and some of everything that waits."""
    counts = (5, 3, 2, 1, 1)
    return Standing(
        theme=theme,
        by_group=dict(zip(StatusGroup, counts, strict=True)),
        progress=38,
        recommendations=sum(counts),
        obstacles=5,
        notes={RecordKind.DECISION: 3, RecordKind.OPPORTUNITY: 1, RecordKind.NOTE: 1234},
        unanswered=2,
        overdue=1,
        overdue_actions=1,
        stalled=3,
    )


EMPTY_STANDING = Standing(
    theme=None,
    by_group=dict.fromkeys(StatusGroup, 0),
    progress=None,
    recommendations=0,
    obstacles=0,
    notes={},
    unanswered=0,
    overdue=0,
    overdue_actions=0,
    stalled=0,
)


def subscription(
    number: int = 1, state: SubscriptionState = SubscriptionState.ACTIVE, themes: tuple[str, ...] = ()
) -> Subscription:
    active = state is SubscriptionState.ACTIVE
    return Subscription(
        number=number,
        workspace=WORKSPACE,
        group=GROUP.id,
        channel=CHANNEL,
        reader=None,
        schedule=Schedule(Weekly(frozenset({0, 3})), time(9), ZONE),
        coverage=Coverage(themes=themes),
        languages=(EN, ES),
        skip_quiet=False,
        state=state,
        next_slot=Slot(date(2027, 3, 11), datetime(2027, 3, 11, 15, 0, tzinfo=UTC)) if active else None,
        told_through=0,
        created_by=CHAIR,
        created_at=NOW,
    )


NOTHING_NEW = NetEffects(recorded=(), moved=(), progressed=(), joined=())


def digest(
    effects: NetEffects = NOTHING_NEW,
    items: Mapping[Reference, Item] | None = None,
    *,
    unanswered: tuple[Item, ...] = (),
    figures: Standing | None = None,
    themes: tuple[str, ...] = (),
) -> Digest:
    return Digest(
        since=NOW - timedelta(days=7),
        until=NOW,
        coverage=Coverage(themes=themes),
        languages=(EN, ES),
        effects=effects,
        changes=1,
        items=items or {},
        unanswered=unanswered,
        standing=figures or EMPTY_STANDING,
        names=NAMES,
    )


def whole(t: Translator, shown: Digest, group: Group = GROUP, *, rich: bool = False) -> Message:
    """The digest, where one message takes it."""
    (message,) = messages(t, group, ZONE, shown, rich=rich)
    return message


def shift(series: Series, number: int, before: str, after: str) -> Shift:
    return Shift(Reference(series, number), before, after)
