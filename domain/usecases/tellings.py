"""In which places everybody is told of a write: asked when it is told, and again when it is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import Change, ChangeKind, NewChange
from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.editing import Field, difference
from domain.item import Item
from domain.outbox import Sought
from domain.ports import UnitOfWork
from domain.reference import Series
from domain.usecases.origin import NOWHERE

_REARRANGES = frozenset({ChangeKind.RESCHEDULED, ChangeKind.RELOCATED, ChangeKind.MOVED})

LOOKS_BACK = 100
"""Replies that wait for one channel, of which one may tell of a write: more are never queued there."""


def is_rearranged(write: Sequence[NewChange]) -> bool:
    """Whether it gives a meeting another time, place or theme, or cancels it."""
    return any(_rearranges(change) for change in write)


def places_told(item: Item, write: Sequence[Change]) -> frozenset[str]:
    """The channels in which everybody is told of the write to the item; it is taken back before the same.

    That is where it was said, where it is told there at all; and of a meeting that is to be at another time
    or place, of another theme, or not at all, the channel that waits for it besides.
    """
    here = write[0].said_in
    places = {item.channel if here is None else here} if is_told_where_said(write) else set()
    if is_rearranged(write):
        places.add(item.channel)
    return frozenset(place for place in places if place not in {None, NOWHERE})


def is_told_where_said(write: Sequence[Change]) -> bool:
    """Whether everybody there is told. Not of who comes to a meeting by themselves: thirty do in a minute."""
    is_alone = all(change.kind is ChangeKind.ATTENDED and change.person == change.actor for change in write)
    return not is_alone and may_be_told(write, at_home=write[0].said_in is None)


def may_be_told(write: Sequence[NewChange], *, at_home: bool) -> bool:
    """Whether everybody may be told what the item says now; `at_home`: where it belongs.

    Elsewhere its words are not repeated: they may have been said between two people. When and where a
    meeting is concerns everybody.
    """
    is_correction = any(change.kind is ChangeKind.EDITED for change in write)
    return at_home or not is_correction or is_rearranged(write)


def withdraw_telling(
    uow: UnitOfWork, workspace: str, group: int, channel: str, write: Sequence[Change]
) -> bool:
    """Whether a channel was still to be told of the write, and is not any more."""
    sought = Sought(
        workspace=workspace,
        group=group,
        channel=channel,
        state=DeliveryState.PENDING,
        kind=DeliveryKind.REPLY,
    )
    waiting = [one for one in uow.logbook.latest(sought, LOOKS_BACK) if tells(one, write[0].write)]
    states = [uow.outbox.withdraw(one.key) for one in waiting]
    return DeliveryState.SKIPPED in states


def tells(delivery: Delivery, write: int) -> bool:
    """Whether a reply tells of the write, by the number of its first change."""
    after, through = delivery.facts.get("after", write), delivery.facts.get("through", 0)
    return bool(after < write <= through)


def _rearranges(change: NewChange) -> bool:
    if change.subject is None or change.subject.series is not Series.MEETING:
        return False
    if change.kind is ChangeKind.EDITED:
        return difference(change).field is Field.THEME
    return change.kind in _REARRANGES
