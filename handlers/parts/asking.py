"""Fields that several forms have.

What offers choices is not named like a field of a form: in the form's class that name means the field.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

from pydantic import PlainValidator

from domain.language import Language
from domain.reference import Reference
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from domain.usecases.answerable import ANSWERS_MAX
from handlers.grammar.references import find_reference
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.naming import sector_name
from handlers.parts.widgets import Choice, Choices, Day, Pairs, Search, Setting, Words

NOT_CARRIED_ON = frozenset({RefusalCode.REFERENCE_UNKNOWN, RefusalCode.CLOSED, RefusalCode.NOT_ASSIGNABLE})
"""What is wrong with the item itself that somebody wants to carry on."""

YES = "yes"
"""The value of a box that is ticked."""

_TEXT = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.TEXT_TOO_LONG})
_THEME = frozenset({RefusalCode.THEME_UNKNOWN})
_OWNER = frozenset({RefusalCode.OWNER_UNKNOWN})
_DAY = frozenset({RefusalCode.DATE_PASSED})
_OBSTACLES = frozenset(
    {
        RefusalCode.OBSTACLE_CLOSED,
        RefusalCode.OBSTACLE_MERGED,
        RefusalCode.REFERENCE_UNKNOWN,
        RefusalCode.TOO_MANY,
    }
)


def group_languages(setting: Setting) -> Pairs:
    """The group's languages."""
    of_group = tuple(Language) if setting.group is None else setting.group.languages
    return [(language.value, setting.t(f"language-{language.value}")) for language in of_group]


def group_countries(setting: Setting) -> Pairs:
    """The group's countries."""
    codes = () if setting.group is None else setting.group.countries
    return [(code, setting.t.country(code)) for code in codes]


def group_sectors(setting: Setting) -> Pairs:
    """The group's sectors."""
    of_group = () if setting.group is None else setting.group.sectors
    return [(sector.value, sector_name(setting.t, sector)) for sector in of_group]


def group_themes(setting: Setting) -> Pairs:
    """The group's themes."""
    of_group = () if setting.group is None else setting.group.themes
    return [(theme.key, theme.names.in_language(setting.t.language)) for theme in of_group]


def group_drivers(setting: Setting) -> Pairs:
    """The group's drivers."""
    of_group = () if setting.group is None else setting.group.drivers
    return [(driver.key, driver.names.in_language(setting.t.language)) for driver in of_group]


def yes(setting: Setting) -> Pairs:
    """A box to tick: it comes first."""
    return [(YES, setting.t("field-priority-yes"))]


def speaks_several(setting: Setting, _entered: Entered) -> bool:
    """Whether a text may be in one of several languages."""
    return len(group_languages(setting)) > 1


def has_drivers(setting: Setting, _entered: Entered) -> bool:
    """Whether there are drivers to choose from."""
    return bool(group_drivers(setting))


def read_reference(value: object) -> Reference:
    """The reference that an option stands for. Raises ValueError for what no form of ours offers."""
    found = find_reference(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("no reference")
    return found


Named: TypeAlias = Annotated[Reference, PlainValidator(read_reference)]
"""An item, by its reference."""

Recordable: TypeAlias = Annotated[
    str, Asked("field-text", Words(multiline=True, limit=TEXT_MAX), refusals=_TEXT)
]
ThemeKey: TypeAlias = Annotated[
    str | None, Asked("field-record-theme", Search(source="themes"), refusals=_THEME)
]
TextLanguage: TypeAlias = Annotated[
    Language | None,
    Asked(
        "field-text-language", Choice(group_languages), hint="field-text-language-hint", when=speaks_several
    ),
]
Countries: TypeAlias = Annotated[
    tuple[str, ...],
    Asked("field-countries", Choices(group_countries), refusals=frozenset({RefusalCode.COUNTRY_UNKNOWN})),
]
Owner: TypeAlias = Annotated[str | None, Asked("field-owner", Search(source="members"), refusals=_OWNER)]
DueDay: TypeAlias = Annotated[date | None, Asked("field-due", Day(), refusals=_DAY)]
Obstacles: TypeAlias = Annotated[
    tuple[Named, ...],
    Asked("field-answers", Search(source="obstacles", most=ANSWERS_MAX), refusals=_OBSTACLES),
]


class RecordForm(Form):
    """What every record is asked."""

    text: Recordable
    theme: ThemeKey = None
    language: TextLanguage = None
