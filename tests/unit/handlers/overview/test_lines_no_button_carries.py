"""What a person typed may be longer than a button carries: the answer says it without one."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR
from tests.unit.handlers.desk.house import House
from tests.unit.handlers.talk import Talk, lines

SENTENCE = "Write it down and send it to the plant " * 52
ENCODED = "&amp;" * 450
"""Short as a person sees it, and long as Slack sends it."""

FORM = "draft:1"
"""What the button of a form carries in place of a long line, which is kept."""


@pytest.fixture
async def talk(house: House) -> Talk:
    """A-1 and M-1."""
    talk = Talk(house, house.router())
    for line in ("action Write it down", "meeting schedule next tuesday 10:00; Budget"):
        await talk.channel(line, CHAIR)
    return talk


@pytest.mark.parametrize("text", [f"should say {SENTENCE}", f"to: {SENTENCE}", f"should say {ENCODED}"])
async def test_a_long_text_behind_a_label_is_asked_about(text: str, talk: Talk) -> None:
    answer = await talk.hears(f"edit A-1 {text}", CHAIR)
    assert "Nothing has been changed" in answer.message.text
    assert lines(answer) == []


async def test_a_person_at_the_end_of_a_long_action_is_asked_about(talk: Talk) -> None:
    answer = await talk.hears(f"action {SENTENCE}<@U0LEAD|lead-infra>", CHAIR)
    assert "lead-infra" in answer.message.text
    assert lines(answer) == [FORM]


async def test_a_meeting_that_is_cancelled_for_many_days_can_still_be_cancelled(talk: Talk) -> None:
    answer = await talk.hears(f"withdraw M-1 {'monday ' * 300}", CHAIR)
    assert "nothing was changed" in answer.message.text
    assert lines(answer) == ["withdraw M-1", FORM]


@pytest.mark.parametrize(("line", "word"), [("notes {} from last week", "from"), ("{} last week", "last")])
async def test_a_word_that_no_list_knows_is_told_behind_a_long_one(line: str, word: str, talk: Talk) -> None:
    answer = await talk.hears(f"list {line.format(ENCODED)}", CHAIR)
    assert f"what to do with “{word}”" in answer.message.text
    assert lines(answer) == []
