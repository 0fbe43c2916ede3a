"""The kinds of record as people name them."""

from __future__ import annotations

import pytest

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.kinds import find_kind
from handlers.grammar.vocabulary import Hit
from tests.unit.handlers.material import WORDS


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", RecordKind)
def test_every_kind_is_found_by_its_names_in_the_catalogues(kind: RecordKind, language: Language) -> None:
    t = WORDS.for_language(language)
    for word in (t(f"kind-{kind.value}"), t(f"kind-{kind.value}.plural"), kind.value):
        found = find_kind(word)
        assert isinstance(found, Hit), word
        assert found.value is kind
