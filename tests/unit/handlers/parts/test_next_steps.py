"""Buttons that say a line in the person's stead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.validator import check_message
from handlers.parts.blocks import actions
from handlers.parts.limits import ACTION_ID_MAX, BUTTON_VALUE_MAX
from handlers.parts.next_steps import Press, again, say, share, verb_of

lines = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=BUTTON_VALUE_MAX)


@given(line=lines)
def test_a_button_says_its_line_and_what_it_is(line: str) -> None:
    for made, verb in ((say("Go", line), Press.SAY), (share("Go", line), Press.SHARE)):
        assert made["value"] == line
        assert verb_of(made["action_id"]) == verb
        assert len(made["action_id"]) <= ACTION_ID_MAX


def test_again_names_the_item() -> None:
    made = again("Record it again", "N-12")
    assert (verb_of(made["action_id"]), made["value"]) == (Press.AGAIN, "N-12")


@given(start=st.integers(0, BUTTON_VALUE_MAX - 10), one=st.integers(1, 99), other=st.integers(1, 99))
def test_two_lines_that_differ_at_their_end_are_two_buttons(start: int, one: int, other: int) -> None:
    """As those that ask which group a long text is for."""
    row = [say("Group", f"{'x' * start} group:{number}") for number in sorted({one, other})]
    assert len({made["action_id"] for made in row}) == len(row)
    assert check_message({"text": "Which group?", "blocks": [actions(*row)]}) == []


def test_the_same_line_said_and_shared_are_two_buttons_of_one_row() -> None:
    row = actions(say("Next", "list"), share("Share", "list"))
    assert check_message({"text": "The list", "blocks": [row]}) == []


def test_a_style_shows() -> None:
    assert say("Stop", "digest stop D-1", style="danger")["style"] == "danger"
