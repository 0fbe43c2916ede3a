"""What filters are read against: the group's own words, and the day it is for who reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from babel import Locale

from domain.group import Driver, Group, Sector, Theme
from domain.language import Language
from handlers.grammar.dates.rules import Reader
from handlers.grammar.themes import ThemeWords
from handlers.grammar.vocabulary import Name, Vocabulary, by_language

_SECTORS: Mapping[Sector, str] = MappingProxyType(
    {
        Sector.GOVERNMENT: "government public / gobierno público",
        Sector.INDUSTRY: "industry private business / industria privado empresas",
        Sector.ACADEMIA: "academia academic university / academia académico universidad",
    }
)
_COUNTRIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "US": ("USA", "EE. UU.", "EE.UU.", "EEUU", "EUA", "United States of America"),
        "MX": ("MEX", "México", "Mexico"),
        "CA": ("CAN",),
        "GB": ("UK",),
    }
)
"""What people write beside a country's code and its names in CLDR."""


@dataclass(frozen=True)
class Setting:
    """A group's words. What is not given is nothing that filters may name."""

    reader: Reader
    themes: Sequence[Theme] = ()
    sectors: Sequence[Sector] = ()
    countries: Sequence[str] = ()
    drivers: Sequence[Driver] = ()
    language: Language = Language.ENGLISH
    """The one in which choices are offered."""
    zone: str = "UTC"
    """The group's (IANA), in which its meetings are held."""
    local: Reader | None = None
    """How days of that zone are read; None: as `reader` does."""

    @classmethod
    def of(cls, group: Group, reader: Reader, language: Language, local: Reader | None = None) -> Setting:
        """Those of the group, for somebody who reads dates so."""
        return cls(
            reader,
            group.themes,
            group.sectors,
            group.countries,
            group.drivers,
            language,
            group.zone,
            local,
        )

    @cached_property
    def theme_words(self) -> ThemeWords:
        """The names of its themes."""
        return ThemeWords(self.themes)

    @cached_property
    def sector_words(self) -> Vocabulary[Sector]:
        """The names of its sectors."""
        return Vocabulary(self._sector_names())

    @cached_property
    def country_words(self) -> Vocabulary[str]:
        """The names of its countries in both languages, and their codes."""
        return Vocabulary(self._country_names())

    @cached_property
    def driver_words(self) -> Vocabulary[str]:
        """The names of its drivers, and their keys."""
        return Vocabulary(self._driver_names())

    def sector_choices(self) -> tuple[str, ...]:
        """The name of each sector."""
        return tuple(by_language(_SECTORS[sector])[self.language].split()[0] for sector in self.sectors)

    def country_choices(self) -> tuple[str, ...]:
        """The name of each country."""
        names = Locale(self.language.value).territories
        return tuple(str(names.get(code, code)) for code in self.countries)

    def driver_choices(self) -> tuple[str, ...]:
        """The name of each driver."""
        return tuple(driver.names.in_language(self.language) for driver in self.drivers)

    def _sector_names(self) -> Iterator[Name[Sector]]:
        for sector in self.sectors:
            yield Name(sector, sector.value)
            for language, words in by_language(_SECTORS[sector]).items():
                for word in words.split():
                    yield Name(sector, word, language)

    def _country_names(self) -> Iterator[Name[str]]:
        for code in self.countries:
            yield Name(code, code)
            for language in Language:
                yield Name(code, str(Locale(language.value).territories.get(code, code)), language)
            for name in _COUNTRIES.get(code, ()):
                yield Name(code, name, main=False)

    def _driver_names(self) -> Iterator[Name[str]]:
        for driver in self.drivers:
            yield Name(driver.key, driver.key)
            for language, name in driver.names.by_language.items():
                yield Name(driver.key, name, language)
