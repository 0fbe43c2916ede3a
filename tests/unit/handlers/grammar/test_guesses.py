"""What a slip of the fingers probably meant is offered in the words of whoever reads the answer."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import handlers.grammar
from domain.language import Language
from handlers.desk.excuses import problem_text
from handlers.grammar.command import parse
from handlers.grammar.filters import read_filters
from handlers.grammar.languages import read_languages
from handlers.grammar.linked import read_linked
from handlers.grammar.meetings import read_meeting
from handlers.grammar.moves import read_move
from handlers.grammar.problems import Problem
from handlers.grammar.vocabulary import Miss, Vocabulary
from tests.fakes.setting import setting_with
from tests.unit.handlers.material import EN, ES, GROUP, WORDS

BOTH = tuple(Language)


def fixed() -> Iterator[tuple[str, Vocabulary[Any]]]:
    """Every vocabulary that does not depend on a group, by where it stands."""
    for found in pkgutil.walk_packages(handlers.grammar.__path__, "handlers.grammar."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if isinstance(value, Vocabulary):
                yield f"{found.name}.{name}", value


FIXED = dict(fixed())
SETTING = setting_with(GROUP.themes, ES)
OF_GROUP: dict[str, Vocabulary[Any]] = {
    "sectors": SETTING.sector_words,
    "countries": SETTING.country_words,
    "drivers": SETTING.driver_words,
}


def slips(words: str) -> set[str]:
    """The words with one letter too few, and the first half of them."""
    return {words[:at] + words[at + 1 :] for at in range(len(words))} | {words[: len(words) // 2 + 1]}


@pytest.mark.parametrize("vocabulary", [*FIXED, *OF_GROUP])
def test_whatever_a_word_is_like_is_offered_in_the_language_of_its_reader(vocabulary: str) -> None:
    words = {**FIXED, **OF_GROUP}[vocabulary]
    for typed in sorted({slip for name in words._names for slip in slips(name.text)}):
        found = words.find(typed)
        if not isinstance(found, Miss):
            continue
        assert len(found.meant) == len(found.nearest)
        for near, meant in zip(found.nearest, found.meant, strict=True):
            for language in BOTH:
                own = {
                    name.text
                    for name in words._names
                    if name.value == near.value and name.language is language
                }
                assert meant.in_language(language) in (own or {near.text})


def read(what: str, line: str, language: Language) -> object:
    setting = setting_with(GROUP.themes, language)
    readers: dict[str, Callable[[], object]] = {
        "move": lambda: read_move(line, language),
        "list": lambda: read_filters(parse(f"list {line}"), setting),
        "meeting": lambda: read_meeting(parse(f"meeting {line}"), GROUP.themes, setting.reader, GROUP.zone),
        "language": lambda: read_languages(line),
        "linked": lambda: read_linked(line),
    }
    return readers[what]()


LINES = [
    ("move", "R-1 en progreso", "¿Quiso decir en curso ", "Did you mean in progress"),
    ("move", "O-1 confirmd", "¿Quiso decir confirmado?", "Did you mean confirmed?"),
    ("list", "estado:agred", "¿Quiso decir acordada?", "Did you mean agreed?"),
    ("meeting", "cancl M-1", "¿Quiso decir cancelar?", "Did you mean cancel?"),
    ("language", "españl", "¿Quiso decir español?", "Did you mean Spanish?"),
    ("linked", "obstaclse", "¿Quiso decir obstáculo?", "Did you mean obstacle?"),
    ("meeting", "canclar M-1", "¿Quiso decir cancelar", "Did you mean cancel"),
]


@pytest.mark.parametrize(("what", "line", "spanish", "english"), LINES)
def test_a_line_with_a_slip_is_answered_in_the_language_of_its_reader(
    what: str, line: str, spanish: str, english: str
) -> None:
    for language, words in ((ES, spanish), (EN, english)):
        problem = read(what, line, language)
        assert isinstance(problem, Problem)
        told = problem_text(WORDS.for_language(language), problem)
        assert words in told
