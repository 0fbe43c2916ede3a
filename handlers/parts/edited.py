"""Corrections in words: which field was corrected, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from domain.change import ChangeKind, NewChange
from domain.editing import Difference, Field, difference
from domain.group import Group
from domain.language import Language
from domain.reference import Reference
from handlers.parts.naming import driver_name, theme_name
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

VALUE_MAX = 200
"""Characters of a value in a line: nine drivers may have names of 120."""


def edited_text(t: Translator, change: NewChange, group: Group) -> str:
    """`text edited`, `Spanish version added`, `theme: Charging → Talent`. Not escaped."""
    return difference_text(t, difference(change), group)


def difference_text(t: Translator, told: Difference, group: Group) -> str:
    """The same of one field."""
    if told.field is Field.TEXT:
        return t("change-edited")
    if told.field is Field.VERSION:
        return _version_text(t, told)
    before, after = (
        cut_plain(_value_text(t, told.field, value, group), VALUE_MAX) for value in (told.before, told.after)
    )
    return t("change-edited.shift", field=t(f"edited-{told.field.value}"), before=before, after=after)


def fields_text(t: Translator, changes: Iterable[NewChange], group: Group) -> Iterator[str]:
    """The fields that were corrected, as things."""
    for change in changes:
        if change.kind is ChangeKind.DUE:
            yield t("edited-due")
        elif change.kind is ChangeKind.EDITED:
            yield field_text(t, difference(change), group)


def version_facts(t: Translator, reference: Reference, language: Language, command: str) -> dict[str, str]:
    """What is told of a version that is to be written: its language, and the line that writes it."""
    line = f"{command} {t('verb-edit')} {reference} {language.value}: …"
    return {"language": t(f"language-{language.value}"), "line": line}


def field_text(t: Translator, told: Difference, group: Group) -> str:
    """`text`, `Spanish version`, `theme: Charging → Talent`."""
    if told.field is Field.TEXT:
        return t("edited-text")
    if told.language is not None:
        return t("edited-version", language=t(f"language-{told.language.value}"))
    return difference_text(t, told, group)


def _version_text(t: Translator, told: Difference) -> str:
    which = "version-new" if told.before is None else "version-gone" if told.after is None else "version"
    language = t(f"language-{told.language.value}") if told.language is not None else t("nothing")
    return t(f"change-edited.{which}", language=language)


def _value_text(t: Translator, field: Field, value: str | None, group: Group) -> str:
    if field is Field.PRIORITY:
        return t("edited-priority.no" if value is None else "edited-priority.yes")
    if value is None:
        return t("theme-none") if field is Field.THEME else t("nothing")
    if field is Field.SEVERITY:
        return t(f"severity-{value}")
    if field is Field.THEME:
        return theme_name(t, group, value)
    names = t.country if field is Field.COUNTRIES else partial(driver_name, t, group)
    return t.list([names(one) for one in value.split(",")])
