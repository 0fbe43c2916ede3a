"""Correcting an item: its text, the versions of it in other languages, and what else people said of it.

A correction is told field by field. `before` and `after` of such a change are `FIELD=VALUE`, a FIELD alone
where there was, or is, nothing. So the history keeps every text that ever stood there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from domain.change import ChangeKind, NewChange
from domain.item import Item, change_to, written_day
from domain.language import Language, Text
from domain.obstacle import Severity

ItemT = TypeVar("ItemT", bound=Item)

_SET = "="
_AND = ","
_YES = "yes"
_OF_LANGUAGE = "-"


class Field(StrEnum):
    """What can be corrected. `text` is the original; a version is written `version-es`."""

    TEXT = "text"
    VERSION = "version"
    THEME = "theme"
    SEVERITY = "severity"
    COUNTRIES = "countries"
    DRIVERS = "drivers"
    PRIORITY = "priority"
    DUE = "due"
    """Not told as a correction: the day has a kind of change of its own."""


CLEARABLE = frozenset({Field.THEME, Field.SEVERITY})
"""Fields of one value that may say nothing."""

OF_SOME_KINDS = (Field.SEVERITY, Field.COUNTRIES, Field.DRIVERS, Field.PRIORITY)
"""Fields named like the attribute that only some kinds of item have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an item should say instead; None leaves a field as it is, an empty tuple empties it.

    `text` is the original, `versions` are texts by language; the one in the language of the original is the
    original too. `due_on` is a local day of the group's zone. `cleared` are fields of `CLEARABLE` that are to
    say nothing, `dropped` the languages whose versions are taken away: never the original's.
    """

    text: str | None = None
    versions: Mapping[Language, str] = field(default_factory=dict)
    theme: str | None = None
    severity: Severity | None = None
    countries: tuple[str, ...] | None = None
    drivers: tuple[str, ...] | None = None
    priority: bool | None = None
    due_on: date | None = None
    cleared: frozenset[Field] = frozenset()
    dropped: frozenset[Language] = frozenset()

    def fields(self) -> frozenset[Field]:
        """The fields it speaks of."""
        said = {
            Field.TEXT: self.text is not None,
            Field.VERSION: bool(self.versions or self.dropped),
            Field.THEME: self.theme is not None,
            Field.SEVERITY: self.severity is not None,
            Field.COUNTRIES: self.countries is not None,
            Field.DRIVERS: self.drivers is not None,
            Field.PRIORITY: self.priority is not None,
            Field.DUE: self.due_on is not None,
        }
        return self.cleared | {name for name, is_said in said.items() if is_said}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that was corrected. The values are texts or stable tokens; None: nothing."""

    field: Field
    before: str | None
    after: str | None
    language: Language | None = None
    """Of a version."""


def has(item: Item, name: Field) -> bool:
    """Whether an item of this kind has the field."""
    return name not in OF_SOME_KINDS or name.value in {each.name for each in fields(item)}


def corrected(item: ItemT, correction: Correction, at: datetime) -> tuple[ItemT, tuple[NewChange, ...]]:
    """The item with what the correction says, and the changes that tell of it; none when it says so already.

    Fields that the item does not have are left out. Another original is another edition, whose number is that
    of the version it came with: no other text of this item ever has the same.
    """
    changed = replace(item, **_values(item, correction))
    if changed == item:
        return item, ()
    version = item.version + 1
    edition = version if changed.text.original != item.text.original else item.edition
    changed = replace(changed, edition=edition, version=version, changed_at=at)
    return changed, (*differences(item, changed), *_days(item, changed))


def differences(before: Item, after: Item) -> Iterator[NewChange]:
    """What a correction changed, field by field. `edition` is that of the text which was replaced."""
    then, now = dict(_told(before)), dict(_told(after))
    for name in dict.fromkeys((*then, *now)):
        if then.get(name) != now.get(name):
            was, is_now = (_written(name, each.get(name)) for each in (then, now))
            edition = before.edition if name == Field.TEXT else None
            yield change_to(after, ChangeKind.EDITED, was, is_now, edition=edition)


