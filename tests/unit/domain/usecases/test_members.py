"""What chairs make of the people of a group, who leaves, and who is there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.change import ChangeKind, NewChange
from domain.group import Seat, Sector
from domain.people import Member, Role
from domain.refusal import RefusalCode
from domain.register import COUNTED_MAX
from domain.usecases.members import Adjust, Gone, Leave, adjust, leave, member_card, roster
from domain.usecases.recording import NoteSubmission, record_note
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    ADMIN,
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    UNKNOWN,
    VISITING_GUEST,
    Stage,
)

WHOLE = {"sector": "academia", "country": "US", "organisation": " Institute "}


def adjusting(stage: Stage, user: str, by: str = CHAIR, **facts: object) -> Adjust:
    plain = Adjust(origin=stage.origin(by), group=1, user=user)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def deactivate(stage: Stage, user: str) -> None:
    people = stage.uow.workspace(WORKSPACE).people
    people.by_user[user] = replace(people.by_user[user], is_deactivated=True)


def leaving(stage: Stage, user: str, by: str | None = None) -> Leave:
    return Leave(origin=stage.origin(by or user), group=1, user=user)


def test_every_change_says_whose_it_is_and_what_it_was(stage: Stage) -> None:
    before = stage.member(MEMBER)
    wanted = adjusting(stage, MEMBER, role=Role.LEAD, themes=frozenset({"talent"}), **WHOLE)
    adjusted = adjust(wanted, stage.uow, NOW)
    assert adjusted.member == replace(
        before,
        role=Role.LEAD,
        themes=frozenset({"talent"}),
        sector=Sector.ACADEMIA,
        country="US",
        organisation="Institute",
    )
    assert stage.member(MEMBER) == adjusted.member
    assert [(change.kind, change.before, change.after) for change in stage.told()] == [
        (ChangeKind.ROLE_CHANGED, "member", "lead"),
        (ChangeKind.LEADS_CHANGED, None, "talent"),
        (ChangeKind.SECTOR_CHANGED, "industry", "academia"),
        (ChangeKind.COUNTRY_CHANGED, "MX", "US"),
        (ChangeKind.ORGANISATION_CHANGED, "Plant", "Institute"),
    ]
    assert {change.person for change in stage.told()} == {MEMBER}


def test_what_is_so_already_is_not_written(stage: Stage) -> None:
    wanted = adjusting(stage, MEMBER, role=Role.MEMBER, organisation="Plant")
    adjusted = stage.writes_nothing(lambda: adjust(wanted, stage.uow, NOW))
    assert adjusted == adjust(wanted, stage.uow, NOW)


def test_a_replay_gets_the_first_one_s_answer(stage: Stage) -> None:
    wanted = replace(adjusting(stage, MEMBER, role=Role.OBSERVER), origin=stage.origin(CHAIR, key="same"))
    first = adjust(wanted, stage.uow, NOW)
    again = stage.writes_nothing(lambda: adjust(wanted, stage.uow, NOW))
    assert again == replace(first, changes=())


def test_a_chair_brings_somebody_in(stage: Stage) -> None:
    adjusted = adjust(adjusting(stage, NEWCOMER, role=Role.CHAIR, **WHOLE), stage.uow, NOW)
    assert adjusted.member == Member(
        user=NEWCOMER, role=Role.CHAIR, sector=Sector.ACADEMIA, country="US", organisation="Institute"
    )
    assert stage.told() == [
        NewChange(kind=ChangeKind.MEMBER_JOINED, after=NEWCOMER, person=NEWCOMER),
        NewChange(kind=ChangeKind.ROLE_CHANGED, before="member", after="chair", person=NEWCOMER),
    ]


@pytest.mark.parametrize(
    ("user", "facts", "code"),
    [
        (NEWCOMER, {"role": Role.CHAIR}, RefusalCode.MEMBER_INCOMPLETE),
        (VISITING_GUEST, WHOLE, RefusalCode.GUEST_NO_MEMBER),
        (UNKNOWN, WHOLE, RefusalCode.MEMBER_UNKNOWN),
        (NEWCOMER, WHOLE | {"sector": "press"}, RefusalCode.SECTOR_UNKNOWN),
        (MEMBER, {"country": "CA"}, RefusalCode.COUNTRY_UNKNOWN),
        (MEMBER, {"organisation": " "}, RefusalCode.TEXT_EMPTY),
        (MEMBER, {"organisation": "n" * 121}, RefusalCode.NAME_TOO_LONG),
        (MEMBER, {"themes": frozenset({"talent"})}, RefusalCode.THEMES_OF_LEADS),
        (MEMBER, {"role": Role.LEAD}, RefusalCode.LEAD_NEEDS_THEMES),
        (LEAD, {"themes": frozenset()}, RefusalCode.LEAD_NEEDS_THEMES),
        (LEAD, {"themes": frozenset({"press"})}, RefusalCode.THEME_UNKNOWN),
    ],
)
def test_what_makes_no_sense_is_refused(
    stage: Stage, user: str, facts: dict[str, Any], code: RefusalCode
) -> None:
    assert stage.code(lambda: adjust(adjusting(stage, user, **facts), stage.uow, NOW)) is code


@pytest.mark.parametrize(
    ("by", "code"),
    [
        (MEMBER, RefusalCode.CHAIR_ONLY),
        (LEAD, RefusalCode.CHAIR_ONLY),
        (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, RefusalCode.GUEST_READS_ONLY),
        (STRANGER, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, RefusalCode.MEMBERS_ONLY),
        (ADMIN, RefusalCode.MEMBERS_ONLY),
    ],
)
def test_only_chairs_change_and_remove_people(stage: Stage, by: str, code: RefusalCode) -> None:
    wanted = adjusting(stage, MEMBER if by != MEMBER else LEAD, by, role=Role.OBSERVER)
    assert stage.code(lambda: adjust(wanted, stage.uow, NOW)) is code
    assert stage.code(lambda: leave(leaving(stage, wanted.user, by), stage.uow, NOW)) is code


def test_the_last_chair_who_can_act_neither_steps_down_nor_leaves(stage: Stage) -> None:
    """A guest and a person of another workspace are chairs too, in name."""
    wanted = adjusting(stage, CHAIR, role=Role.MEMBER)
    assert stage.code(lambda: adjust(wanted, stage.uow, NOW)) is RefusalCode.LAST_CHAIR
    assert stage.code(lambda: leave(leaving(stage, CHAIR), stage.uow, NOW)) is RefusalCode.LAST_CHAIR
    adjust(adjusting(stage, MEMBER, role=Role.CHAIR), stage.uow, NOW)
    assert adjust(wanted, stage.uow, NOW).member.role is Role.MEMBER


def test_a_deactivated_chair_is_taken_out_but_is_no_other_chair(stage: Stage) -> None:
    adjust(adjusting(stage, MEMBER, role=Role.CHAIR), stage.uow, NOW)
    deactivate(stage, MEMBER)
    wanted = adjusting(stage, CHAIR, role=Role.MEMBER)
    assert stage.code(lambda: adjust(wanted, stage.uow, NOW)) is RefusalCode.LAST_CHAIR
    leave(leaving(stage, MEMBER, CHAIR), stage.uow, NOW)
    assert stage.record.members.get(MEMBER) is None


def test_who_was_deactivated_is_told_apart_and_speaks_from_no_seat(stage: Stage) -> None:
    before = roster(stage.origin(), 1, stage.uow)
    deactivate(stage, LEAD)
    after = roster(stage.origin(), 1, stage.uow)
    assert (before.gone, after.gone) == (frozenset(), frozenset({LEAD}))
    assert after.members == before.members
    assert sum(after.seats.values()) == sum(before.seats.values()) - 1
    cards = [member_card(stage.origin(), 1, user, stage.uow) for user in (LEAD, MEMBER)]
    assert [card.is_gone for card in cards] == [True, False]


def test_a_form_for_somebody_who_changed_meanwhile_is_refused(stage: Stage) -> None:
    seen = stage.member(MEMBER)
    adjust(adjusting(stage, MEMBER, organisation="University"), stage.uow, NOW)
    wanted = adjusting(stage, MEMBER, role=Role.OBSERVER, seen=seen)
    assert stage.code(lambda: adjust(wanted, stage.uow, NOW)) is RefusalCode.MEMBER_CHANGED


def test_a_new_role_counts_from_the_next_interaction_on(stage: Stage) -> None:
    adjust(adjusting(stage, MEMBER, role=Role.OBSERVER), stage.uow, NOW)
    note = NoteSubmission(
        origin=stage.origin(MEMBER), group=1, text="said", language=stage.record.group.languages[0]
    )
    assert stage.code(lambda: record_note(note, stage.uow, NOW)) is RefusalCode.OBSERVER_READS_ONLY


def test_who_leaves_keeps_what_is_theirs_and_that_is_said(stage: Stage) -> None:
    stage.recommendation(owner=MEMBER)
    stage.recommendation(owner=MEMBER, status="implemented")
    stage.action()
    gone = leave(leaving(stage, MEMBER), stage.uow, NOW)
    assert gone == Gone(MEMBER, 2)
    assert stage.record.members.get(MEMBER) is None
    assert stage.record.recommendations.by_number[1].owner == MEMBER
    assert stage.told()[-1] == NewChange(kind=ChangeKind.MEMBER_LEFT, before=MEMBER)


def test_whom_a_chair_removes_is_named(stage: Stage) -> None:
    leave(leaving(stage, MEMBER, CHAIR), stage.uow, NOW)
    assert stage.told()[-1] == NewChange(kind=ChangeKind.MEMBER_LEFT, before=MEMBER, person=MEMBER)


def test_leaving_twice_over_the_same_interaction_happens_once(stage: Stage) -> None:
    command = Leave(origin=stage.origin(MEMBER, key="same"), group=1, user=MEMBER)
    leave(command, stage.uow, NOW)
    assert stage.writes_nothing(lambda: leave(command, stage.uow, NOW)) == Gone(MEMBER, 0, repeated=True)


def test_nobody_leaves_who_is_not_there(stage: Stage) -> None:
    assert stage.code(lambda: leave(leaving(stage, NEWCOMER), stage.uow, NOW)) is RefusalCode.MEMBERS_ONLY
    removing = leaving(stage, NEWCOMER, CHAIR)
    assert stage.code(lambda: leave(removing, stage.uow, NOW)) is RefusalCode.OWNER_UNKNOWN


def test_everybody_is_listed_chairs_first_and_every_seat_is_counted(stage: Stage) -> None:
    adjust(adjusting(stage, MEMBER, **WHOLE), stage.uow, NOW)
    found = roster(stage.origin(OBSERVER), 1, stage.uow)
    roles = [member.role for member in found.members]
    assert roles == sorted(roles, key=[Role.CHAIR, Role.LEAD, Role.MEMBER, Role.OBSERVER].index)
    assert len(found.seats) == 6
    assert found.seats[Seat(Sector.ACADEMIA, "US")] == 1
    assert found.seats[Seat(Sector.GOVERNMENT, "MX")] == 0
    assert sum(found.seats.values()) == len([role for role in roles if role is not Role.OBSERVER])


def test_a_person_is_shown_with_what_they_own(stage: Stage) -> None:
    stage.recommendation(owner=MEMBER)
    card = member_card(stage.origin(OBSERVER), 1, MEMBER, stage.uow)
    assert (card.member, card.name, card.owned, card.reads_only) == (stage.member(MEMBER), MEMBER, 1, False)
    assert member_card(stage.origin(MEMBER), 1, UNKNOWN, stage.uow).is_known is False
    assert member_card(stage.origin(MEMBER), 1, VISITING_GUEST, stage.uow).reads_only


def test_who_owns_more_than_is_counted_owns_no_known_number(stage: Stage) -> None:
    for _ in range(COUNTED_MAX):
        stage.action(owner=MEMBER)
    assert member_card(stage.origin(), 1, MEMBER, stage.uow).owned == COUNTED_MAX
    stage.action(owner=MEMBER)
    assert member_card(stage.origin(), 1, MEMBER, stage.uow).owned is None
    assert leave(leaving(stage, MEMBER), stage.uow, NOW).owned is None
