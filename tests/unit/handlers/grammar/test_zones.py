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


@pytest.mark.parametrize(
    ("word", "zones"),
    [
        ("CST", {"America/Mexico_City", "America/Chicago"}),
        ("cst", {"America/Mexico_City", "America/Chicago"}),
        ("IST", {"Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"}),
    ],
)
def test_an_abbreviation_of_several_countries_is_asked_about(word: str, zones: set[str]) -> None:
    found = find_zone(word)
    assert isinstance(found, Miss)
    assert found.several
    assert {name.value for name in found.nearest} == zones


def test_the_beginning_of_a_city_is_still_the_city() -> None:
    assert find_zone("Ista") == Hit("Asia/Istanbul", None)


@pytest.mark.parametrize("word", ["localtime", "Factory", "posixrules"])
def test_what_stands_for_no_place_is_no_zone(word: str) -> None:
    assert isinstance(find_zone(word), Miss)
    with pytest.raises(Refusal):
        known_zone(word)
