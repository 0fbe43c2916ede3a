"""The number of a group in what Slack sends back."""

import pytest

from handlers.desk.metadata import Metadata
from handlers.parts.group_numbers import GROUP_MAX, group_number
from handlers.parts.next_steps import CARRIED_MAX, choose, fits, said_by, say


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", "٣", "1\n", " 1", "seven", "9" * 19])
def test_what_is_no_number_of_digits_names_no_group(text: str) -> None:
    assert group_number(text) is None


@pytest.mark.parametrize("number", [1, 42, GROUP_MAX])
def test_every_number_that_a_group_may_have_is_read_wherever_it_stands(number: int) -> None:
    assert group_number(str(number)) == number
    assert Metadata.read(Metadata(group=number).write()).group == number
    button = choose("Label", "status", number)
    assert said_by(button["action_id"], button["value"]) == ("status", number)


def test_a_number_that_no_group_can_have_is_read_nowhere() -> None:
    beyond = GROUP_MAX + 1
    assert Metadata.read(f'{{"group": {beyond}}}').group is None
    assert said_by("choose:status", f"status group:{beyond}") == (f"status group:{beyond}", None)


def test_the_longest_line_that_fits_has_room_for_the_number_of_its_group() -> None:
    line = "n" * CARRIED_MAX
    assert fits(line)
    assert not fits(f"{line}n")
    assert say("Label", line)["value"] == line
    assert choose("Label", line, GROUP_MAX)["value"].startswith(line)
