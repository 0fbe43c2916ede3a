"""Rights by role and theme (PRODUCT: Who may)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.group import Sector
from domain.people import Member, Person, Profile, Role
from domain.permissions import Actor, Right, leads, may_schedule_digests, require, require_admin
from domain.refusal import Refusal, RefusalCode

SEEN_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LED, OTHER, WHOLE = "charging", "talent", None


def profile(*, admin: bool = False, guest: bool = False, stranger: bool = False) -> Profile:
    return Profile(
        person=Person("T0001", "U0001"),
        name="member-mx",
        locale_language=None,
        zone=None,
        is_admin=admin,
        is_guest=guest,
        is_stranger=stranger,
        fetched_at=SEEN_AT,
    )


def member(role: Role) -> Member:
    themes = frozenset({LED}) if role is Role.LEAD else frozenset[str]()
    return Member(
        user="U0001", role=role, sector=Sector.INDUSTRY, country="MX", organisation="Plant", themes=themes
    )


def refusal(actor: Actor, right: Right, theme: str | None) -> RefusalCode | None:
    try:
        assert require(actor, right, theme) is actor.member
    except Refusal as refused:
        return refused.code
    return None


LEAD_ONLY, CHAIR_ONLY, OBSERVER = (
    RefusalCode.LEAD_ONLY,
    RefusalCode.CHAIR_ONLY,
    RefusalCode.OBSERVER_READS_ONLY,
)
RIGHTS = {
    (Role.CHAIR, Right.RECORD): (None, None, None),
    (Role.CHAIR, Right.MODERATE): (None, None, None),
    (Role.CHAIR, Right.SCHEDULE_DIGESTS): (None, None, None),
    (Role.CHAIR, Right.ADMINISTER): (None, None, None),
    (Role.LEAD, Right.RECORD): (None, None, None),
    (Role.LEAD, Right.MODERATE): (None, LEAD_ONLY, LEAD_ONLY),
    (Role.LEAD, Right.SCHEDULE_DIGESTS): (None, LEAD_ONLY, LEAD_ONLY),
    (Role.LEAD, Right.ADMINISTER): (CHAIR_ONLY, CHAIR_ONLY, CHAIR_ONLY),
    (Role.MEMBER, Right.RECORD): (None, None, None),
    (Role.MEMBER, Right.MODERATE): (LEAD_ONLY, LEAD_ONLY, LEAD_ONLY),
    (Role.MEMBER, Right.SCHEDULE_DIGESTS): (LEAD_ONLY, LEAD_ONLY, LEAD_ONLY),
    (Role.MEMBER, Right.ADMINISTER): (CHAIR_ONLY, CHAIR_ONLY, CHAIR_ONLY),
    (Role.OBSERVER, Right.RECORD): (OBSERVER, OBSERVER, OBSERVER),
    (Role.OBSERVER, Right.MODERATE): (OBSERVER, OBSERVER, OBSERVER),
    (Role.OBSERVER, Right.SCHEDULE_DIGESTS): (OBSERVER, OBSERVER, OBSERVER),
    (Role.OBSERVER, Right.ADMINISTER): (OBSERVER, OBSERVER, OBSERVER),
}
"""By role and right: the refusal in a theme one leads, in another theme, for the whole group."""


def test_the_table_names_every_role_and_right() -> None:
    assert set(RIGHTS) == {(role, right) for role in Role for right in Right}


@pytest.mark.parametrize(("role", "right"), RIGHTS)
def test_a_role_holds_its_rights_in_its_themes(role: Role, right: Right) -> None:
    actor = Actor(profile(), member(role))
    assert tuple(refusal(actor, right, theme) for theme in (LED, OTHER, WHOLE)) == RIGHTS[role, right]


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("role", Role)
def test_a_guest_or_stranger_holds_no_right_whatever_their_role(role: Role, right: Right) -> None:
    for flagged in (profile(guest=True), profile(stranger=True)):
        assert refusal(Actor(flagged, member(role)), right, LED) is RefusalCode.GUEST_READS_ONLY


@pytest.mark.parametrize("right", Right)
def test_a_person_outside_the_group_is_told_that_it_is_for_members(right: Right) -> None:
    assert refusal(Actor(profile(admin=True), None), right, LED) is RefusalCode.MEMBERS_ONLY


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        (Role.CHAIR, (True, True, True)),
        (Role.LEAD, (True, False, False)),
        (Role.MEMBER, (False, False, False)),
        (Role.OBSERVER, (False, False, False)),
    ],
)
def test_a_chair_answers_for_everything_and_a_lead_for_their_themes(
    role: Role, answers: tuple[bool, ...]
) -> None:
    assert tuple(leads(member(role), theme) for theme in (LED, OTHER, WHOLE)) == answers


@pytest.mark.parametrize("role", Role)
def test_a_digest_of_a_channel_is_for_chairs_and_for_leads(role: Role) -> None:
    assert may_schedule_digests(Actor(profile(), member(role))) == (role in {Role.CHAIR, Role.LEAD})
    assert not may_schedule_digests(Actor(profile(guest=True), member(role)))


def test_a_lead_of_no_theme_may_schedule_no_digest_nor_may_who_is_no_member() -> None:
    nothing = replace(member(Role.LEAD), themes=frozenset())
    assert not may_schedule_digests(Actor(profile(), nothing))
    assert not may_schedule_digests(Actor(profile(admin=True), None))


def test_an_administrator_may_found_a_group() -> None:
    require_admin(profile(admin=True))
    assert Actor(profile(admin=True), None).person == Person("T0001", "U0001")


@pytest.mark.parametrize(
    "anybody_else", [profile(), profile(admin=True, guest=True), profile(admin=True, stranger=True)]
)
def test_nobody_else_may_found_a_group(anybody_else: Profile) -> None:
    with pytest.raises(Refusal) as caught:
        require_admin(anybody_else)
    assert caught.value.code is RefusalCode.ADMIN_ONLY
