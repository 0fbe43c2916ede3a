"""Zones as people name them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from domain.group import NO_PLACES, known_zone
from domain.language import Language
from domain.refusal import Refusal
from handlers.grammar.abbreviations import ONE_CLOCK, SEVERAL
from handlers.grammar.vocabulary import Hit, Miss
from handlers.grammar.zones import find_zone, is_zone, offered, read_zone

YEAR = tuple(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=7 * week) for week in range(53))
ODD_FILES = frozenset(
    {"CET", "CST6CDT", "EET", "EST", "EST5EDT", "GB", "GB-Eire", "GMT+0", "GMT-0", "GMT0", "Greenwich"}
    | {"HST", "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "ROC", "ROK", "UCT"}
    | {"Universal", "W-SU", "WET", "Zulu", "GMT"}
)
"""Ids of tzdata without a place in them, countries' names aside."""


@cache
def clock_of(zone: str) -> tuple[timedelta | None, ...]:
    """A year of offsets: zones with the same one are one clock."""
    return tuple(instant.astimezone(ZoneInfo(zone)).utcoffset() for instant in YEAR)


def clocks_by_abbreviation() -> dict[str, set[tuple[timedelta | None, ...]]]:
    clocks: dict[str, set[tuple[timedelta | None, ...]]] = {}
    for zone in available_timezones() - NO_PLACES:
        for instant in YEAR:
            name = instant.astimezone(ZoneInfo(zone)).tzname() or ""
            if name.isalpha():
                clocks.setdefault(name.lower(), set()).add(clock_of(zone))
    return clocks


CLOCKS = clocks_by_abbreviation()


@pytest.mark.parametrize(
    ("word", "zone"),
    [
        ("EDT", "America/New_York"),
        ("mdt", "America/Denver"),
        ("PDT", "America/Los_Angeles"),
        ("ET", "America/New_York"),
        ("CDMX", "America/Mexico_City"),
        ("America/Tijuana", "America/Tijuana"),
        ("utc", "UTC"),
        ("Japan", "Japan"),
    ],
)
def test_a_name_of_one_clock_is_taken_at_its_word(word: str, zone: str) -> None:
    assert find_zone(word) == Hit(zone, None)
    assert is_zone(word)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("hora del centro", "America/Mexico_City"),
        ("hora del sureste", "America/Cancun"),
        ("hora del noroeste", "America/Tijuana"),
        ("hora del este", "America/New_York"),
        ("hora de la montaña", "America/Denver"),
        ("Eastern time", "America/New_York"),
    ],
)
def test_what_people_call_a_zone_of_the_two_countries_is_understood(words: str, zone: str) -> None:
    assert read_zone(words.split()) == Hit(zone, None)


@pytest.mark.parametrize("words", ["hora del Pacífico", "Pacífico"])
def test_the_pacific_of_mexico_is_not_that_of_the_united_states(words: str) -> None:
    found = find_zone(words)
    assert isinstance(found, Miss)
    assert [name.value for name in found.nearest] == ["America/Mazatlan", "America/Los_Angeles"]


@pytest.mark.parametrize(
    ("word", "zones"),
    [
        ("CST", ["America/Mexico_City", "America/Chicago", "America/Havana", "Asia/Shanghai"]),
        ("c.s.t.", ["America/Mexico_City", "America/Chicago", "America/Havana", "Asia/Shanghai"]),
        ("EST", ["America/New_York", "America/Cancun", "America/Panama"]),
        ("PST", ["America/Los_Angeles", "America/Tijuana", "Asia/Manila"]),
        ("IST", ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
        ("AST", ["America/Puerto_Rico", "America/Halifax", "Asia/Riyadh"]),
        ("WEST", ["Europe/Lisbon", "Atlantic/Canary"]),
    ],
)
def test_an_abbreviation_of_several_clocks_is_asked_about(word: str, zones: list[str]) -> None:
    found = find_zone(word)
    assert isinstance(found, Miss)
    assert (found.several, [name.value for name in found.nearest]) == (True, zones)
    assert not is_zone(word)


@pytest.mark.parametrize(
    ("word", "zone"), [("PET", "America/Lima"), ("est5edt", "America/New_York"), ("PRC", "Asia/Shanghai")]
)
def test_an_abbreviation_that_is_no_zones_name_suggests_its_place(word: str, zone: str) -> None:
    found = find_zone(word)
    assert isinstance(found, Miss)
    assert (found.several, found.suggestions) == (False, (zone,))


@pytest.mark.parametrize("word", sorted({*ODD_FILES, *SEVERAL}))
def test_no_abbreviation_but_those_of_one_clock_is_a_zone(word: str) -> None:
    for written in (word, word.upper()):
        assert isinstance(find_zone(written), Miss)


def test_every_abbreviation_of_tzdata_is_known() -> None:
    assert CLOCKS.keys() - ONE_CLOCK.keys() - SEVERAL.keys() == set()


def test_every_clock_that_tzdata_has_under_an_abbreviation_is_offered() -> None:
    offered = {name: {clock_of(zone) for zone in zones} for name, zones in SEVERAL.items()}
    assert {name: CLOCKS[name] - clocks for name, clocks in offered.items() if name in CLOCKS} == {
        name: set() for name in offered if name in CLOCKS
    }


def test_what_is_taken_at_its_word_has_one_clock_in_tzdata() -> None:
    named = {name: zone for name, zone in ONE_CLOCK.items() if name in CLOCKS}
    assert {name: CLOCKS[name] for name in named} == {name: {clock_of(zone)} for name, zone in named.items()}


def test_the_ids_of_tzdata_without_a_place_are_countries_or_asked_about() -> None:
    placeless = {zone for zone in available_timezones() - NO_PLACES if "/" not in zone}
    taken = {zone for zone in placeless if isinstance(find_zone(zone), Hit)}
    assert taken == placeless - ODD_FILES
    assert placeless >= ODD_FILES


def test_every_zone_that_is_offered_is_understood() -> None:
    zones = {zone for zones in SEVERAL.values() for zone in zones} | set(ONE_CLOCK.values())
    assert {zone: find_zone(zone) for zone in zones} == {zone: Hit(zone, None) for zone in zones}


def test_a_city_is_offered_by_the_name_that_the_reader_has_for_it() -> None:
    missed = find_zone("Atenaz")
    assert isinstance(missed, Miss)
    assert [offered(missed, each).suggestions[0] for each in Language] == ["Athens", "Atenas"]
    again = [find_zone(offered(missed, each).suggestions[0]) for each in Language]
    assert [found.value for found in again if isinstance(found, Hit)] == ["Europe/Athens"] * 2
    asked = find_zone("CST")
    assert isinstance(asked, Miss)
    assert offered(asked, Language.ENGLISH) == asked


@pytest.mark.parametrize("word", ["TIJUA", "ASTRA", "ANCHO"])
def test_capitals_are_no_beginning_of_a_city(word: str) -> None:
    assert isinstance(find_zone(word), Miss)
    assert isinstance(find_zone(word.title()), Hit)


def test_the_beginning_of_a_city_is_still_the_city() -> None:
    assert find_zone("Istan") == Hit("Asia/Istanbul", None)


@pytest.mark.parametrize("word", ["localtime", "Factory", "posixrules"])
def test_what_stands_for_no_place_is_no_zone(word: str) -> None:
    assert isinstance(find_zone(word), Miss)
    with pytest.raises(Refusal):
        known_zone(word)
