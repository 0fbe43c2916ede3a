"""A courtesy at the end of a request is no part of it, wherever the request ends."""

import pytest

from handlers.grammar.actions import ActionWanted
from handlers.grammar.closings import closing
from handlers.grammar.references import split_answers
from handlers.grammar.small_words import COURTESIES
from handlers.grammar.subjects import without_courtesy
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.orders import read_action


@pytest.mark.parametrize("courtesy", sorted(COURTESIES))
def test_every_courtesy_may_end_every_request(courtesy: str) -> None:
    reader = setting_with().reader
    assert without_courtesy(f"looks great, {courtesy}.") == "looks great"
    assert closing(f" {courtesy}") is not None
    assert split_answers(f"Build for O-3, {courtesy}") == split_answers("Build for O-3")
    plain = read_action("Call them due friday", (), reader)
    assert isinstance(plain, ActionWanted)
    assert plain.due_on is not None
    assert read_action(f"Call them due friday, {courtesy}", (), reader) == plain
