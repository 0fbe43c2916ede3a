"""Positions in lines, and the matrix of sectors and countries."""

from __future__ import annotations

from dataclasses import replace

from domain.group import Group, Sector
from domain.people import Role
from domain.position import Stance
from domain.recommendation import RecommendationStatus
from domain.usecases.positions import Balance, Taken
from handlers.parts.matrix import matrix_lines, matrix_list, totals
from handlers.parts.message import Message
from handlers.parts.positions import VOICES_SHOWN, position_blocks, same_message, taken_message
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    LEAD,
    MEMBER,
    NAMES,
    WORDS,
    member,
    recommendation,
)
from tests.unit.handlers.stances import balance, position, voice

TEN = ("MX", "US", "CA", "BR", "CO", "CL", "PE", "GT", "CR", "PA")


def taken(
    stands: Balance,
    comment: str | None = None,
    before: Stance | None = None,
    status: RecommendationStatus = RecommendationStatus.UNDER_REVIEW,
) -> Taken:
    item = replace(recommendation(), status=status)
    return Taken(item, position(MEMBER, Stance.SUPPORT, comment), before, stands)


ALONE = balance(voice(MEMBER, Stance.SUPPORT))
AGAINST = balance(voice(MEMBER, Stance.SUPPORT), voice(LEAD, Stance.OBJECTION, Sector.GOVERNMENT, "US"))
CASES = {
    "the first, with which it can be agreed": taken(ALONE, "Our plants need it & soon"),
    "one that was changed while others object": taken(AGAINST, before=Stance.OBJECTION),
    "before it is under review": taken(ALONE, status=RecommendationStatus.PROPOSED),
}


def test_a_position_is_shown_with_where_everybody_stands(album: Album) -> None:
    someone = member(Role.MEMBER)
    album.compare("position", each(CASES, lambda t, one: taken_message(t, one, someone, NAMES[MEMBER])))


def test_a_position_held_already_is_named(album: Album) -> None:
    album.compare("position-same", each({"same": taken(ALONE)}, same_message))


def test_it_can_be_agreed_with_a_press_once_the_rule_holds() -> None:
    t, someone = WORDS.for_language(EN), member(Role.MEMBER)
    lines = [
        [button["value"] for button in buttons(taken_message(t, one, someone, "member-us"))]
        for one in CASES.values()
    ]
    assert ["move R-1 agreed v3" in line for line in lines] == [True, False, False]


def test_the_matrix_has_a_line_for_each_country() -> None:
    stands = balance(
        voice("U1", Stance.SUPPORT, Sector.GOVERNMENT),
        voice("U2", Stance.SUPPORT, Sector.GOVERNMENT),
        voice("U3", Stance.OBJECTION, Sector.ACADEMIA),
    )
    assert matrix_lines(WORDS.for_language(EN), stands.matrix) == [
        ("Mexico", "government: 2 supports · industry: nobody yet · academia: 1 objection"),
        ("United States", "nobody yet"),
    ]
    assert matrix_lines(WORDS.for_language(ES), stands.matrix) == [
        ("México", "gobierno: 2 apoyos · industria: nadie todavía · academia: 1 objeción"),
        ("Estados Unidos", "nadie todavía"),
    ]
    assert totals(WORDS.for_language(EN), stands.matrix) == "2 supports, 1 objection"


def test_the_matrix_of_ten_countries_is_taken_by_slack() -> None:
    ten: Group = replace(GROUP, countries=TEN)
    voices = [
        voice(f"U{number}{sector}{country}{stance}", stance, sector, country, "x" * 3000)
        for number in range(2)
        for sector in Sector
        for country in TEN
        for stance in Stance
    ]
    stands = balance(*voices, group=ten)
    block = matrix_list(WORDS.for_language(ES), stands.matrix)
    assert len(block["elements"][0]["elements"]) == len(TEN)
    blocks = position_blocks(WORDS.for_language(ES), stands, {})
    assert message_violations(Message("x", tuple(blocks))) == []


def test_the_latest_positions_stand_first_and_the_others_are_counted() -> None:
    voices = [voice(f"U{number}", Stance.SUPPORT) for number in range(VOICES_SHOWN + 2)]
    blocks = position_blocks(WORDS.for_language(EN), balance(*voices), {})
    lines = blocks[2]["elements"][0]["elements"]
    assert len(lines) == VOICES_SHOWN
    assert lines[0]["elements"][1]["text"] == f"U{VOICES_SHOWN + 1}, industry (Mexico)"
    assert blocks[3]["elements"][0]["text"] == "and 2 more"


def test_a_position_on_an_earlier_text_is_marked() -> None:
    stands = balance(outdated=(position(LEAD, Stance.SUPPORT, "yes"),))
    blocks = position_blocks(WORDS.for_language(EN), stands, NAMES)
    line = "".join(run["text"] for run in blocks[2]["elements"][0]["elements"][0]["elements"])
    assert line == "support lead-infra: yes · before the text was edited; not counted"
