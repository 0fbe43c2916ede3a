"""The people of a group in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.group import Group, Seat, Sector, Theme
from domain.language import Language, Names
from domain.people import Member, Role
from domain.register import COUNTED_MAX
from domain.usecases.members import Adjusted, Gone, MemberCard, Roster
from handlers.members.views import (
    PAGE_SIZE,
    adjusted_message,
    card_message,
    gone_message,
    leaving_message,
    roster_message,
)
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import CHAIR, GROUP, LEAD, MEMBER, NAMES, WORDS, member

LEADER = replace(member(Role.LEAD, LEAD), themes=frozenset({"infrastructure", "talent"}), country="US")
ROSTER = Roster(
    group=GROUP,
    members=(member(Role.CHAIR, CHAIR), LEADER, member(Role.MEMBER), member(Role.OBSERVER, "U0OBSERVER")),
    seats={
        Seat(sector, country): count
        for (sector, country), count in zip(
            ((sector, country) for country in ("MX", "US") for sector in Sector),
            (0, 2, 0, 0, 1, 0),
            strict=True,
        )
    },
    names=NAMES,
)


def card(found: Member | None, **facts: object) -> MemberCard:
    plain = MemberCard(
        group=GROUP, user=MEMBER, member=found, name="member-us", owned=2, is_known=True, reads_only=False
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def test_people_read_well(album: Album) -> None:
    change = NewChange(kind=ChangeKind.ROLE_CHANGED, before="member", after="lead", person=LEAD)
    joined = NewChange(kind=ChangeKind.MEMBER_JOINED, after=LEAD, person=LEAD)
    album.compare(
        "members",
        {
            "everybody": lambda t: roster_message(t, ROSTER, 1),
            "everybody, one of them deactivated": lambda t: roster_message(
                t, replace(ROSTER, gone=frozenset({MEMBER})), 1
            ),
            "everybody, two of them deactivated": lambda t: roster_message(
                t, replace(ROSTER, gone=frozenset({MEMBER, "U0OBSERVER"})), 1
            ),
            "one who is deactivated, for a chair": lambda t: card_message(
                t, card(member(Role.MEMBER), is_gone=True), "/wg", may_change=True
            ),
            "one, for a chair": lambda t: card_message(t, card(LEADER), "/wg", may_change=True),
            "one, for others": lambda t: card_message(
                t, card(member(Role.MEMBER), owned=0), "/wg", may_change=False
            ),
            "nobody's member, for a chair": lambda t: card_message(t, card(None), "/wg", may_change=True),
            "nobody's member, for others": lambda t: card_message(t, card(None), "/wg", may_change=False),
            "a guest": lambda t: card_message(t, card(None, reads_only=True), "/wg", may_change=True),
            "changed": lambda t: adjusted_message(t, Adjusted(LEADER, GROUP, (change,)), "lead-infra"),
            "brought in": lambda t: adjusted_message(
                t, Adjusted(LEADER, GROUP, (joined, change)), "lead-infra"
            ),
            "so already": lambda t: adjusted_message(t, Adjusted(LEADER, GROUP, ()), "lead-infra"),
            "leaving?": lambda t: leaving_message(t, GROUP, leaving(0)),
            "leaving, with something open?": lambda t: leaving_message(t, GROUP, leaving(3)),
            "removed": lambda t: gone_message(t, Gone(LEAD, 1), "lead-infra", oneself=False),
            "left": lambda t: gone_message(t, Gone(LEAD, 3), "lead-infra", oneself=True),
        },
    )


@pytest.mark.parametrize("language", Language)
def test_of_more_items_than_are_counted_it_is_said_that_there_are_more(language: Language) -> None:
    t = WORDS.for_language(language)
    much = card(LEADER, owned=None)
    told = (
        card_message(t, much, "/wg", may_change=False),
        card_message(t, replace(much, is_gone=True), "/wg", may_change=True),
        leaving_message(t, GROUP, much),
        gone_message(t, Gone(LEAD, None), "lead-infra", oneself=False),
        gone_message(t, Gone(LEAD, None), "lead-infra", oneself=True),
    )
    for message in told:
        assert t("count-many", count=COUNTED_MAX) in str(message.blocks).lower()
        assert message_violations(message, t) == []


def leaving(owned: int) -> MemberCard:
    return MemberCard(
        group=GROUP,
        user=LEAD,
        member=LEADER,
        name="lead-infra",
        owned=owned,
        is_known=True,
        reads_only=False,
    )


def crowd(count: int) -> Roster:
    """A group as large and as wordy as can be."""
    long = "<&" * 60
    themes = tuple(
        Theme(f"key-{number}", Names(dict.fromkeys(Language, f"{long[:110]} {number}")))
        for number in range(40)
    )
    group: Group = replace(GROUP, themes=themes)
    everybody = tuple(
        replace(
            member(Role.LEAD, f"U{number:08d}"),
            organisation=long,
            themes=frozenset(theme.key for theme in themes),
        )
        for number in range(count)
    )
    names = {one.user: long for one in everybody}
    return replace(ROSTER, group=group, members=everybody, names=names)


@pytest.mark.parametrize("language", Language)
def test_200_members_with_40_themes_each_stay_inside_slack_s_limits(language: Language) -> None:
    t, roster = WORDS.for_language(language), crowd(200)
    for page in (1, 4, 8, 9999):
        message = roster_message(t, roster, page)
        assert message_violations(message, t) == []
    first, last = roster_message(t, roster, 1), roster_message(t, roster, 9999)
    assert [button["value"] for button in buttons(first)] == ["members page:2"]
    assert [button["value"] for button in buttons(last)] == [f"members page:{200 // PAGE_SIZE - 1}"]
    shown = card(roster.members[0], group=roster.group, name="<&" * 60)
    assert message_violations(card_message(t, shown, "/wg", may_change=True), t) == []


def test_an_empty_page_beyond_the_last_is_the_last() -> None:
    t = WORDS.for_language(Language.ENGLISH)
    assert roster_message(t, ROSTER, 7) == roster_message(t, ROSTER, 1)
