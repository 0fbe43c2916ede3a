"""What is entered to found a group, checked before it reaches the domain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict

from domain.group import Driver, GroupCharter, Phase, Sector
from domain.language import Language, Names
from domain.refusal import Refusal, RefusalCode
from domain.text import name
from handlers.grammar.vocabulary import Hit
from handlers.grammar.zones import read_zone
from handlers.groups.countries import read_countries
from handlers.groups.themes import read_themes
from handlers.interaction import FieldValue
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


class FoundingForm(BaseModel):
    """The fields of the founding form as entered, by block id."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    name_en: str = ""
    name_es: str = ""
    languages: tuple[Language, ...]
    countries: str
    sectors: tuple[Sector, ...]
    zone: str
    themes: str
    organisation: str
    sector: Sector
    country: str

    @classmethod
    def read(cls, values: Mapping[str, FieldValue]) -> FoundingForm:
        """The form from the submitted values; Slack leaves out what was not entered."""
        return cls.model_validate({name: value for name, value in values.items() if value is not None})

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
        codes, unknown = read_countries(self.country)
        if unknown is not None:
            raise Refusal(RefusalCode.NO_SUCH_COUNTRY, word=unknown, field="country")
        if len(codes) != 1 or codes[0] not in self._countries():
            raise Refusal(RefusalCode.FOUNDER_ELSEWHERE, word=self.country, field="country")
        return codes[0]

    def _countries(self) -> tuple[str, ...]:
        codes, unknown = read_countries(self.countries)
        if unknown is not None or not codes:
            raise Refusal(RefusalCode.NO_SUCH_COUNTRY, word=unknown or self.countries, field="countries")
        return codes

    def _zone(self) -> str:
        found = read_zone(self.zone.split())
        if isinstance(found, Hit):
            return found.value
        if found is not None and found.several:
            zones = ", ".join(name.value for name in found.nearest)
            raise Refusal(RefusalCode.ZONE_AMBIGUOUS, word=self.zone, zones=zones, field="zone")
        raise Refusal(RefusalCode.ZONE_UNKNOWN, word=self.zone, field="zone")


def _check(field: str, text: str) -> None:
    """Raises Refusal with the field when the text is no name."""
    try:
        name(text)
    except Refusal as refusal:
        raise Refusal(refusal.code, **{**refusal.facts, "field": field}) from None


def _named(words: Words, message: str) -> Names:
    return Names({language: words.for_language(language)(message) for language in Language})