def difference(change: NewChange) -> Difference:
    """What a change of kind EDITED tells. Raises ValueError for what none can hold."""
    (name, before), (_, after) = (_read(token or "") for token in (change.before, change.after))
    kind, _, language = name.partition(_OF_LANGUAGE)
    spoken = Language(language) if language else None
    return Difference(field=Field(kind), before=before, after=after, language=spoken)


def fields_of(changes: Iterable[NewChange]) -> Iterator[Field]:
    """The fields that were corrected, of all the changes of a write."""
    for change in changes:
        if change.kind is ChangeKind.EDITED:
            yield difference(change).field
        elif change.kind is ChangeKind.DUE:
            yield Field.DUE


def restored(item: ItemT, change: NewChange) -> ItemT:
    """The item with one field as it was before the change."""
    told = difference(change)
    before = told.before
    match told.field:
        case Field.TEXT:
            text = replace(item.text, original=before or item.text.original)
            return replace(item, text=text, edition=change.edition or item.edition)
        case Field.VERSION if told.language is not None:
            return replace(item, text=_with_version(item.text, told.language, before))
        case Field.THEME:
            return replace(item, theme=before)
        case name:
            return replace(item, **{name.value: _value(name, before)}) if has(item, name) else item


def _values(item: Item, correction: Correction) -> dict[str, Any]:
    """The attributes that change, by name."""
    plain: dict[Field, object] = {
        Field.SEVERITY: correction.severity,
        Field.COUNTRIES: correction.countries,
        Field.DRIVERS: correction.drivers,
        Field.PRIORITY: correction.priority,
    }
    own = {name.value: value for name, value in plain.items() if value is not None and has(item, name)}
    if Field.SEVERITY in correction.cleared and has(item, Field.SEVERITY):
        own[Field.SEVERITY.value] = None
    kept = None if Field.THEME in correction.cleared else item.theme
    return own | {
        "text": _text(item.text, correction),
        "theme": kept if correction.theme is None else correction.theme,
        "due_on": correction.due_on or item.due_on,
    }


def _text(text: Text, correction: Correction) -> Text:
    original = correction.versions.get(text.language, correction.text)
    changed = text if original is None else replace(text, original=original)
    for language, version in correction.versions.items():
        if language is not text.language:
            changed = _with_version(changed, language, version)
    for language in correction.dropped:
        changed = _with_version(changed, language, None)
    return changed


def _with_version(text: Text, language: Language, version: str | None) -> Text:
    """A version that was there keeps its place among the others."""
    versions = dict(text.versions)
    if version is None:
        versions.pop(language, None)
    else:
        versions[language] = version
    return replace(text, versions=versions)


def _told(item: Item) -> Iterator[tuple[str, str]]:
    """Everything that can be corrected and is there, by field."""
    yield Field.TEXT, item.text.original
    for language, version in item.text.versions.items():
        yield f"{Field.VERSION}{_OF_LANGUAGE}{language.value}", version
    if item.theme is not None:
        yield Field.THEME, item.theme
    for name in OF_SOME_KINDS:
        value = getattr(item, name.value) if has(item, name) else None
        if value:
            yield name, _token(value)


def _token(value: object) -> str:
    if value is True:
        return _YES
    return _AND.join(value) if isinstance(value, tuple) else str(value)


def _value(name: Field, token: str | None) -> Any:  # noqa: ANN401 - as the field has it
    if name is Field.PRIORITY:
        return token is not None
    if name is Field.SEVERITY:
        return None if token is None else Severity(token)
    return tuple(token.split(_AND)) if token else ()


def _written(name: str, value: str | None) -> str:
    return str(name) if value is None else f"{name}{_SET}{value}"


def _read(token: str) -> tuple[str, str | None]:
    name, found, value = token.partition(_SET)
    return name, value if found else None


def _days(before: Item, after: Item) -> Iterator[NewChange]:
    then, now = written_day(before.due_on), written_day(after.due_on)
    if then != now:
        yield change_to(after, ChangeKind.DUE, then, now)
