"""`support`, `reserve`, `object` and `abstain`, typed and pressed."""

from __future__ import annotations

import pytest

from domain.people import Role
from domain.position import Stance
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.talk import Talk, lines


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """A recommendation under review."""
    await talk.channel("recommend Publish a map theme:charging")
    await talk.channel("move R-1 under review", LEAD)
    return talk


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("support R-1", Stance.SUPPORT),
        ("apoyar R-1 Nos sirve", Stance.SUPPORT),
        ("reserve R-1 If the suppliers are in", Stance.RESERVATION),
        ("reservar R-1", Stance.RESERVATION),
        ("object R-1 because of the costs", Stance.OBJECTION),
        ("objetar r1", Stance.OBJECTION),
        ("abstain R-1", Stance.ABSTENTION),
        ("abstenerse R-1", Stance.ABSTENTION),
    ],
)
async def test_every_stance_is_taken_in_both_languages(line: str, stance: Stance, talk: Talk) -> None:
    told = await talk.channel(line)
    assert told.startswith(f"*R-1* {stance.value} from {MEMBER}, industry (Mexico): Publish a map")
    assert [held.stance for held in talk.record.positions.of(1)] == [stance]


async def test_the_latest_position_counts_and_says_what_it_was_before(talk: Talk) -> None:
    await talk.channel("object R-1 The costs are not known")
    told = await talk.channel("support R-1 Now they are")
    assert told.splitlines() == [
        f"*R-1* objection → support from {MEMBER}, industry (Mexico): Publish a map",
        "Comment: Now they are",
        "1 support · the group\u2019s rule holds: it can be agreed",
    ]


@pytest.mark.parametrize("dash", ["\u2014", "\u2013", "-", ",", ":"])
async def test_what_stands_between_the_item_and_a_comment_is_no_part_of_it(dash: str, talk: Talk) -> None:
    told = await talk.channel(f"support R-1 {dash} looks great")
    assert "Comment: looks great" in told.splitlines()


async def test_a_list_of_reasons_stays_a_list(talk: Talk) -> None:
    await talk.channel("support R-1 - it is cheap\n- it is quick")
    assert talk.record.positions.of(1)[0].comment == "- it is cheap\n- it is quick"


async def test_a_button_pressed_twice_tells_the_channel_once(talk: Talk) -> None:
    answers = [await talk.presses("support R-1") for _ in range(2)]
    assert [answer.in_channel for answer in answers] == [True, False]
    assert answers[1].message.text == "Your position on R-1 was already there: support. Nothing was added."


async def test_somebody_who_changes_their_mind_twice_ends_where_they_began(talk: Talk) -> None:
    for value in ("support R-1", "object R-1", "support R-1"):
        assert (await talk.presses(value)).in_channel
    assert [held.stance for held in talk.record.positions.of(1)] == [Stance.SUPPORT]


async def test_the_card_shows_every_position(talk: Talk) -> None:
    await talk.channel("support R-1", CHAIR)
    await talk.channel("object R-1 The costs", MEMBER)
    shown = str((await talk.hears("show R-1")).message.blocks)
    assert "1 support, 1 objection" in shown
    assert "The costs" in shown


async def test_agreeing_is_offered_once_the_rule_holds(talk: Talk) -> None:
    against = await talk.hears("object R-1")
    assert "move R-1 agreed v2" not in lines(against)
    assert "move R-1 agreed v2" in lines(await talk.hears("support R-1"))
    assert (await talk.presses("move R-1 agreed v2", LEAD)).in_channel


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("support it", "Which item do you mean?"),
        ("support R-1, R-2", "One item at a time"),
        ("support O-1", "O-1 is not a recommendation"),
        ("support R-9", "I cannot find R-9"),
        (f"support R-1 {'x' * 3001}", "A text has at most 3,000 characters"),
    ],
)
async def test_what_is_no_position_is_said_to_the_person_alone(line: str, words: str, talk: Talk) -> None:
    await talk.channel("obstacle No map")
    assert (await talk.alone(line)).startswith(words)


async def test_a_closed_recommendation_takes_no_positions(talk: Talk) -> None:
    await talk.channel("withdraw R-1")
    assert (await talk.alone("support R-1", LEAD)).startswith("R-1 is closed (withdrawn)")


async def test_observers_take_no_positions(talk: Talk) -> None:
    talk.seat(MEMBER, role=Role.OBSERVER)
    assert (await talk.alone("support R-1")).startswith("Observers read along")
