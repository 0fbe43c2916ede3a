"""`edit` with nothing but a value of a field: whoever typed it is asked whether it is that or the text."""

from __future__ import annotations

from datetime import date

import pytest

from domain.obstacle import Severity
from tests.fakes.scene import CHAIR
from tests.unit.handlers.desk.house import House
from tests.unit.handlers.talk import Talk, lines

WHO = "<@U0LEAD|U0LEAD>"


@pytest.fixture
async def talk(house: House) -> Talk:
    """O-1, R-1 and A-1."""
    talk = Talk(house, house.router())
    for line in ("obstacle Few chargers", "recommend Build them for O-1", "action Write it down"):
        await talk.channel(line, CHAIR)
    return talk


@pytest.mark.parametrize(
    ("typed", "meant", "as_text"),
    [
        ("edit A-1 friday", "assign A-1 friday", "edit A-1 text:friday"),
        (f"edit A-1 {WHO} friday", f"assign A-1 {WHO} friday", f"edit A-1 text:{WHO} friday"),
        (f"edit A-1 {WHO}", f"assign A-1 {WHO}", f"edit A-1 text:{WHO}"),
        ("edit A-1 tomorrow", "assign A-1 tomorrow", "edit A-1 text:tomorrow"),
        ("edit A-1 friday at 5pm", "assign A-1 due friday", "edit A-1 text:friday at 5pm"),
        ("edit A-1 done", "move A-1 done", "edit A-1 text:done"),
        ("edit R-1 60%", "move R-1 60%", "edit R-1 text:60%"),
        ("edit R-1 in progress", "move R-1 in progress", "edit R-1 text:in progress"),
        ("edit R-1 2027-Q3", "assign R-1 2027-Q3", "edit R-1 text:2027-Q3"),
        ("edit O-1 high", "edit O-1 severity:high", "edit O-1 text:high"),
        ("edit O-1 confirmed", "move O-1 confirmed", "edit O-1 text:confirmed"),
        ("edit O-1 Mexico", "edit O-1 country:Mexico", "edit O-1 text:Mexico"),
        ("editar O-1 gravedad alta", "edit O-1 severity:alta", "edit O-1 text:gravedad alta"),
        ("editar R-1 en curso", "move R-1 en curso", "edit R-1 text:en curso"),
        ("editar A-1 viernes", "assign A-1 viernes", "edit A-1 text:viernes"),
        ("edit A-1 talent", 'edit A-1 theme:"talent"', "edit A-1 text:talent"),
    ],
)
async def test_a_value_that_is_all_of_the_text_is_asked_about(
    typed: str, meant: str, as_text: str, talk: Talk
) -> None:
    answer = await talk.hears(typed, CHAIR)
    assert not answer.in_channel
    assert lines(answer) == [meant, as_text]


async def test_either_answer_does_what_it_says(talk: Talk) -> None:
    await talk.presses("assign A-1 2027-03-05", CHAIR, "1700.3")
    await talk.presses("edit O-1 severity:high", CHAIR, "1700.4")
    await talk.presses("edit R-1 text:60%", CHAIR, "1700.5")
    action, obstacle = talk.record.actions.get(1), talk.record.obstacles.get(1)
    proposal = talk.record.recommendations.get(1)
    assert action is not None
    assert obstacle is not None
    assert proposal is not None
    assert (action.due_on, obstacle.severity) == (date(2027, 3, 5), Severity.HIGH)
    assert (proposal.text.original, proposal.progress) == ("60%", 0)


async def test_what_a_recommendation_answers_is_no_text_without_a_question(talk: Talk) -> None:
    answer = await talk.hears("edit R-1 for O-1", CHAIR)
    assert lines(answer) == ["edit R-1 text:for O-1"]
    assert "when it is proposed" in answer.message.text


async def test_of_evidence_its_kind_and_what_it_is_for_are_no_text_without_a_question(talk: Talk) -> None:
    await talk.channel("evidence https://example.org/a Study of rails", CHAIR)
    assert lines(await talk.hears("edit E-1 for R-1", CHAIR)) == [
        "evidence E-1 for R-1",
        "edit E-1 text:for R-1",
    ]
    answer = await talk.hears("editar E-1 datos", CHAIR)
    assert lines(answer) == ["edit E-1 text:datos"]
    assert "kind" in answer.message.text
    assert "data of rails" in await talk.channel("edit E-1 data of rails", CHAIR)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("edit R-1 Build a map of stations by 2027-Q3", "by 2027-Q3"),
        ("edit R-1 Build a map due friday\n- of stations", "due friday"),
        ("edit A-1 Call them due friday at 5pm", "due friday"),
        ("edit A-1 Tell them by friday at the plant", "by friday"),
    ],
)
async def test_a_day_that_recording_would_read_stays_in_a_new_text_and_is_told(
    line: str, told: str, talk: Talk
) -> None:
    assert f"“{told}” stays in the text" in await talk.channel(line, CHAIR)


async def test_a_day_that_is_set_with_a_pair_is_not_told_again(talk: Talk) -> None:
    shown = await talk.channel("edit R-1 due:2027-06-30 Build a map by 2027-Q3", CHAIR)
    assert "stays in the text" not in shown


async def test_a_day_that_cannot_be_is_asked_about(talk: Talk) -> None:
    assert "No calendar has" in await talk.alone("edit A-1 june 31", CHAIR)


@pytest.mark.parametrize(
    "text", ["Friday is too late", "Confirm by friday", "Mexico has few", "High tariffs", "Done by whom?"]
)
async def test_other_words_are_the_text(text: str, talk: Talk) -> None:
    shown = await talk.channel(f"edit A-1 {text}", CHAIR)
    held = talk.record.actions.get(1)
    assert held is not None
    assert held.text.original == text
    assert text in shown
