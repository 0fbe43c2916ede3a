"""A group's words for tests of what people type: two countries, three sectors, two drivers; a Monday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.group import Driver, Sector, Theme
from domain.language import Language, Names
from handlers.grammar.dates.rules import Reader
from handlers.grammar.setting import Setting

TODAY = date(2027, 3, 8)
DRIVERS = (
    Driver("jobs", Names({Language.ENGLISH: "Quality jobs", Language.SPANISH: "Empleo de calidad"})),
    Driver("climate", Names({Language.ENGLISH: "Climate", Language.SPANISH: "Clima"})),
)


def setting_with(themes: Sequence[Theme] = (), language: Language = Language.ENGLISH) -> Setting:
    """The words of a group with these themes, for a reader of the language."""
    return Setting(
        Reader(today=TODAY, day_first=language is Language.SPANISH),
        themes,
        tuple(Sector),
        ("MX", "US"),
        DRIVERS,
        language,
    )
