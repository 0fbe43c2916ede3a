"""Binding channels to groups and themes, and steering the group in the same form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.group import AgreementRule, Phase
from domain.people import Role
from domain.receipt import Receipt
from domain.refusal import RefusalCode
from domain.subscription import SubscriptionState
from domain.usecases.groups import (
    BindChannel,
    ChannelBound,
    bind_channel,
)
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import ended, started
from tests.unit.domain.usecases.stage import (
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    UNBOUND,
    UNKNOWN,
    Stage,
)


def second_group(stage: Stage, chair: str | None = None) -> int:
    """Another group, with its channel UNBOUND and perhaps a chair."""
    workspace = stage.uow.workspace(WORKSPACE)
    record = workspace.found_group(CHARTER)
    workspace.channels.bind(Binding(UNBOUND, record.group.id))
    if chair is not None:
        record.members.add(replace(stage.member(CHAIR), user=chair), NOW)
    return record.group.id


@pytest.mark.parametrize("key", ["talent", None])
def test_a_chair_binds_a_channel_to_the_group_and_a_theme(stage: Stage, key: str | None) -> None:
    origin = stage.origin(CHAIR, key="trigger-bind", channel=UNBOUND)
    outcome = bind_channel(BindChannel(origin=origin, group=1, theme=key), stage.uow, NOW)
    assert outcome == ChannelBound(stage.record.group, Binding(UNBOUND, 1, key))
    assert stage.told() == [NewChange(kind=ChangeKind.CHANNEL_BOUND, theme=key, after=UNBOUND)]
    assert (stage.record.changes.all[0].actor, stage.record.changes.all[0].at) == (CHAIR, NOW)
    workspace = stage.uow.workspace(WORKSPACE)
    assert workspace.channels.get(UNBOUND) == Binding(UNBOUND, 1, key)
    assert workspace.receipts.by_key == {"trigger-bind": (Receipt("1"), NOW)}


def test_a_replay_of_binding_gets_the_same_and_writes_nothing(stage: Stage) -> None:
    origin = stage.origin(CHAIR, key="same")
    wanted = BindChannel(origin=origin, group=1, theme="talent")
    outcome = bind_channel(wanted, stage.uow, NOW)
    assert stage.writes_nothing(lambda: bind_channel(wanted, stage.uow, NOW)) == outcome


def test_a_chair_of_both_groups_moves_a_channel_from_one_to_the_other(stage: Stage) -> None:
    second_group(stage, chair=CHAIR)
    wanted = BindChannel(origin=stage.origin(CHAIR, channel=UNBOUND), group=1, theme=None)
    assert bind_channel(wanted, stage.uow, NOW).binding == Binding(UNBOUND, 1)


def test_the_digests_of_the_group_a_channel_leaves_end_with_the_move(stage: Stage) -> None:
    second_group(stage, chair=CHAIR)
    stage.hand.subscribe(NOW)
    stage.hand.subscribe(NOW, themes=("talent",))
    before = stage.record.changes.last_number
    wanted = BindChannel(origin=stage.origin(CHAIR), group=2, theme=None)
    outcome = bind_channel(wanted, stage.uow, NOW)
    assert outcome.stopped == 2
    found = stage.record.subscriptions.by_number.values()
    assert {(each.state, each.next_slot, each.version) for each in found} == {
        (SubscriptionState.STOPPED, None, 2)
    }
    assert stage.told(before) == [
        NewChange(kind=ChangeKind.DIGEST_STOPPED, after=CHANNEL, comment=which) for which in ("D-1", "D-2")
    ]
    assert stage.writes_nothing(lambda: bind_channel(wanted, stage.uow, NOW)) == outcome


def test_a_channel_moves_to_another_group_only_once_its_meeting_has_ended(charging: Stage) -> None:
    second_group(charging, chair=CHAIR)
    started(charging)
    wanted = BindChannel(origin=charging.origin(CHAIR, key="move"), group=2, theme=None)
    refusal = charging.refused(lambda: bind_channel(wanted, charging.uow, NOW))
    assert (refusal.code, refusal.facts) == (RefusalCode.CHANNEL_IN_MEETING, {"reference": "M-1"})
    ended(charging)
    assert bind_channel(wanted, charging.uow, NOW).binding == Binding(CHANNEL, 2)


def test_another_theme_of_the_same_group_ends_no_digest(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    wanted = BindChannel(origin=stage.origin(CHAIR), group=1, theme="talent")
    assert bind_channel(wanted, stage.uow, NOW).stopped == 0
    assert stage.record.subscriptions.by_number[1].state is SubscriptionState.ACTIVE


@pytest.mark.parametrize("role", [None, Role.LEAD, Role.MEMBER])
def test_a_channel_of_a_group_one_does_not_chair_stays_there(stage: Stage, role: Role | None) -> None:
    other = stage.uow.workspace(WORKSPACE).group(second_group(stage))
    if role is not None:
        other.members.add(replace(stage.member(CHAIR), role=role), NOW)
    wanted = BindChannel(origin=stage.origin(CHAIR, channel=UNBOUND), group=1, theme=None)
    refused = stage.code(lambda: bind_channel(wanted, stage.uow, NOW))
    assert refused is RefusalCode.CHANNEL_BOUND_ELSEWHERE


@pytest.mark.parametrize(
    ("user", "channel", "group", "key", "code"),
    [
        (CHAIR, None, 1, None, RefusalCode.CHANNEL_NEEDS_GROUP),
        (CHAIR, CHANNEL, 2, None, RefusalCode.CHANNEL_NEEDS_GROUP),
        (CHAIR, CHANNEL, 1, "supply", RefusalCode.THEME_UNKNOWN),
        (LEAD, CHANNEL, 1, "charging", RefusalCode.CHAIR_ONLY),
        (MEMBER, CHANNEL, 1, None, RefusalCode.CHAIR_ONLY),
        (OBSERVER, CHANNEL, 1, None, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, CHANNEL, 1, None, RefusalCode.GUEST_READS_ONLY),
        (STRANGER, CHANNEL, 1, None, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, CHANNEL, 1, None, RefusalCode.MEMBERS_ONLY),
        (UNKNOWN, CHANNEL, 1, None, RefusalCode.PERSON_UNKNOWN),
    ],
)
def test_a_channel_that_cannot_be_bound_is_refused_and_nothing_is_written(
    stage: Stage, user: str, channel: str | None, group: int, key: str | None, code: RefusalCode
) -> None:
    wanted = BindChannel(origin=stage.origin(user, channel=channel), group=group, theme=key)
    assert stage.code(lambda: bind_channel(wanted, stage.uow, NOW)) is code


def steer(
    stage: Stage,
    phase: str | None = None,
    rule: AgreementRule | None = None,
    user: str = CHAIR,
    weeks: int | None = None,
) -> ChannelBound:
    """Steer the group in the form that binds a channel, which leaves the channel as it is."""
    binding = stage.uow.workspace(WORKSPACE).channels.get(CHANNEL)
    assert binding is not None
    origin = stage.origin(user, key="steer")
    wanted = BindChannel(
        origin=origin, group=1, theme=binding.theme, phase=phase, rule=rule, stalled_weeks=weeks
    )
    return bind_channel(wanted, stage.uow, NOW)


def test_a_chair_leads_the_group_into_another_phase_and_gives_it_another_rule(stage: Stage) -> None:
    phases = (Phase("diagnosis", CHARTER.names), Phase("recommendations", CHARTER.names))
    stage.record.save_group(replace(stage.record.group, phases=phases, phase="diagnosis"))
    outcome = steer(stage, phase="recommendations", rule=AgreementRule.TRIPLE_HELIX)
    assert (outcome.group.phase, outcome.group.agreement_rule) == (
        "recommendations",
        AgreementRule.TRIPLE_HELIX,
    )
    assert stage.told() == [
        NewChange(kind=ChangeKind.PHASE_CHANGED, before="diagnosis", after="recommendations"),
        NewChange(kind=ChangeKind.RULE_CHANGED, before="no-objection", after="triple-helix"),
    ]
    assert stage.writes_nothing(lambda: steer(stage, phase="diagnosis")) == outcome


def test_a_chair_says_after_how_many_weeks_something_is_stalled(stage: Stage) -> None:
    assert steer(stage, weeks=2).group.stalled_weeks == 2
    assert stage.told() == [NewChange(kind=ChangeKind.STALLING_CHANGED, before="4", after="2")]


@pytest.mark.parametrize("weeks", [-1, 5, 10**9])
def test_weeks_that_nobody_offers_are_refused(stage: Stage, weeks: int) -> None:
    assert stage.code(lambda: steer(stage, weeks=weeks)) is RefusalCode.FORM_OUTDATED


def test_a_group_goes_into_no_phase_that_it_does_not_have(stage: Stage) -> None:
    assert stage.code(lambda: steer(stage, phase="harvest")) is RefusalCode.FORM_OUTDATED


@pytest.mark.parametrize("user", [LEAD, MEMBER])
def test_only_a_chair_steers_the_group(stage: Stage, user: str) -> None:
    assert stage.code(lambda: steer(stage, user=user, rule=AgreementRule.OPEN)) is RefusalCode.CHAIR_ONLY
