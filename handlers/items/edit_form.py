"""The form of `edit`: which item, then what it says, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Annotated

from domain.editing import CLEARABLE, Correction, Field, has
from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language
from domain.meeting import LINK_MAX, MEETING_PLACE_MAX, Arrangement, Mode
from domain.obstacle import Severity
from domain.reference import Series
from domain.refusal import Refusal, RefusalCode
from domain.retiming import Retiming
from domain.text import TEXT_MAX
from domain.usecases.items import Stale
from handlers.desk.answer import Answer
from handlers.desk.calendar import setting_of
from handlers.desk.forming import FormOf, FormStale
from handlers.desk.request import Request
from handlers.grammar.edit_orders import is_order
from handlers.grammar.editing import EditWanted, read_edit, read_edit_part
from handlers.grammar.problems import Problem, ProblemCode, wrong
from handlers.grammar.references import find_reference
from handlers.interaction import FieldValue
from handlers.items.correcting import answer_to, make
from handlers.items.edit_times import (
    drafted_arrangement,
    in_own_zone,
    is_ahead,
    is_meeting,
    own_zone,
    present_arrangement,
)
from handlers.meetings.forms import modes
from handlers.obstacles.forms import severities
from handlers.parts.asking import YES, Named, group_countries, group_drivers, has_drivers, yes
from handlers.parts.forms import Asked, Condition, Entered, Form
from handlers.parts.widgets import Choice, Choices, Clock, Day, Search, Setting, Ticks, Words

_WHEN = frozenset({RefusalCode.MEETING_PASSED, RefusalCode.MEETING_TIME_STANDS})
_TEXT = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.TEXT_TOO_LONG})

_EMPTY: Mapping[str, FieldValue] = MappingProxyType(dict.fromkeys(("countries", "drivers", "priority"), ()))
"""What stands in a field of several values that says nothing."""


def is_open(setting: Setting, _entered: Entered) -> bool:
    """Whether it is not known yet which item it is."""
    return setting.item is None


def is_known(setting: Setting, _entered: Entered) -> bool:
    """Whether it is."""
    return setting.item is not None


def is_worded(setting: Setting, entered: Entered) -> bool:
    """Whether it is, or what it is to say was typed already."""
    return is_known(setting, entered) or bool(entered.get("text"))


def is_assignable(setting: Setting, _entered: Entered) -> bool:
    """Whether the item is due one day."""
    return setting.item is not None and NATURES[setting.item.kind.series].assignable


def of_kind(field: Field) -> Condition:
    """Whether the item has the field, and the group something to choose in it."""

    def applies(setting: Setting, entered: Entered) -> bool:
        item = setting.item
        offered = field is not Field.DRIVERS or has_drivers(setting, entered)
        return item is not None and has(item, field) and offered

    return applies


def other_language(setting: Setting) -> Language | None:
    """The group's language that the original is not in."""
    if setting.item is None or setting.group is None:
        return None
    others = [each for each in setting.group.languages if each is not setting.item.text.language]
    return others[0] if others else None


def into(language: Language) -> Condition:
    """Whether a version in this language may be given."""

    def applies(setting: Setting, entered: Entered) -> bool:
        item = setting.item
        if item is None:
            return bool(entered.get(f"version_{language.value}"))
        return has(item, Field.VERSION) and other_language(setting) is language

    return applies


class EditForm(Form):
    """First the item; then, with the item's own words in them, its fields."""

    reference: Annotated[
        Named | None,
        Asked("field-item", Search(source="items"), wakes=True, when=is_open, needed=is_open),
    ] = None
    text: Annotated[
        str | None,
        Asked(
            "field-text",
            Words(multiline=True, limit=TEXT_MAX),
            when=is_worded,
            needed=is_known,
            refusals=_TEXT,
        ),
    ] = None
    version_en: Annotated[
        str | None,
        Asked("field-version-en", Words(multiline=True, limit=TEXT_MAX), when=into(Language.ENGLISH)),
    ] = None
    version_es: Annotated[
        str | None,
        Asked("field-version-es", Words(multiline=True, limit=TEXT_MAX), when=into(Language.SPANISH)),
    ] = None
    theme: Annotated[
        str | None,
        Asked(
            "field-record-theme",
            Search(source="themes"),
            when=is_known,
            refusals=frozenset({RefusalCode.THEME_UNKNOWN}),
        ),
    ] = None
    severity: Annotated[
        Severity | None, Asked("field-severity", Choice(severities), when=of_kind(Field.SEVERITY))
    ] = None
    countries: Annotated[
        tuple[str, ...] | None,
        Asked("field-countries", Choices(group_countries), when=of_kind(Field.COUNTRIES)),
    ] = None
    drivers: Annotated[
        tuple[str, ...] | None, Asked("field-drivers", Choices(group_drivers), when=of_kind(Field.DRIVERS))
    ] = None
    priority: Annotated[
        tuple[str, ...] | None, Asked("field-priority", Ticks(yes), when=of_kind(Field.PRIORITY))
    ] = None
    due_on: Annotated[
        date | None,
        Asked("field-due", Day(), when=is_assignable, refusals=frozenset({RefusalCode.DATE_PASSED})),
    ] = None
    day: Annotated[date | None, Asked("field-day", Day(), when=is_ahead, refusals=_WHEN)] = None
    at: Annotated[time | None, Asked("field-time", Clock(), hint=own_zone, when=is_ahead)] = None
    mode: Annotated[Mode | None, Asked("field-mode", Choice(modes), when=is_meeting)] = None
    place: Annotated[str | None, Asked("field-place", Words(limit=MEETING_PLACE_MAX), when=is_meeting)] = None
    link: Annotated[str | None, Asked("field-link", Words(limit=LINK_MAX), when=is_meeting)] = None


