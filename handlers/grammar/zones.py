"""Time zones as people name them: IANA names, cities in both languages, and a few words for regions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from zoneinfo import available_timezones

from babel import Locale

from domain.language import Language
from handlers.grammar.abbreviations import ONE_CLOCK, SEVERAL
from handlers.grammar.folding import bare, folded
from handlers.grammar.vocabulary import Found, Hit, Miss, Name, Vocabulary

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
    ("America/Mexico_City", "Centro"),
    ("America/Mexico_City", "hora del centro"),
    ("America/Mexico_City", "centro de México"),
    ("America/Mexico_City", "hora del centro de México"),
    ("America/Mexico_City", "hora de México"),
    ("America/Mexico_City", "Mexico time"),
    ("America/Cancun", "Sureste"),
    ("America/Cancun", "hora del sureste"),
    ("America/Tijuana", "Noroeste"),
    ("America/Tijuana", "hora del noroeste"),
    ("America/Mexico_City", "Central"),
    ("America/Chicago", "Central"),
    ("America/Mazatlan", "Pacífico"),
    ("America/Los_Angeles", "Pacífico"),
    ("America/Mazatlan", "hora del Pacífico"),
    ("America/Los_Angeles", "hora del Pacífico"),
    ("America/Chicago", "Austin"),
    ("America/Chicago", "Dallas"),
    ("America/Chicago", "Houston"),
    ("America/New_York", "Boston"),
    ("America/New_York", "Eastern"),
    ("America/New_York", "Washington"),
    ("America/New_York", "Washington DC"),
    ("America/New_York", "hora del este"),
    ("America/New_York", "hora de DC"),
    ("America/New_York", "DC time"),
    ("America/Denver", "Mountain"),
    ("America/Denver", "hora de la montaña"),
    ("America/Los_Angeles", "Pacific"),
    ("America/Los_Angeles", "Sacramento"),
    ("America/Los_Angeles", "San Diego"),
    ("America/Los_Angeles", "San Francisco"),
)
"""Places of the two countries that IANA does not name, and what people call their zones: Mexico's by its law
(Ley de los Husos Horarios, article 3), those of the United States by habit. Central is a zone of both."""

_NOWHERE = frozenset({"Factory", "localtime", "posixrules"})
"""Ids of tzdata that stand for no place, or for whatever the machine is set to."""

_NO_CITIES = frozenset({"Australia/North", "Australia/South", "Australia/West"})
"""Ids that end in a point of the compass: one means the near one, not Australia's."""

_ABBREVIATION = re.compile("[A-Z]{2,5}")
"""As people write them. No beginning of a city: AST is not Astrakhan."""

_NOISE = frozenset(
    {"", "and", "cada", "each", "every", "horaria", "on", "semana", "semanal", "semanales", "semanalmente"}
    | {"time", "tiempo", "todas", "todos", "week", "weekly", "y", "zone", "zona"}
)
_SMALL = frozenset({"a", "at", "de", "del", "el", "en", "hora", "in", "la", "las", "los", "of", "the"})

BEGINNING_MIN = 5
"""Letters of a beginning that is taken for its city, where it is that of no other. Shorter ones are words of
both languages (`es`, `con`, `sin`, `east`): they only suggest."""

_WORDS_MAX = 8
"""Words of the longest name of a zone, and some to spare; longer texts are not looked up word after word."""


def find_zone(words: str) -> Found[str]:
    """The IANA zone, or what the words may have meant."""
    meant = SEVERAL.get(_short(words))
    if meant is not None:
        return Miss(words, tuple(Name(zone, zone) for zone in meant), several=len(meant) > 1)
    zone = _named(words)
    return Hit(zone, None) if zone is not None else _city(words)


def _named(words: str) -> str | None:
    """The zone of an id, or of an abbreviation of one clock."""
    return ONE_CLOCK.get(_short(words)) or _ids().get(folded(words))


def _short(words: str) -> str:
    """E.S.T. is EST."""
    return folded(words).replace(".", "")


def _city(words: str) -> Found[str]:
    """As the vocabulary has it; where it would complete an abbreviation, it only may suggest."""
    found = _cities().find(words)
    if not isinstance(found, Hit) or not _ABBREVIATION.fullmatch(words) or _cities().exact(words):
        return found
    return Miss(words, (Name(found.value, found.value),), several=False)


def offered(miss: Miss[str], language: Language) -> Miss[str]:
    """The same, each city by the name that readers of the language have for it, which is understood too."""
    names = [
        Name(name.value, _city_in(name.value, language)) if name.main and name.text != name.value else name
        for name in miss.nearest
    ]
    return replace(miss, nearest=tuple(names), meant=())


def _city_in(zone: str, language: Language) -> str:
    translated = Locale(language.value).time_zones.get(zone, {}).get("city")
    return str(translated or zone.rpartition("/")[2].replace("_", " "))


def read_zone(words: Sequence[str]) -> Found[str] | None:
    """The zone that the words name together, without the small words around it; None when nothing is left."""
    plain = [bare(bare(word).strip("()")) for word in words]
    named = [word for word in plain if folded(word) not in _NOISE]
    if not _are_zone(named):
        while named and folded(named[-1]) in _SMALL:
            named.pop()
    while named and folded(named[0]) in _SMALL and not _are_zone(named):
        named.pop(0)
    return find_zone(" ".join(named)) if named else None


def is_zone(words: str) -> bool:
    """Whether the words are exactly the name of one zone."""
    if _short(words) in SEVERAL:
        return False
    return _named(words) is not None or _cities().exact(words) is not None


def _are_zone(words: Sequence[str]) -> bool:
    return len(words) <= _WORDS_MAX and is_zone(" ".join(words))


@cache
def _ids() -> Mapping[str, str]:
    ids = {folded(zone): zone for zone in available_timezones() - _NOWHERE}
    return MappingProxyType({name: zone for name, zone in ids.items() if name not in SEVERAL})


@cache
def _cities() -> Vocabulary[str]:
    return Vocabulary(_names(), prefix_min=BEGINNING_MIN, strict=True)


def _names() -> Iterator[Name[str]]:
    """Every zone's city, once, for the shortest id that ends in it, and its Spanish name."""
    zones = sorted(available_timezones(), key=lambda zone: (zone.count("/"), zone))
    spanish = Locale(Language.SPANISH.value).time_zones
    cities: set[str] = set()
    for zone in zones:
        region, _, city = zone.partition("/")
        city = city.rpartition("/")[2]
        if region not in _REGIONS or city in cities or zone in _NO_CITIES:
            continue
        cities.add(city)
        yield Name(zone, city.replace("_", " "))
        yield Name(zone, city, main=False)
        translated = spanish[zone].get("city") if zone in spanish else None
        if translated:
            yield Name(zone, str(translated), Language.SPANISH)
    for zone, name in _FURTHER:
        yield Name(zone, name, main=False)
