"""A channel is released from its group: who may, what ends with it, and what stands in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.people import Person
from domain.refusal import RefusalCode
from domain.subscription import SubscriptionState
from domain.usecases.releasing import ReleaseChannel, Released, release_channel
from domain.usecases.setup import setup_options
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import ended, started
from tests.unit.domain.usecases.stage import GUEST, NEWCOMER, NOW, OBSERVER, Stage


@pytest.fixture
def stage() -> Stage:
    """The channel is group 1's."""
    stage = Stage()
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1, "charging"))
    return stage


def release(stage: Stage, user: str = CHAIR, key: str = "release") -> Released:
    wanted = ReleaseChannel(origin=stage.origin(user, key=key), group=1)
    return release_channel(wanted, stage.uow, NOW)


def test_a_released_channel_belongs_to_nobody_and_its_digests_end(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    stage.hand.subscribe(NOW, themes=("talent",))
    before = stage.record.changes.last_number
    outcome = release(stage)
    assert (outcome.group.id, outcome.stopped) == (1, 2)
    assert stage.uow.workspace(WORKSPACE).channels.get(CHANNEL) is None
    states = {found.state for found in stage.record.subscriptions.by_number.values()}
    assert states == {SubscriptionState.STOPPED}
    assert stage.told(before) == [
        NewChange(kind=ChangeKind.DIGEST_STOPPED, after=CHANNEL, comment="D-1"),
        NewChange(kind=ChangeKind.DIGEST_STOPPED, after=CHANNEL, comment="D-2"),
        NewChange(kind=ChangeKind.CHANNEL_BOUND, theme="charging", before=CHANNEL),
    ]


def test_a_replay_gets_the_same_answer_and_writes_nothing(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    first = release(stage)
    assert stage.writes_nothing(lambda: release(stage)) == first


def test_a_channel_that_is_nobodys_already_is_left_as_it_is(stage: Stage) -> None:
    release(stage)
    assert stage.writes_nothing(lambda: release(stage, key="again")).stopped == 0


def test_a_channel_is_released_only_once_its_meeting_has_ended(stage: Stage) -> None:
    started(stage)
    refusal = stage.refused(lambda: release(stage))
    assert (refusal.code, refusal.facts) == (RefusalCode.CHANNEL_HOLDS_MEETING, {"reference": "M-1"})
    ended(stage)
    release(stage)
    assert stage.uow.workspace(WORKSPACE).channels.get(CHANNEL) is None


@pytest.mark.parametrize(
    ("user", "code"),
    [
        (LEAD, RefusalCode.CHAIR_ONLY),
        (MEMBER, RefusalCode.CHAIR_ONLY),
        (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, RefusalCode.MEMBERS_ONLY),
    ],
)
def test_only_a_chair_releases(stage: Stage, user: str, code: RefusalCode) -> None:
    assert stage.refused(lambda: release(stage, user)).code is code


def test_a_channel_that_went_to_another_group_meanwhile_stays_there(stage: Stage) -> None:
    workspace = stage.uow.workspace(WORKSPACE)
    other = workspace.found_group(CHARTER).group.id
    workspace.channels.bind(Binding(CHANNEL, other))
    assert stage.refused(lambda: release(stage)).code is RefusalCode.CHANNEL_MOVED
    assert workspace.channels.get(CHANNEL) == Binding(CHANNEL, other)


def test_a_place_that_is_no_channel_is_released_from_nothing(stage: Stage) -> None:
    nowhere = replace(stage.origin(CHAIR), channel=None)
    wanted = ReleaseChannel(origin=nowhere, group=1)
    refusal = stage.refused(lambda: release_channel(wanted, stage.uow, NOW))
    assert refusal.code is RefusalCode.CHANNEL_NEEDED


def test_only_whoever_chairs_the_channels_group_is_offered_to_release_it(stage: Stage) -> None:
    stage.hand.subscribe(NOW)

    def offered(user: str, channel: str | None = CHANNEL) -> tuple[int | None, int]:
        found = setup_options(Person(WORKSPACE, user), stage.uow, channel=channel)
        return (None if found.held is None else found.held.id, found.digests)

    assert offered(CHAIR) == (1, 1)
    assert offered(LEAD) == (None, 0)
    assert offered(CHAIR, "C0009") == offered(CHAIR, None) == (None, 0)
