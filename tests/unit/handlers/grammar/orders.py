"""Actions as people give them."""

from collections.abc import Sequence

from handlers.grammar.actions import ActionWanted, read_action_part
from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import Problem
from handlers.words.slack_text import Mention


def read_action(text: str, people: Sequence[Mention], reader: Reader) -> ActionWanted | Problem:
    wanted, problems = read_action_part(text, people, reader)
    return next(iter(problems.values()), wanted)
