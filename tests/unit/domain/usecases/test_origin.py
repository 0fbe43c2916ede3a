"""Who reaches a group, and from where."""

from __future__ import annotations

import pytest

from domain.channel import Binding
from domain.people import Role
from domain.refusal import RefusalCode
from domain.usecases.origin import enter
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, WORKSPACE
from tests.unit.domain.usecases.stage import NEWCOMER, STRANGER, UNBOUND, UNKNOWN, Stage


@pytest.mark.parametrize("channel", [CHANNEL, UNBOUND, None])
def test_a_member_reaches_the_group_from_anywhere(stage: Stage, channel: str | None) -> None:
    scene = enter(stage.uow, stage.origin(CHAIR, channel=channel), 1)
    assert scene.record is stage.record
    assert scene.actor.member is not None
    assert scene.actor.member.role is Role.CHAIR
    assert scene.actor.person == stage.origin(CHAIR).person


def test_anybody_reaches_the_group_from_its_channel(stage: Stage) -> None:
    scene = enter(stage.uow, stage.origin(NEWCOMER), 1)
    assert scene.actor.member is None
    assert scene.actor.profile.name == NEWCOMER


@pytest.mark.parametrize("channel", [UNBOUND, None])
def test_whoever_is_not_a_member_does_not_reach_it_from_elsewhere(stage: Stage, channel: str | None) -> None:
    refused = stage.code(lambda: enter(stage.uow, stage.origin(NEWCOMER, channel=channel), 1))
    assert refused is RefusalCode.MEMBERS_ONLY


@pytest.mark.parametrize("user", [NEWCOMER, CHAIR])
def test_the_channel_of_another_group_opens_no_door_to_anybody(stage: Stage, user: str) -> None:
    workspace = stage.uow.workspace(WORKSPACE)
    workspace.channels.bind(Binding(UNBOUND, workspace.found_group(CHARTER).group.id))
    refused = stage.code(lambda: enter(stage.uow, stage.origin(user, channel=UNBOUND), 1))
    assert refused is RefusalCode.CHANNEL_MOVED


def test_a_group_that_does_not_exist_is_refused(stage: Stage) -> None:
    refused = stage.code(lambda: enter(stage.uow, stage.origin(CHAIR), 2))
    assert refused is RefusalCode.CHANNEL_NEEDS_GROUP


def test_a_person_slack_told_us_nothing_of_is_refused(stage: Stage) -> None:
    assert stage.code(lambda: enter(stage.uow, stage.origin(UNKNOWN), 1)) is RefusalCode.PERSON_UNKNOWN


def test_a_stranger_enters_with_what_slack_says_of_them(stage: Stage) -> None:
    assert enter(stage.uow, stage.origin(STRANGER), 1).actor.profile.reads_only
