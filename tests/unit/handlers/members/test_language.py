"""The language one is answered in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.language import Language
from handlers.grammar.command import parse
from handlers.grammar.languages import read_language
from handlers.members.language_views import chosen_message, which_message
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, WORDS


def test_the_choice(album: Album) -> None:
    album.compare("language", {"which one": which_message, "chosen": chosen_message})


@pytest.mark.parametrize("message", ["zone-chosen", "zone-as-in-slack"])
def test_a_time_that_ends_with_a_full_stop_gets_no_second_one(message: str) -> None:
    t = WORDS.for_language(Language.SPANISH)
    now = t.datetime(datetime(2026, 11, 21, 9, 49, tzinfo=UTC), "America/Mexico_City")
    assert now.endswith(".")
    assert ".." not in t(message, zone="Puebla", now=now)


def test_each_language_has_a_button_that_chooses_it() -> None:
    lines = [parse(button["value"]) for button in buttons(which_message(WORDS.for_language(EN)))]
    assert [read_language(line.rest) for line in lines] == list(Language)
