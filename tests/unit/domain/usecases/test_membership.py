"""Joining, appointing, and the language a person is answered in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.group import Sector
from domain.language import Language
from domain.people import Member, Role
from domain.receipt import Receipt
from domain.refusal import RefusalCode
from domain.usecases.members import Adjust, adjust
from domain.usecases.membership import Join, Joined, choose_language, join
from domain.usecases.origin import Origin
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    UNBOUND,
    UNKNOWN,
    VISITING_GUEST,
    Stage,
)


def joining(origin: Origin, **facts: object) -> Join:
    plain = Join(origin=origin, group=1, sector="academia", country="US", organisation=" Institute ")
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def appointing(origin: Origin, user: str, role: Role, **facts: object) -> Adjust:
    plain = Adjust(origin=origin, group=1, user=user, role=role)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def test_a_newcomer_joins_as_a_member(stage: Stage) -> None:
    joined = join(joining(stage.origin(NEWCOMER, key="trigger-join")), stage.uow, NOW)
    member = Member(
        user=NEWCOMER, role=Role.MEMBER, sector=Sector.ACADEMIA, country="US", organisation="Institute"
    )
    assert joined == Joined(member, stage.record.group)
    assert stage.member(NEWCOMER) == member
    assert stage.told() == [NewChange(kind=ChangeKind.MEMBER_JOINED, after=NEWCOMER)]
    (change,) = stage.record.changes.all
    assert (change.actor, change.at) == (NEWCOMER, NOW)
    receipts = stage.uow.workspace(WORKSPACE).receipts.by_key
    assert receipts == {"trigger-join": (Receipt(NEWCOMER), NOW)}


def test_a_replay_of_joining_gets_the_same_and_writes_nothing(stage: Stage) -> None:
    wanted = joining(stage.origin(NEWCOMER, key="same"))
    joined = join(wanted, stage.uow, NOW)
    assert stage.writes_nothing(lambda: join(wanted, stage.uow, NOW)) == joined


@pytest.mark.parametrize(
    ("user", "facts", "code", "said"),
    [
        (MEMBER, {}, RefusalCode.ALREADY_MEMBER, {}),
        (OBSERVER, {}, RefusalCode.ALREADY_MEMBER, {}),
        (VISITING_GUEST, {}, RefusalCode.GUEST_READS_ONLY, {}),
        (UNKNOWN, {}, RefusalCode.PERSON_UNKNOWN, {}),
        (NEWCOMER, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP, {}),
        (NEWCOMER, {"country": "CA"}, RefusalCode.COUNTRY_UNKNOWN, {"word": "CA"}),
        (NEWCOMER, {"sector": "press"}, RefusalCode.SECTOR_UNKNOWN, {"word": "press"}),
        (NEWCOMER, {"organisation": " \n"}, RefusalCode.TEXT_EMPTY, {}),
        (NEWCOMER, {"organisation": "n" * 121}, RefusalCode.NAME_TOO_LONG, {"length": 121, "limit": 120}),
    ],
)
def test_who_cannot_join_is_refused_and_nothing_is_written(
    stage: Stage, user: str, facts: dict[str, object], code: RefusalCode, said: dict[str, object]
) -> None:
    refused = stage.refused(lambda: join(joining(stage.origin(user), **facts), stage.uow, NOW))
    assert (refused.code, refused.facts) == (code, said)


def test_a_sector_the_group_does_not_have_is_refused(stage: Stage) -> None:
    stage.record.group = replace(stage.record.group, sectors=(Sector.INDUSTRY,))
    refused = stage.code(lambda: join(joining(stage.origin(NEWCOMER)), stage.uow, NOW))
    assert refused is RefusalCode.SECTOR_UNKNOWN


def test_nobody_joins_from_a_channel_of_another_group(stage: Stage) -> None:
    wanted = joining(stage.origin(NEWCOMER, channel=UNBOUND))
    assert stage.code(lambda: join(wanted, stage.uow, NOW)) is RefusalCode.MEMBERS_ONLY


def test_a_chair_makes_a_member_lead_of_themes(stage: Stage) -> None:
    before = stage.member(MEMBER)
    themes = frozenset({"talent", "charging"})
    wanted = appointing(stage.origin(CHAIR, key="trigger-role"), MEMBER, Role.LEAD, themes=themes)
    appointed = replace(before, role=Role.LEAD, themes=themes)
    assert adjust(wanted, stage.uow, NOW).member == appointed
    assert stage.member(MEMBER) == appointed
    told = [(change.kind, change.before, change.after) for change in stage.record.changes.all]
    assert told == [
        (ChangeKind.ROLE_CHANGED, "member", "lead"),
        (ChangeKind.LEADS_CHANGED, None, "charging,talent"),
    ]
    assert {(change.actor, change.person, change.at) for change in stage.record.changes.all} == {
        (CHAIR, MEMBER, NOW)
    }
    receipts = stage.uow.workspace(WORKSPACE).receipts.by_key
    assert receipts == {"trigger-role": (Receipt(MEMBER), NOW)}


@pytest.mark.parametrize("role", [Role.CHAIR, Role.MEMBER, Role.OBSERVER])
def test_only_a_lead_keeps_themes(stage: Stage, role: Role) -> None:
    wanted = appointing(stage.origin(CHAIR), LEAD, role)
    assert adjust(wanted, stage.uow, NOW).member.themes == frozenset()


def test_a_replay_of_appointing_gets_the_same_and_writes_nothing(stage: Stage) -> None:
    wanted = appointing(stage.origin(CHAIR, key="same"), MEMBER, Role.OBSERVER)
    appointed = adjust(wanted, stage.uow, NOW).member
    assert stage.writes_nothing(lambda: adjust(wanted, stage.uow, NOW)).member == appointed


def test_a_chair_who_stepped_down_gets_the_same_again_on_a_replay(stage: Stage) -> None:
    adjust(appointing(stage.origin(CHAIR), MEMBER, Role.CHAIR), stage.uow, NOW)
    wanted = appointing(stage.origin(CHAIR, key="same"), CHAIR, Role.MEMBER)
    stepped_down = adjust(wanted, stage.uow, NOW).member
    assert stage.writes_nothing(lambda: adjust(wanted, stage.uow, NOW)).member == stepped_down


@pytest.mark.parametrize(
    ("actor", "user", "facts", "code"),
    [
        (LEAD, MEMBER, {}, RefusalCode.CHAIR_ONLY),
        (MEMBER, MEMBER, {}, RefusalCode.CHAIR_ONLY),
        (OBSERVER, OBSERVER, {}, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, MEMBER, {}, RefusalCode.GUEST_READS_ONLY),
        (STRANGER, MEMBER, {}, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, NEWCOMER, {}, RefusalCode.MEMBERS_ONLY),
        (UNKNOWN, MEMBER, {}, RefusalCode.PERSON_UNKNOWN),
        (CHAIR, NEWCOMER, {}, RefusalCode.MEMBER_INCOMPLETE),
        (CHAIR, MEMBER, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP),
        (CHAIR, MEMBER, {"themes": frozenset({"supply"})}, RefusalCode.THEME_UNKNOWN),
    ],
)
def test_who_cannot_appoint_is_refused_and_nothing_is_written(
    stage: Stage, actor: str, user: str, facts: dict[str, object], code: RefusalCode
) -> None:
    wanted = appointing(stage.origin(actor), user, Role.LEAD, **facts)
    assert stage.code(lambda: adjust(wanted, stage.uow, NOW)) is code


@pytest.mark.parametrize("role", [Role.LEAD, Role.MEMBER, Role.OBSERVER])
def test_the_last_chair_stays_chair(stage: Stage, role: Role) -> None:
    for guest in (GUEST, STRANGER):
        stage.record.members.save(replace(stage.member(guest), role=Role.MEMBER))
    themes = frozenset({"talent"}) if role is Role.LEAD else None
    wanted = appointing(stage.origin(CHAIR), CHAIR, role, themes=themes)
    assert stage.code(lambda: adjust(wanted, stage.uow, NOW)) is RefusalCode.LAST_CHAIR
    adjust(replace(wanted, user=MEMBER, role=Role.CHAIR, themes=None), stage.uow, NOW)
    again = replace(wanted, origin=stage.origin(CHAIR))
    assert adjust(again, stage.uow, NOW).member.role is role


def test_a_chosen_language_stays_and_choosing_it_twice_changes_nothing_more(stage: Stage) -> None:
    origin = stage.origin(MEMBER)
    choose_language(origin, Language.SPANISH, stage.uow)
    stored = stage.uow.workspace(WORKSPACE).people.get(MEMBER)
    assert stored is not None
    assert stored.language is Language.SPANISH
    stage.writes_nothing(lambda: choose_language(origin, Language.SPANISH, stage.uow))


def test_whoever_slack_told_us_nothing_of_chooses_no_language(stage: Stage) -> None:
    origin = stage.origin(UNKNOWN)
    refused = stage.code(lambda: choose_language(origin, Language.SPANISH, stage.uow))
    assert refused is RefusalCode.PERSON_UNKNOWN
