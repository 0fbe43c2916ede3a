"""A channel gets another id: what goes along, and what does not where that id is taken."""

from __future__ import annotations

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.subscription import SubscriptionState
from domain.usecases.groups import follow_channel
from tests.fakes.record import FakeGroupRecord
from tests.fakes.scene import CHANNEL, CHARTER, WORKSPACE
from tests.unit.domain.usecases.stage import NOW, UNBOUND, Stage, everything


@pytest.fixture
def other(stage: Stage) -> FakeGroupRecord:
    """Another group, with its channel UNBOUND."""
    workspace = stage.uow.workspace(WORKSPACE)
    record = workspace.found_group(CHARTER)
    workspace.channels.bind(Binding(UNBOUND, record.group.id))
    return record


def test_everything_of_every_group_follows_a_channel_and_a_second_time_nothing_is_left(
    stage: Stage, other: FakeGroupRecord
) -> None:
    stage.hand.subscribe(NOW)
    unbound = dict(stage.uow.workspace(WORKSPACE).channels.by_channel)[UNBOUND]

    follow_channel(WORKSPACE, CHANNEL, "C0MOVED", stage.uow, NOW)
    moved = everything(stage.uow)
    follow_channel(WORKSPACE, CHANNEL, "C0MOVED", stage.uow, NOW)

    channels = stage.uow.workspace(WORKSPACE).channels
    assert everything(stage.uow) == moved
    assert (channels.get(CHANNEL), channels.get(UNBOUND)) == (None, unbound)
    assert channels.get("C0MOVED") == Binding("C0MOVED", 1)
    assert [each.channel for each in stage.record.subscriptions.by_number.values()] == ["C0MOVED"]
    assert other.subscriptions.by_number == {}


def test_digests_end_when_the_new_id_is_another_groups_channel_and_items_keep_the_old_one(
    stage: Stage, other: FakeGroupRecord
) -> None:
    note = stage.note()
    stage.hand.subscribe(NOW)
    stage.hand.subscribe(NOW, themes=("talent",))
    before = stage.record.changes.last_number

    follow_channel(WORKSPACE, CHANNEL, UNBOUND, stage.uow, NOW)
    moved = everything(stage.uow)
    follow_channel(WORKSPACE, CHANNEL, UNBOUND, stage.uow, NOW)

    channels = stage.uow.workspace(WORKSPACE).channels
    assert everything(stage.uow) == moved
    assert channels.by_channel == {UNBOUND: Binding(UNBOUND, other.group.id)}
    found = stage.record.subscriptions.by_number.values()
    assert {(each.state, each.next_slot, each.version, each.channel) for each in found} == {
        (SubscriptionState.STOPPED, None, 2, CHANNEL)
    }
    assert stage.told(before) == [
        NewChange(kind=ChangeKind.DIGEST_STOPPED, after=CHANNEL, comment=which) for which in ("D-1", "D-2")
    ]
    actors = [change.actor for change in stage.record.changes.all[before:]]
    assert actors == [each.created_by for each in found]
    assert stage.record.notes.by_number[note.number].channel == CHANNEL
    assert other.changes.all == []


@pytest.mark.usefixtures("other")
def test_a_digest_of_a_group_that_the_channel_was_not_bound_to_ends_as_well(stage: Stage) -> None:
    stage.uow.workspace(WORKSPACE).channels.by_channel.pop(CHANNEL)
    stage.hand.subscribe(NOW)
    follow_channel(WORKSPACE, CHANNEL, UNBOUND, stage.uow, NOW)
    assert stage.record.subscriptions.by_number[1].state is SubscriptionState.STOPPED


def test_a_channel_that_gets_the_id_of_another_channel_of_its_group_takes_everything_along(
    stage: Stage,
) -> None:
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(UNBOUND, 1, "talent"))
    stage.hand.subscribe(NOW)
    follow_channel(WORKSPACE, CHANNEL, UNBOUND, stage.uow, NOW)
    subscription = stage.record.subscriptions.by_number[1]
    assert (subscription.channel, subscription.state) == (UNBOUND, SubscriptionState.ACTIVE)
    assert stage.uow.workspace(WORKSPACE).channels.by_channel == {UNBOUND: Binding(UNBOUND, 1, "talent")}


def test_a_channel_that_keeps_its_id_stays_as_it_is(stage: Stage, other: FakeGroupRecord) -> None:
    stage.hand.subscribe(NOW)
    other.subscriptions.add(stage.record.subscriptions.by_number[1])
    stage.writes_nothing(lambda: follow_channel(WORKSPACE, CHANNEL, CHANNEL, stage.uow, NOW))
