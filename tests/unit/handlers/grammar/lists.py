"""Lists as people ask for them."""

from domain.group import Theme
from domain.reference import RecordKind
from handlers.grammar.command import parse
from handlers.grammar.filters import read_filters
from handlers.grammar.problems import Problem
from handlers.grammar.wanted import Wanted
from tests.fakes.setting import setting_with

Themes = tuple[Theme, ...]
RECOMMENDATIONS = frozenset({RecordKind.RECOMMENDATION})
OBSTACLES = frozenset({RecordKind.OBSTACLE})


def read(text: str, themes: Themes) -> Wanted | Problem:
    return read_filters(parse(f"list {text}"), setting_with(themes))
