"""What is entered to found a group, checked before it reaches the domain."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from domain.group import Driver, GroupCharter, Phase, Sector
from domain.language import Language, Names
from domain.refusal import Refusal, RefusalCode
from domain.text import NAME_MAX, TEXT_MAX, name
from handlers.grammar.vocabulary import Hit
from handlers.grammar.zones import read_zone
from handlers.groups.countries import Unclear, read_countries
from handlers.groups.themes import read_themes
from handlers.parts.asking import group_languages
from handlers.parts.forms import Asked, Form
from handlers.parts.naming import sector_name
from handlers.parts.widgets import Choice, Pairs, Setting, Ticks
from handlers.parts.widgets import Words as Lines
from handlers.words.words import Words

PHASES = ("diagnosis", "recommendations", "implementation")
DRIVERS = (
    "import-dependence",
    "jobs",
    "environment",
    "resilience",
    "public-support",
    "partnerships",
    "demand",
    "charging",
    "competitiveness",
)
"""The nine drivers a group starts with; their names are in the catalogues."""

_NAME = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.NAME_TOO_LONG})
_SECTOR = frozenset({RefusalCode.SECTOR_UNKNOWN})
_COUNTRY = frozenset({RefusalCode.COUNTRY_UNKNOWN})
_THEMES = frozenset({RefusalCode.THEMES_MISSING, RefusalCode.TOO_MANY})
_ZONE = frozenset({RefusalCode.ZONE_UNKNOWN})


def every_sector(setting: Setting) -> Pairs:
    """The triple helix."""
    return [(sector.value, sector_name(setting.t, sector)) for sector in Sector]


class FoundingForm(Form):
    """The fields of the founding form."""

    name_en: Annotated[str, Asked("field-name-en", Lines(limit=NAME_MAX), hint="field-name-either")] = ""
    name_es: Annotated[str, Asked("field-name-es", Lines(limit=NAME_MAX), hint="field-name-either")] = ""
    themes: Annotated[
        str,
        Asked(
            "field-themes",
            Lines(limit=TEXT_MAX, multiline=True),
            hint="field-themes-hint",
            refusals=_THEMES,
        ),
    ]
    countries: Annotated[str, Asked("field-countries", Lines(limit=NAME_MAX), hint="field-countries-hint")]
    sectors: Annotated[tuple[Sector, ...], Asked("field-sectors", Ticks(every_sector))]
    languages: Annotated[tuple[Language, ...], Asked("field-languages", Ticks(group_languages))]
    zone: Annotated[str, Asked("field-zone", Lines(limit=NAME_MAX), hint="field-zone-hint", refusals=_ZONE)]
    organisation: Annotated[
        str,
        Asked("field-organisation", Lines(limit=NAME_MAX), refusals=_NAME, above="setup-found-you"),
    ]
    sector: Annotated[Sector, Asked("field-sector", Choice(every_sector), refusals=_SECTOR)]
    country: Annotated[str, Asked("field-country", Lines(limit=NAME_MAX), refusals=_COUNTRY)]

    @property
    def is_named(self) -> bool:
        """Whether one of the names is given: either is enough."""
        return bool(self.name_en or self.name_es)

    def charter(self, words: Words, today: date) -> GroupCharter:
        """The charter, when the organisation has a name too. Raises Refusal with the `field` it is about."""
        names = {Language.ENGLISH: self.name_en, Language.SPANISH: self.name_es}
        given = {language: text for language, text in names.items() if text}
        if not given:
            raise Refusal(RefusalCode.TEXT_EMPTY, field="name_en")
        for language, text in given.items():
            _check(f"name_{language.value}", text)
        _check("organisation", self.organisation)
        return GroupCharter(
            names=Names(given),
            countries=self._countries(),
            sectors=self.sectors,
            languages=self.languages,
            zone=self._zone(),
            themes=read_themes(self.themes),
            phases=tuple(Phase(key, _named(words, f"phase-{key}")) for key in PHASES),
            drivers=tuple(Driver(key, _named(words, f"driver-{key}")) for key in DRIVERS),
            phase=PHASES[0],
            starts_on=today,
        )

    def own_country(self) -> str:
        """The founder's country, one of the group's. Raises Refusal."""
        codes, unclear = read_countries(self.country)
        if unclear is not None:
            raise _which_country(unclear, "country")
        if len(codes) != 1 or codes[0] not in self._countries():
            raise Refusal(RefusalCode.FOUNDER_ELSEWHERE, word=self.country, field="country")
        return codes[0]

    def _countries(self) -> tuple[str, ...]:
        codes, unclear = read_countries(self.countries)
        if unclear is not None or not codes:
            raise _which_country(unclear or Unclear(self.countries), "countries")
        return codes

    def _zone(self) -> str:
        found = read_zone(self.zone.split())
        if isinstance(found, Hit):
            return found.value
        zones = ", ".join(name.value for name in found.nearest) if found is not None else ""
        several = found is not None and found.several
        code = RefusalCode.ZONE_AMBIGUOUS if several else RefusalCode.ZONE_UNKNOWN
        raise Refusal(code, word=self.zone, zones=zones, field="zone")


def _check(field: str, text: str) -> None:
    """Raises Refusal with the field when the text is no name."""
    try:
        name(text)
    except Refusal as refusal:
        raise Refusal(refusal.code, **{**refusal.facts, "field": field}) from None


def _which_country(unclear: Unclear, field: str) -> Refusal:
    """With the codes of those to choose from, spaces between."""
    code = RefusalCode.COUNTRY_AMBIGUOUS if unclear.several else RefusalCode.NO_SUCH_COUNTRY
    return Refusal(code, word=unclear.word, countries=" ".join(unclear.codes), field=field)


def _named(words: Words, message: str) -> Names:
    return Names({language: words.for_language(language)(message) for language in Language})
