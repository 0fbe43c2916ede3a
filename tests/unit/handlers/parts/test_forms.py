"""Forms, declared once: blocks, what is read, and beside which field a refusal is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

import pytest

from domain.obstacle import Severity
from domain.people import Role
from domain.permissions import Actor
from domain.refusal import Refusal, RefusalCode
from domain.text import TEXT_MAX
from handlers.overview.forms import FORMS
from handlers.parts.asking import DueDay, Named, RecordForm
from handlers.parts.forms import Asked, Entered, FieldsWrong, Form, Frame, form_view
from handlers.parts.sources import SOURCES
from handlers.parts.widgets import Choice, Pairs, Percentage, Search, Setting, Words
from tests.jobs import over
from tests.unit.handlers.accepted import view_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import CHAIR, EN, GROUP, WORDS, member, obstacle, profile

SETTING = Setting(t=WORDS.for_language(EN), group=GROUP)


def severities(setting: Setting) -> Pairs:
    return [(severity.value, setting.t(f"severity-{severity.value}")) for severity in Severity]


def is_high(_setting: Setting, entered: Entered) -> bool:
    return entered.get("severity") == "high"


class Sample(Form):
    """A form with a field of each sort."""

    text: Annotated[str, Asked("field-text", Words(), refusals=frozenset({RefusalCode.TEXT_TOO_LONG}))]
    severity: Annotated[Severity | None, Asked("field-severity", Choice(severities), wakes=True)] = None
    reason: Annotated[str | None, Asked("field-reason", Words(), when=is_high, needed=is_high)] = None
    about: Annotated[
        tuple[Named, ...],
        Asked(
            "field-answers",
            Search(source="obstacles", most=2),
            refusals=frozenset({RefusalCode.REFERENCE_UNKNOWN}),
        ),
    ] = ()
    progress: Annotated[int | None, Asked("field-progress", Percentage())] = None
    due_on: DueDay = None


def test_what_was_entered_is_read_as_what_it_is() -> None:
    read = Sample.read(
        SETTING,
        {
            "text": "  Old grid ",
            "severity": "high",
            "reason": "It fails",
            "about": ("O-3", "O-4"),
            "progress": "40",
            "due_on": "2027-06-01",
        },
    )
    assert (read.text, read.severity, read.progress) == ("Old grid", Severity.HIGH, 40)
    assert [str(reference) for reference in read.about] == ["O-3", "O-4"]
    assert read.due_on == date(2027, 6, 1)


@pytest.mark.parametrize(
    ("entered", "wrong"),
    [
        ({}, {"text": "Please fill this in."}),
        ({"text": " \n "}, {"text": "Please fill this in."}),
        ({"text": "x", "severity": "high"}, {"reason": "Please fill this in."}),
        ({"text": "x", "severity": "enormous"}, {"severity": "This does not fit here."}),
        ({"text": "x", "about": ("nothing",)}, {"about": "This does not fit here."}),
        ({"text": "x", "progress": "much"}, {"progress": "This does not fit here."}),
        ({"text": "x", "due_on": "soon"}, {"due_on": "This does not fit here."}),
    ],
)
def test_what_is_missing_or_forged_is_told_beside_its_field(entered: Entered, wrong: object) -> None:
    with pytest.raises(FieldsWrong) as told:
        Sample.read(SETTING, entered)
    assert told.value.messages == wrong


def test_what_is_not_asked_counts_for_nothing() -> None:
    assert Sample.read(SETTING, {"text": "x", "severity": "low", "reason": "Because"}).reason is None


def test_fields_appear_when_they_are_asked() -> None:
    shown = [
        [block["block_id"] for block in Sample.blocks(SETTING, {"severity": severity})]
        for severity in ("low", "high")
    ]
    assert shown == [
        ["text", "severity", "about", "progress", "due_on"],
        ["text", "severity", "reason", "about", "progress", "due_on"],
    ]


def test_a_refusal_is_told_beside_the_field_it_is_about_when_that_is_there() -> None:
    unknown = Refusal(RefusalCode.REFERENCE_UNKNOWN, reference="O-9")
    named = Refusal(RefusalCode.ZONE_UNKNOWN, word="x", field="text")
    assert Sample.field_of(unknown, ["text", "about"]) == "about"
    assert Sample.field_of(unknown, ["text"]) is None
    assert Sample.field_of(named, ["text"]) == "text"
    assert Sample.field_of(Refusal(RefusalCode.CHAIR_ONLY), ["text"]) is None


def test_a_text_that_is_too_long_for_its_field_is_cut() -> None:
    (text, *_) = Sample.blocks(SETTING, {"text": "word " * TEXT_MAX})
    assert len(text["element"]["initial_value"]) <= TEXT_MAX


def test_the_search_of_every_form_has_a_source_with_words() -> None:
    searched = {
        asked.widget.source
        for form in FORMS.values()
        for _, asked in form.model.asked()
        if isinstance(asked.widget, Search)
    }
    assert searched <= SOURCES
    assert all(WORDS.for_language(EN).has(f"search-for-{source}") for source in SOURCES)


def test_no_field_is_named_like_what_offers_its_choices() -> None:
    """In the class such a name would mean the field: the choices would be gone."""
    for form in FORMS.values():
        assert view_violations(_drawn(form.model, form.title)) == []


def _drawn(model: type[Form], title: str) -> dict[str, object]:
    item = obstacle()
    setting = Setting(
        t=WORDS.for_language(EN),
        group=GROUP,
        item=item,
        actor=Actor(profile(CHAIR), member(Role.CHAIR, CHAIR)),
    )
    return form_view(model, Frame(callback="form", title=title), setting, {}, "{}")


def test_every_form_as_it_opens(album: Album) -> None:
    forms = {form.name: form for form in FORMS.values()}
    album.compare(
        "forms",
        {
            name: over(
                form,
                lambda t, form: form_view(
                    form.model,
                    Frame(callback=form.name, title=form.title, submit=form.submit),
                    Setting(t=t, group=GROUP),
                    {},
                    "{}",
                ),
            )
            for name, form in forms.items()
        },
    )


def test_a_record_is_asked_for_its_language_only_where_there_are_several() -> None:
    asked = [
        [name for name, _ in RecordForm.shown(Setting(t=WORDS.for_language(EN), group=group), {})]
        for group in (GROUP, replace(GROUP, languages=(EN,)))
    ]
    assert asked == [["text", "theme", "language"], ["text", "theme"]]
