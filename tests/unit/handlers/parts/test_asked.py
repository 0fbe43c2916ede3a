"""What a list was asked for: all statuses of a group are told by the word that asks for them."""

from __future__ import annotations

import pytest

from domain.language import Language
from domain.reference import RecordKind
from domain.register import Filter
from handlers.grammar.statuses import find_status, statuses_of
from handlers.grammar.vocabulary import Hit
from handlers.grammar.wanted import Wanted
from handlers.parts.asked import narrowing
from tests.unit.handlers.material import EN, ES, GROUP, WORDS

OBSTACLES = frozenset({RecordKind.OBSTACLE})
RECOMMENDATIONS = frozenset({RecordKind.RECOMMENDATION})


@pytest.mark.parametrize(
    ("language", "word", "kinds", "told"),
    [
        (ES, "abierto", frozenset(), ["abiertos"]),
        (ES, "abierto", OBSTACLES, ["abiertos"]),
        (ES, "abierta", RECOMMENDATIONS, ["abiertas"]),
        (EN, "open", frozenset(), ["open"]),
        (ES, "cerrada", RECOMMENDATIONS, ["cerradas"]),
        (ES, "propuesta", frozenset(), ["propuesta"]),
        (EN, "closed", OBSTACLES, ["closed"]),
    ],
)
def test_a_group_of_statuses_is_told_in_its_word(
    language: Language, word: str, kinds: frozenset[RecordKind], told: list[str]
) -> None:
    found = find_status(word)
    assert isinstance(found, Hit)
    statuses = found.value & statuses_of(kinds) if kinds else found.value
    filter_ = Filter(kinds=kinds, statuses=statuses)
    wanted = Wanted(kinds=kinds, statuses=statuses)
    assert narrowing(WORDS.for_language(language), GROUP, wanted, filter_, {}) == told
