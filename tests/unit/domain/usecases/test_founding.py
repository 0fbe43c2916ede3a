"""Founding a group."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from domain.change import ChangeKind
from domain.channel import Binding
from domain.group import GroupCharter, Sector, Theme
from domain.language import Language, Names
from domain.people import Member, Role
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.usecases.groups import (
    ChannelBound,
    Founding,
    found_group,
)
from domain.usecases.origin import Origin
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, MEMBER, WORKSPACE
from tests.fakes.store import FakeStore
from tests.unit.domain.usecases.stage import (
    ADMIN,
    NOW,
    UNBOUND,
    UNKNOWN,
    Stage,
    everything,
    profile,
)


def founding(origin: Origin, **charter: object) -> Founding:
    return Founding(
        origin=origin,
        charter=replace(CHARTER, **charter),  # type: ignore[arg-type]  # any of its fields
        sector=Sector.GOVERNMENT,
        country="US",
        organisation=" Ministry\n",
    )


def theme(number: int) -> Theme:
    return Theme(f"theme-{number}", Names({Language.ENGLISH: f"Theme {number}"}))


def test_an_administrator_founds_a_group_and_is_its_chair(stage: Stage) -> None:
    wanted = founding(stage.origin(ADMIN, key="trigger-found", channel=UNBOUND))
    outcome = found_group(wanted, stage.uow, NOW)
    workspace = stage.uow.workspace(WORKSPACE)
    record = workspace.group(2)
    assert outcome == ChannelBound(record.group, Binding(UNBOUND, 2))
    assert {each.name: getattr(record.group, each.name) for each in fields(GroupCharter)} == {
        each.name: getattr(CHARTER, each.name) for each in fields(GroupCharter)
    }
    assert record.members.all() == (
        Member(user=ADMIN, role=Role.CHAIR, sector=Sector.GOVERNMENT, country="US", organisation="Ministry"),
    )
    assert [(change.kind, change.after) for change in record.changes.all] == [
        (ChangeKind.GROUP_CREATED, None),
        (ChangeKind.MEMBER_JOINED, ADMIN),
        (ChangeKind.CHANNEL_BOUND, UNBOUND),
    ]
    assert {(change.actor, change.at) for change in record.changes.all} == {(ADMIN, NOW)}
    assert workspace.channels.get(UNBOUND) == Binding(UNBOUND, 2)
    assert workspace.receipts.by_key == {"trigger-found": (Receipt("2"), NOW)}


def test_a_channel_of_another_group_stays_there(stage: Stage) -> None:
    outcome = found_group(founding(stage.origin(ADMIN)), stage.uow, NOW)
    assert outcome.group.id == 2
    assert outcome.binding == Binding(CHANNEL, 1)
    assert outcome.holder is None
    record = stage.uow.workspace(WORKSPACE).group(2)
    assert ChangeKind.CHANNEL_BOUND not in {change.kind for change in record.changes.all}


def test_a_founder_learns_the_name_of_the_channels_group_only_as_its_member(stage: Stage) -> None:
    stage.record.members.add(replace(stage.member(MEMBER), user=ADMIN), NOW)
    assert found_group(founding(stage.origin(ADMIN)), stage.uow, NOW).holder == stage.record.group


def test_of_two_groups_founded_in_one_channel_the_first_has_it(stage: Stage) -> None:
    first, second = [
        found_group(founding(stage.origin(ADMIN, channel=UNBOUND)), stage.uow, NOW) for _ in range(2)
    ]
    assert first == ChannelBound(first.group, Binding(UNBOUND, first.group.id))
    assert second == ChannelBound(second.group, first.binding, holder=first.group)


def test_a_group_founded_in_no_channel_is_bound_to_none(stage: Stage) -> None:
    assert found_group(founding(stage.origin(ADMIN, channel=None)), stage.uow, NOW).binding is None


def test_a_replay_of_founding_gets_the_same_group_and_writes_nothing(stage: Stage) -> None:
    wanted = founding(stage.origin(ADMIN, key="same", channel=UNBOUND))
    outcome = found_group(wanted, stage.uow, NOW)
    assert stage.writes_nothing(lambda: found_group(wanted, stage.uow, NOW)) == outcome


@pytest.mark.parametrize(
    ("user", "charter", "code", "said"),
    [
        (CHAIR, {}, RefusalCode.ADMIN_ONLY, {}),
        (UNKNOWN, {}, RefusalCode.PERSON_UNKNOWN, {}),
        (ADMIN, {"zone": "Mexico City"}, RefusalCode.ZONE_UNKNOWN, {"word": "Mexico City"}),
        (ADMIN, {"themes": ()}, RefusalCode.THEMES_MISSING, {}),
        (ADMIN, {"themes": tuple(map(theme, range(41)))}, RefusalCode.TOO_MANY, {"limit": 40}),
        (ADMIN, {"themes": (theme(1), theme(1))}, RefusalCode.THEMES_ALIKE, {"word": "theme-1"}),
        (ADMIN, {"countries": ("MX",)}, RefusalCode.COUNTRY_UNKNOWN, {"word": "US"}),
        (ADMIN, {"sectors": (Sector.ACADEMIA,)}, RefusalCode.SECTOR_UNKNOWN, {"word": "government"}),
        (ADMIN, {"names": Names({Language.ENGLISH: " "})}, RefusalCode.TEXT_EMPTY, {}),
        (
            ADMIN,
            {"themes": (Theme("long", Names({Language.ENGLISH: "Long", Language.SPANISH: "l" * 121})),)},
            RefusalCode.NAME_TOO_LONG,
            {"length": 121, "limit": 120},
        ),
    ],
)
def test_a_group_that_cannot_be_founded_is_refused_and_nothing_is_written(
    stage: Stage, user: str, charter: dict[str, object], code: RefusalCode, said: dict[str, object]
) -> None:
    refused = stage.refused(lambda: found_group(founding(stage.origin(user), **charter), stage.uow, NOW))
    assert (refused.code, refused.facts) == (code, said)


def test_forty_themes_are_taken(stage: Stage) -> None:
    wanted = founding(stage.origin(ADMIN), themes=tuple(map(theme, range(40))))
    assert len(found_group(wanted, stage.uow, NOW).group.themes) == 40


@pytest.mark.parametrize("flag", ["is_guest", "is_stranger"])
def test_an_administrator_who_only_reads_founds_nothing(stage: Stage, flag: str) -> None:
    stage.uow.workspace(WORKSPACE).people.save(profile(ADMIN, is_admin=True, **{flag: True}))
    refused = stage.code(lambda: found_group(founding(stage.origin(ADMIN)), stage.uow, NOW))
    assert refused is RefusalCode.ADMIN_ONLY


async def test_a_founder_without_an_organisation_is_refused_and_the_group_rolled_back(stage: Stage) -> None:
    store = FakeStore()
    store.uow = stage.uow
    before = everything(store.uow)
    wanted = replace(founding(stage.origin(ADMIN)), organisation=" ")
    with pytest.raises(Refusal) as caught:
        await store.write(lambda uow: found_group(wanted, uow, NOW))
    assert caught.value.code is RefusalCode.TEXT_EMPTY
    assert everything(store.uow) == before
