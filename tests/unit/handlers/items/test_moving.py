"""`move`, `done`, `withdraw` and `assign`, typed and pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.group import AgreementRule
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.talk import Talk, lines


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """A recommendation, an obstacle, an action and a note of the member's, in the theme of the lead."""
    for line in ("recommend Publish a map", "obstacle No map", "action Send the data", "note The census"):
        await talk.channel(f"{line} theme:charging")
    return talk


async def test_a_recommendation_goes_its_way_before_the_channel(talk: Talk) -> None:
    assert (await talk.channel("move R-1 under review", LEAD)).startswith("*R-1* proposed → under review: ")
    assert (await talk.channel("mover R-1 acordada", LEAD)).startswith("*R-1* under review → agreed: ")
    assert (await talk.channel("assign R-1 me", LEAD)).startswith(f"*R-1* new owner: {LEAD}: ")
    told = await talk.channel("move R-1 in progress 40% because the tender is out", LEAD)
    assert told.splitlines() == [
        "*R-1* agreed → in progress, progress 0% → 40%: Publish a map",
        "Reason: the tender is out",
    ]
    assert (await talk.channel("move R-1 60%", LEAD)).startswith("*R-1* progress 40% → 60%: ")
    assert (await talk.channel("done R-1", LEAD)).startswith(
        "*R-1* in progress → implemented, progress 60% → 100%: "
    )


@pytest.mark.parametrize(
    ("line", "user", "words"),
    [
        ("move R-1 under review", MEMBER, "This is for the lead of the theme or the chair"),
        ("move R-9 agreed", LEAD, "I cannot find R-9"),
        ("move O-1 dropped", LEAD, "To mark O-1 as dropped, say why"),
        ("move O-1 merged", LEAD, "To mark O-1 as merged, name the one that takes its place"),
        ("move O-1 merged into O-1", LEAD, "O-1 cannot give way to itself"),
        ("move O-1 merged into R-1", LEAD, "R-1 is not of the same kind as O-1"),
        ("move O-1 40%", LEAD, "O-1 has no progress"),
        ("move R-1 140%", LEAD, "Progress goes from 0 to 100 percent; 140 is outside"),
        ("move R-1 reopen because", CHAIR, "R-1 is not closed (proposed)"),
        ("withdraw R-1", LEAD, "This is for the chair of the group"),
        ("assign O-1 me", LEAD, "O-1 takes no owner and no date"),
        ("assign R-1 <@U0NOBODY|nobody>", LEAD, "That person is not a member of this group"),
        ("assign R-1 due 2020-01-01", LEAD, "Wednesday, Jan 1, 2020 has passed already"),
        ("move R-1 sideways", LEAD, "“sideways” is not a status of this item. It can be proposed, "),
        ("done N-1", MEMBER, "“done” is not a status of this item. It can be recorded or withdrawn."),
        ("withdraw all", MEMBER, "Which item do you mean?"),
        ("assign R-1 soon", LEAD, "I cannot read “soon” as a date"),
    ],
)
async def test_what_cannot_be_is_said_to_the_person_alone(
    line: str, user: str, words: str, talk: Talk
) -> None:
    before = talk.record.changes.last_number
    assert (await talk.alone(line, user)).startswith(words)
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("move", "move"),
        ("done", "done"),
        ("withdraw", "withdraw"),
        ("assign", "assign"),
        ("mover", "move"),
        ("hecho", "done"),
        ("retirar", "withdraw"),
        ("asignar", "assign"),
    ],
)
async def test_a_verb_alone_opens_its_form(verb: str, form: str, talk: Talk) -> None:
    assert (await talk.opens(verb))["callback_id"] == form


async def test_a_move_that_cannot_be_names_those_that_can(talk: Talk) -> None:
    answer = await talk.hears("move R-1 implemented", LEAD)
    assert answer.message.text.splitlines() == [
        "R-1 has the status “proposed” and cannot go straight to “implemented”.",
        "R-1 is now: proposed.",
    ]
    assert lines(answer) == ["move R-1 under_review v1", "move R-1", "show R-1"]


async def test_without_a_status_the_moves_that_one_may_make_are_offered(talk: Talk) -> None:
    offered = [lines(await talk.hears(f"move {reference}", LEAD)) for reference in ("R-1", "O-1", "A-1")]
    assert offered == [
        ["move R-1 under_review v1", "move R-1", "show R-1"],
        ["move O-1 confirmed v1", "move O-1 resolved v1", "move O-1", "show O-1"],
        ["done A-1 v1", "show A-1"],
    ]
    assert lines(await talk.hears("move R-1", MEMBER)) == ["show R-1"]


async def test_where_it_stands_already_nothing_happens(talk: Talk) -> None:
    told = await talk.alone("move R-1 proposed", LEAD)
    assert told == "R-1 stands there already: proposed. Nothing was changed."