async def carry(request: Request, form: EditForm) -> Answer:
    """Correct the item, as it was when its words stood in the form. Raises Refusal or FormStale."""
    metadata = request.metadata
    reference = form.reference or find_reference(metadata.subject or "")
    if reference is None:
        raise Refusal(RefusalCode.FORM_OUTDATED)
    versions = {Language.ENGLISH: form.version_en, Language.SPANISH: form.version_es}
    correction = Correction(
        text=form.text,
        versions={language: text for language, text in versions.items() if text},
        dropped=frozenset(language for language in versions if form.emptied(f"version_{language.value}")),
        cleared=frozenset(field for field in CLEARABLE if form.emptied(field.value)),
        theme=form.theme,
        severity=form.severity,
        countries=form.countries,
        drivers=form.drivers,
        priority=None if form.priority is None else bool(form.priority),
        due_on=form.due_on,
    )
    wanted = EditWanted(
        reference=reference,
        correction=correction,
        version=metadata.version,
        arrangement=_arrangement(request.group.zone, form) if reference.series is Series.MEETING else None,
        retiming=None if form.day is None or form.at is None else Retiming(day=form.day, at=form.at),
    )
    outcome = await make(request, wanted)
    if isinstance(outcome, Stale):
        raise FormStale
    return answer_to(request, wanted, outcome)


def _arrangement(zone: str, form: EditForm) -> Arrangement:
    """Where a meeting is; its time is told from its own, and `zone` is that of the group (IANA)."""
    return Arrangement(starts_at=None, zone=zone, mode=form.mode, place=form.place, link=form.link)


def draft(request: Request) -> Entered:
    """What was typed, as far as it was understood; nothing of what was not said, and empty what was wrong.

    Words that only say that the text should change leave it as it is.
    """
    words = setting_of(request)
    part = read_edit_part(request.utterance.rest, words)
    said = part.correction
    fields: dict[str, FieldValue] = {field.value: "" for field in said.cleared}
    fields |= {"due_on" if key == "quarter" else key: _EMPTY.get(key, "") for key in part.wrong}
    fields |= {f"version_{language.value}": text for language, text in said.versions.items()}
    fields |= {f"version_{language.value}": "" for language in said.dropped}
    values: dict[str, FieldValue] = {
        "reference": None if part.reference is None else str(part.reference),
        "text": None if said.text and is_order(said.text, words.reader) else said.text,
        "theme": said.theme,
        "severity": None if said.severity is None else said.severity.value,
        "countries": said.countries,
        "drivers": said.drivers,
        "priority": None if said.priority is None else ((YES,) if said.priority else ()),
        "due_on": None if said.due_on is None else said.due_on.isoformat(),
        **drafted_arrangement(part.arrangement),
    }
    return fields | {name: value for name, value in values.items() if value is not None}


def typed(item: Item, entered: Entered) -> Entered:
    """What was typed, or entered before the item was known, each in the field that the item has for it."""
    own = f"version_{item.text.language.value}"
    said = {name: value for name, value in entered.items() if value is not None and name != "reference"}
    original = said.pop(own, None)
    return in_own_zone(item, said) | ({} if original is None else {"text": original})


def misread(request: Request) -> tuple[Problem, ...]:
    """What was wrong with the line."""
    words = setting_of(request)
    part = read_edit_part(request.utterance.rest, words)
    text = part.correction.text or ""
    order = Problem(ProblemCode.EDIT_UNCLEAR, text) if is_order(text, words.reader) else None
    return wrong(read_edit(request.utterance.rest, words), *part.problems, order)


def present(setting: Setting) -> dict[str, FieldValue]:
    """What the item says now, field by field."""
    item = setting.item
    if item is None:
        return {}
    fields: dict[str, FieldValue] = {"text": item.text.original, "theme": item.theme}
    fields |= {f"version_{language.value}": text for language, text in item.text.versions.items()}
    severity: Severity | None = getattr(item, "severity", None)
    return fields | {
        "severity": None if severity is None else severity.value,
        "countries": tuple(getattr(item, "countries", ())),
        "drivers": tuple(getattr(item, "drivers", ())),
        "priority": (YES,) if getattr(item, "priority", False) else (),
        "due_on": None if item.due_on is None else item.due_on.isoformat(),
        **present_arrangement(item),
    }


EDIT = FormOf(
    name="edit",
    model=EditForm,
    title="form-edit",
    carry=carry,
    draft=draft,
    subject="reference",
    present=present,
    typed=typed,
    misread=misread,
)
