"""Zones as people name them."""

from __future__ import annotations

import pytest

from domain.group import known_zone
from domain.refusal import Refusal
from handlers.grammar.vocabulary import Hit, Miss
from handlers.grammar.zones import find_zone


@pytest.mark.parametrize(
    ("word", "zone"),
    [
        ("EST", "America/New_York"),
        ("mst", "America/Denver"),
        ("PDT", "America/Los_Angeles"),
        ("CDMX", "America/Mexico_City"),
        ("America/Tijuana", "America/Tijuana"),
    ],
)
def test_abbreviations_mean_the_clock_on_the_wall(word: str, zone: str) -> None:
    assert find_zone(word) == Hit(zone, None)


@pytest.mark.parametrize("word", ["localtime", "Factory", "posixrules"])
def test_what_stands_for_no_place_is_no_zone(word: str) -> None:
    assert isinstance(find_zone(word), Miss)
    with pytest.raises(Refusal):
        known_zone(word)