@pytest.mark.parametrize(
    ("line", "again", "state"),
    [
        (
            f"assign R-1 <@{LEAD}|lead> due 2027-Q1",
            "asignar R-1 trimestre 2027-T1",
            f"owner: {LEAD}, due Wednesday, Mar 31, 2027",
        ),
        ("assign R-1 me", "assign R-1 me", f"owner: {LEAD}"),
        ("assign R-1 due 2027-03-05", "assign R-1 due 2027-03-05", "no owner, due Friday, Mar 5, 2027"),
    ],
)
async def test_who_and_when_it_is_already_is_told_to_whom_asks_for_it_again(
    talk: Talk, line: str, again: str, state: str
) -> None:
    await talk.channel(line, LEAD)
    for repeated in (line, again):
        told = await talk.alone(repeated, LEAD)
        assert told == f"R-1 is assigned like that already: {state}. Nothing was changed."


async def test_what_nobody_does_already_is_told_as_that(talk: Talk) -> None:
    told = await talk.alone("assign R-1 nobody", LEAD)
    assert told == "R-1 is assigned like that already: no owner. Nothing was changed."


async def test_a_button_of_an_earlier_version_shows_what_is_and_changes_nothing(talk: Talk) -> None:
    await talk.channel("move R-1 under review", LEAD)
    answer = await talk.presses("move R-1 under_review v1", LEAD)
    assert not answer.in_channel
    assert answer.message.text == (
        "R-1 has changed since this button appeared. It is now: under review. Nothing was changed."
    )
    assert "move R-1 agreed v2" in lines(answer)


async def test_a_double_click_moves_once_and_tells_the_channel_once(talk: Talk) -> None:
    answers = [await talk.presses("move R-1 under_review v1", LEAD) for _ in range(2)]
    assert [answer.in_channel for answer in answers] == [True, False]
    assert talk.record.recommendations.by_number[1].version == 2


async def test_a_move_is_taken_back(talk: Talk) -> None:
    answer = await talk.hears("move O-1 dropped because the map is there", LEAD)
    assert lines(answer)[-1] == "undo O-1 v2"
    told = (await talk.presses("undo O-1 v2", LEAD)).message.text
    assert told.startswith("*O-1* is back to identified: No map")


async def test_a_closed_recommendation_is_reopened_by_the_chair_with_a_reason(talk: Talk) -> None:
    await talk.channel("withdraw R-1 because it was a slip")
    assert "say why" in await talk.alone("move R-1 reopen", CHAIR)
    assert (await talk.channel("move R-1 reopen because it was none", CHAIR)).startswith(
        "*R-1* withdrawn → proposed: "
    )


async def test_an_action_is_finished_and_reopened_by_its_owner(talk: Talk) -> None:
    await talk.channel(f"assign A-1 <@{LEAD}|lead> due friday")
    assert (await talk.channel("done A-1", LEAD)).startswith("*A-1* open → done: ")
    assert (await talk.channel("mover A-1 abierta", LEAD)).startswith("*A-1* done → open: ")


async def test_a_member_takes_back_what_is_their_own(talk: Talk) -> None:
    assert (await talk.channel("retirar N-1")).startswith("*N-1* recorded → withdrawn: The census")


async def test_a_recommendation_gives_way_to_another(talk: Talk) -> None:
    await talk.channel("recommend Agree on one standard for plugs theme:charging")
    told = await talk.channel("move R-1 superseded by R-2 because one is enough", LEAD)
    assert told.startswith("*R-1* proposed → superseded, gives way to R-2: ")
    assert "superseded by R-2" in (await talk.hears("show R-1")).message.blocks[1]["elements"][0]["text"]


@pytest.mark.parametrize(
    ("rule", "missed"),
    [
        (AgreementRule.NO_OBJECTION, f"Objecting: {MEMBER}"),
        (AgreementRule.EACH_COUNTRY, "No support yet from: Mexico and United States"),
        (AgreementRule.TRIPLE_HELIX, "No support yet from: government (Mexico), industry (Mexico)"),
    ],
)
async def test_a_rule_that_does_not_hold_is_explained_and_overridden_by_a_chair(
    rule: AgreementRule, missed: str, talk: Talk
) -> None:
    talk.record.save_group(replace(talk.record.group, agreement_rule=rule))
    await talk.channel("object R-1 The costs are not known")
    await talk.channel("move R-1 under review", LEAD)
    told = await talk.alone("move R-1 agreed because we want it", LEAD)
    assert missed in told
    assert "As chair" not in told
    assert "As chair you can agree it all the same" in await talk.alone("move R-1 agreed", CHAIR)
    told = await talk.channel("move R-1 agreed because the grant does not wait", CHAIR)
    assert "although the group" in told
    assert told.endswith("Reason: the grant does not wait")


async def test_the_open_rule_asks_for_nothing(talk: Talk) -> None:
    talk.record.save_group(replace(talk.record.group, agreement_rule=AgreementRule.OPEN))
    await talk.channel("object R-1")
    await talk.channel("move R-1 under review", LEAD)
    assert await talk.channel("move R-1 agreed", LEAD)
