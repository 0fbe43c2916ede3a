"""Time zones as people name them: IANA names, cities in both languages, and a few words for regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from zoneinfo import available_timezones

from babel import Locale

from domain.language import Language
from handlers.grammar.folding import bare, folded
from handlers.grammar.vocabulary import Found, Hit, Name, Vocabulary

_REGIONS = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)

_FURTHER: tuple[tuple[str, str], ...] = (
    ("America/Mexico_City", "CDMX"),
    ("America/Mexico_City", "Guadalajara"),
    ("America/Mexico_City", "Puebla"),
    ("America/Mexico_City", "Querétaro"),
    ("America/Mexico_City", "San Luis Potosí"),
    ("America/Mexico_City", "hora del centro"),
    ("America/Mexico_City", "Central"),
    ("America/Chicago", "Central"),
    ("America/Chicago", "Austin"),
    ("America/Chicago", "Dallas"),
    ("America/Chicago", "Houston"),
    ("America/New_York", "Boston"),
    ("America/New_York", "Eastern"),
    ("America/New_York", "Washington"),
    ("America/New_York", "Washington DC"),
    ("America/Los_Angeles", "Pacific"),
    ("America/Los_Angeles", "Sacramento"),
    ("America/Los_Angeles", "San Diego"),
    ("America/Los_Angeles", "San Francisco"),
    ("America/Mexico_City", "CST"),
    ("America/Chicago", "CST"),
    ("Asia/Kolkata", "IST"),
    ("Asia/Jerusalem", "IST"),
    ("Europe/Dublin", "IST"),
    ("UTC", "GMT"),
)
"""Places of the two countries that IANA does not name, what people call their zones, and abbreviations that
several countries use: these are asked about."""

_ABBREVIATIONS = {
    "est": "America/New_York",
    "edt": "America/New_York",
    "cdt": "America/Chicago",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
}
"""People mean the clock on the wall; tzdata's EST and MST never change to summer time."""

_NOWHERE = frozenset({"EST", "MST", "Factory", "localtime", "posixrules"})
"""Ids of tzdata that stand for no place, or for whatever the machine is set to."""

_NOISE = frozenset(
    {"", "and", "cada", "each", "every", "horaria", "on", "semana", "semanal", "semanales", "semanalmente"}
    | {"time", "tiempo", "todas", "todos", "week", "weekly", "y", "zone", "zona"}
)
_SMALL = frozenset({"a", "at", "de", "del", "el", "en", "hora", "in", "la", "las", "los", "the"})

_WORDS_MAX = 8
"""Words of the longest name of a zone, and some to spare; longer texts are not looked up word after word."""


def find_zone(words: str) -> Found[str]:
    """The IANA zone, or what the words may have meant."""
    zone = _ids().get(folded(words))
    return Hit(zone, None) if zone is not None else _cities().find(words)


def read_zone(words: Sequence[str]) -> Found[str] | None:
    """The zone that the words name together, without the small words around it; None when nothing is left."""
    named = [bare(word) for word in words if folded(bare(word)) not in _NOISE]
    if not _are_zone(named):
        while named and folded(named[-1]) in _SMALL:
            named.pop()
    while named and folded(named[0]) in _SMALL and not _are_zone(named):
        named.pop(0)
    return find_zone(" ".join(named)) if named else None


def is_zone(words: str) -> bool:
    """Whether the words are exactly the name of one zone."""
    return folded(words) in _ids() or _cities().exact(words) is not None


def _are_zone(words: Sequence[str]) -> bool:
    return len(words) <= _WORDS_MAX and is_zone(" ".join(words))


@cache
def _ids() -> Mapping[str, str]:
    ids = {folded(zone): zone for zone in available_timezones() - _NOWHERE}
    return MappingProxyType(ids | _ABBREVIATIONS)


@cache
def _cities() -> Vocabulary[str]:
    return Vocabulary(_names())


def _names() -> Iterator[Name[str]]:
    """Every zone's city, once, for the shortest id that ends in it, and its Spanish name."""
    zones = sorted(available_timezones(), key=lambda zone: (zone.count("/"), zone))
    spanish = Locale(Language.SPANISH.value).time_zones
    cities: set[str] = set()
    for zone in zones:
        region, _, city = zone.partition("/")
        city = city.rpartition("/")[2]
        if region not in _REGIONS or city in cities:
            continue
        cities.add(city)
        yield Name(zone, city.replace("_", " "))
        yield Name(zone, city, main=False)
        translated = spanish[zone].get("city") if zone in spanish else None
        if translated:
            yield Name(zone, str(translated), Language.SPANISH)
    for zone, name in _FURTHER:
        yield Name(zone, name, main=False)
