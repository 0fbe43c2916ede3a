"""The form of `edit`: which item, then what it says, field by field."""

from __future__ import annotations

from typing import Annotated

from domain.editing import CLEARABLE, Correction, Field, has
from domain.item import Item
from domain.language import Language
from domain.obstacle import Severity
from domain.refusal import Refusal, RefusalCode
from domain.text import TEXT_MAX
from domain.usecases.moving import Stale
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf, FormStale
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.grammar.editing import EditWanted
from handlers.grammar.problems import Problem
from handlers.grammar.references import find_reference
from handlers.grammar.subjects import read_subject
from handlers.interaction import FieldValue
from handlers.obstacles.forms import severities
from handlers.overview.correcting import answer_to, make
from handlers.parts.asking import Named, group_countries, group_drivers
from handlers.parts.forms import Asked, Condition, Entered, Form
from handlers.parts.widgets import Choice, Choices, Pairs, Search, Setting, Ticks, Words

_TEXT = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.TEXT_TOO_LONG})
YES = "yes"


def is_open(setting: Setting, _entered: Entered) -> bool:
    """Whether it is not known yet which item it is."""
    return setting.item is None


def is_known(setting: Setting, _entered: Entered) -> bool:
    """Whether it is."""
    return setting.item is not None


def of_kind(field: Field) -> Condition:
    """Whether the item has the field, and the group something to choose in it."""

    def applies(setting: Setting, _entered: Entered) -> bool:
        item = setting.item
        offered = field is not Field.DRIVERS or bool(group_drivers(setting))
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

    def applies(setting: Setting, _entered: Entered) -> bool:
        item = setting.item
        return item is not None and has(item, Field.VERSION) and other_language(setting) is language

    return applies


def yes(setting: Setting) -> Pairs:
    """A box to tick."""
    return [(YES, setting.t("field-priority-yes"))]


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
            when=is_known,
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


async def carry(request: Request, form: EditForm) -> Answer:
    """Correct the item, as it was when its words stood in the form. Raises Refusal or FormStale."""
    view = request.interaction.view
    metadata = Metadata() if view is None else Metadata.read(view.metadata)
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
    )
    wanted = EditWanted(reference=reference, correction=correction, version=metadata.version)
    outcome = await make(request, wanted)
    if isinstance(outcome, Stale):
        raise FormStale
    return answer_to(request, wanted, outcome)


def draft(request: Request) -> Entered:
    """The item that was named."""
    subject = read_subject(request.utterance.rest, alone=False)
    return {} if isinstance(subject, Problem) else {"reference": str(subject.reference)}


def present(item: Item) -> dict[str, FieldValue]:
    """What the item says now, field by field."""
    fields: dict[str, FieldValue] = {"text": item.text.original, "theme": item.theme}
    fields |= {f"version_{language.value}": text for language, text in item.text.versions.items()}
    severity: Severity | None = getattr(item, "severity", None)
    return fields | {
        "severity": None if severity is None else severity.value,
        "countries": tuple(getattr(item, "countries", ())),
        "drivers": tuple(getattr(item, "drivers", ())),
        "priority": (YES,) if getattr(item, "priority", False) else (),
    }


EDIT = FormOf(
    name="edit",
    model=EditForm,
    title="form-edit",
    carry=carry,
    draft=draft,
    subject="reference",
    present=present,
)
