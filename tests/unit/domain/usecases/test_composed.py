"""What several subscriptions are told alike is composed once, and told again only while it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.delivery import Delivery
from domain.people import Person, Profile
from domain.usecases.composed import digest_told
from domain.usecases.deliveries import materialise
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, MEMBER, WORKSPACE, Hand, found
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import MONDAY_NINE, deliveries


def two(uow: FakeUnitOfWork) -> tuple[Hand, Delivery, Delivery]:
    """Two digests of a group that are told the same: that somebody joined."""
    hand = Hand(uow, found(uow))
    uow.workspace(WORKSPACE).channels.bind(Binding("C0002", hand.record.group.id))
    for channel in (CHANNEL, "C0002"):
        Hand(uow, hand.record, channel, hand.keys).subscribe(FOUNDED_AT)
    joined = NewChange(kind=ChangeKind.MEMBER_JOINED, after=MEMBER)
    hand.record.changes.append([joined], CHAIR, FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    one, other = deliveries(uow)
    return hand, one, replace(other, facts={**one.facts, "subscription": other.subscription})


def test_another_subscription_is_told_what_was_composed_with_its_own_buttons() -> None:
    uow = FakeUnitOfWork()
    _, one, other = two(uow)
    first = digest_told(one, uow)
    second = digest_told(other, uow, first.composed)
    assert second.composed is first.composed
    assert second.digest.posted is not None
    assert (second.digest.posted.key, second.digest.posted.number) == (other.key, other.subscription)
    assert replace(second.digest, posted=None) == replace(first.digest, posted=None)


def _changed(hand: Hand) -> None:
    hand.change(MONDAY_NINE)


def _renamed(hand: Hand) -> None:
    person = Person(WORKSPACE, MEMBER)
    hand.uow.workspace(WORKSPACE).people.save(
        Profile(person=person, name="another", locale_language=None, zone=None, fetched_at=MONDAY_NINE)
    )


def _rechartered(hand: Hand) -> None:
    hand.record.save_group(replace(hand.record.group, stalled_weeks=hand.record.group.stalled_weeks + 1))


@pytest.mark.parametrize("happens", [_changed, _renamed, _rechartered])
def test_what_holds_no_more_is_composed_anew(happens: Callable[[Hand], None]) -> None:
    uow = FakeUnitOfWork()
    hand, one, other = two(uow)
    first = digest_told(one, uow)
    happens(hand)
    second = digest_told(other, uow, first.composed)
    assert second.composed is not first.composed
    assert second.digest == digest_told(other, uow).digest
