"""The names of things in the reader's language, in one place for all views."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from domain.group import AgreementRule, Group, Sector
from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language
from domain.reference import RecordKind
from handlers.words.translator import Translator


def theme_name(t: Translator, group: Group, key: str | None) -> str:
    """The theme's name, or the words for none. Not escaped."""
    theme = next((theme for theme in group.themes if theme.key == key), None)
    return theme.names.in_language(t.language) if theme is not None else t("theme-none")


def scope_name(t: Translator, group: Group, key: str | None) -> str:
    """The theme's name, or the words for all of them. Not escaped."""
    return theme_name(t, group, key) if key is not None else t("theme-all")


def group_name(t: Translator, group: Group) -> str:
    """The group's name. Not escaped."""
    return group.names.in_language(t.language)


def kind_name(t: Translator, kind: RecordKind) -> str:
    """What kind of record it is, in the singular."""
    return t(f"kind-{kind.value}")


def status_name(t: Translator, item: Item) -> str:
    """The item's status, in the gender of its kind."""
    return status_word(t, item.kind, item.status)


def status_word(t: Translator, kind: RecordKind, status: str) -> str:
    """The words for a status of a kind."""
    return t(f"status-{NATURES[kind.series].kind.value}-{status}")


def sector_name(t: Translator, sector: Sector) -> str:
    """The sector."""
    return t(f"sector-{sector.value}")


def driver_name(t: Translator, group: Group, key: str) -> str:
    """The driver's name, or the key where the group has none of that key any more. Not escaped."""
    found = next((driver for driver in group.drivers if driver.key == key), None)
    return found.names.in_language(t.language) if found is not None else key


def phase_name(t: Translator, group: Group, key: str) -> str:
    """The phase of the group; its key when the group has it no more. Not escaped."""
    phase = next((phase for phase in group.phases if phase.key == key), None)
    return phase.names.in_language(t.language) if phase is not None else key


def rule_name(t: Translator, rule: AgreementRule) -> str:
    """What the group's rule of agreement asks for."""
    return t(f"rule-{rule.value}")


def day_name(t: Translator, day: date) -> str:
    """`Friday, Jun 4, 2027`: with the day of the week people see at once whether they were understood."""
    return t("day", weekday=t.weekday(day.weekday()), date=t.date(day))


def quarter_name(t: Translator, quarter: str) -> str:
    """`2027-Q1`, `2027-T1`."""
    year, _, number = quarter.partition("-Q")
    return t("quarter", year=year, number=number)


def original(t: Translator, language: Language) -> str:
    """The remark beside a text that the reader gets in its author's language."""
    return t("original-language", language=t(f"language-{language.value}"))


def person_name(names: Mapping[str, str], user: str) -> str:
    """The display name Slack gave us, else the id. Never a live mention. Not escaped."""
    return names.get(user, user)
