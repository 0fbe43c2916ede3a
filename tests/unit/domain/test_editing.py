"""Correcting an item field by field, and taking each correction back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.action import Action
from domain.change import ChangeKind, NewChange
from domain.editing import Correction, Difference, Field, corrected, difference, fields_of, has, restored
from domain.item import Item
from domain.language import Language, Text
from domain.note import Note
from domain.obstacle import Obstacle, Severity
from domain.recommendation import Recommendation
from domain.reference import RecordKind

NOW = datetime(2027, 3, 3, 16, 0, tzinfo=UTC)
LATER = datetime(2027, 3, 4, 16, 0, tzinfo=UTC)
EN, ES = Language.ENGLISH, Language.SPANISH


def made(kind: RecordKind = RecordKind.RECOMMENDATION, **facts: object) -> Item:
    types: dict[RecordKind, type[Note | Obstacle | Recommendation | Action]] = {
        RecordKind.NOTE: Note,
        RecordKind.OBSTACLE: Obstacle,
        RecordKind.RECOMMENDATION: Recommendation,
        RecordKind.ACTION: Action,
    }
    plain = types[kind](
        kind=kind,
        number=2,
        theme="charging",
        status="proposed",
        text=Text("Publish a map", EN, {}),
        author="U0MEMBER",
        recorded_in=7,
        recorded_at=NOW,
        changed_at=NOW,
        version=3,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def told(item: Item, correction: Correction) -> list[Difference]:
    """What the changes tell, and that they tell of the item."""
    changed, changes = corrected(item, correction, LATER)
    assert {change.subject for change in changes} <= {item.reference}
    assert {change.theme for change in changes} <= {changed.theme}
    return [difference(change) for change in changes if change.kind is ChangeKind.EDITED]


def test_another_original_is_another_edition_and_keeps_the_former_text() -> None:
    item = made()
    changed, (change,) = corrected(item, Correction(text="Publish a national map"), LATER)
    assert changed == replace(
        item,
        text=Text("Publish a national map", EN, {}),
        edition=4,
        version=4,
        changed_at=LATER,
    )
    assert change == NewChange(
        kind=ChangeKind.EDITED,
        subject=item.reference,
        theme="charging",
        before="text=Publish a map",
        after="text=Publish a national map",
        edition=1,
    )


def test_a_version_in_another_language_is_added_and_corrected_without_another_edition() -> None:
    added, _ = corrected(made(), Correction(versions={ES: "Publicar un mapa"}), LATER)
    assert (added.text.versions, added.edition, added.version) == ({ES: "Publicar un mapa"}, 1, 4)
    assert told(made(), Correction(versions={ES: "Publicar un mapa"})) == [
        Difference(field=Field.VERSION, before=None, after="Publicar un mapa", language=ES)
    ]
    assert told(added, Correction(versions={ES: "Publicar el mapa"})) == [
        Difference(field=Field.VERSION, before="Publicar un mapa", after="Publicar el mapa", language=ES)
    ]


def test_the_version_in_the_language_of_the_original_is_the_original() -> None:
    changed, _ = corrected(made(), Correction(versions={EN: "Publish maps"}), LATER)
    assert changed.text == Text("Publish maps", EN, {})
    assert changed.edition == 4


@pytest.mark.parametrize(
    ("kind", "correction", "expected"),
    [
        (RecordKind.NOTE, Correction(theme="talent"), (Field.THEME, "charging", "talent")),
        (RecordKind.OBSTACLE, Correction(severity=Severity.HIGH), (Field.SEVERITY, None, "high")),
        (RecordKind.OBSTACLE, Correction(countries=("MX", "US")), (Field.COUNTRIES, None, "MX,US")),
        (RecordKind.RECOMMENDATION, Correction(drivers=("jobs",)), (Field.DRIVERS, None, "jobs")),
        (RecordKind.RECOMMENDATION, Correction(priority=True), (Field.PRIORITY, None, "yes")),
    ],
)
def test_every_field_is_told_from_what_to_what(
    kind: RecordKind, correction: Correction, expected: tuple[Field, str | None, str | None]
) -> None:
    (one,) = told(made(kind), correction)
    assert (one.field, one.before, one.after) == expected


def test_a_day_is_told_as_days_always_are() -> None:
    changed, (change,) = corrected(made(), Correction(due_on=date(2027, 3, 31)), LATER)
    assert changed.due_on == date(2027, 3, 31)
    assert (change.kind, change.before, change.after) == (ChangeKind.DUE, None, "2027-03-31")
    assert list(fields_of([change])) == [Field.DUE]


@pytest.mark.parametrize(
    "correction",
    [
        Correction(),
        Correction(text="Publish a map"),
        Correction(versions={EN: "Publish a map"}),
        Correction(theme="charging"),
        Correction(countries=(), drivers=(), priority=False),
        Correction(severity=Severity.HIGH),
    ],
)
def test_a_correction_that_changes_nothing_leaves_the_item_as_it_is(correction: Correction) -> None:
    item = made()
    assert corrected(item, correction, LATER) == (item, ())


def test_kinds_have_their_own_fields() -> None:
    assert [name for name in Field if has(made(RecordKind.NOTE), name)] == [
        Field.TEXT,
        Field.VERSION,
        Field.THEME,
        Field.DUE,
    ]
    assert has(made(RecordKind.OBSTACLE), Field.SEVERITY)
    assert not has(made(RecordKind.RECOMMENDATION), Field.SEVERITY)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
CORRECTIONS = st.builds(
    Correction,
    text=st.none() | TEXTS,
    versions=st.dictionaries(st.sampled_from(Language), TEXTS),
    theme=st.sampled_from([None, "charging", "talent"]),
    severity=st.none() | st.sampled_from(Severity),
    countries=st.none() | st.sampled_from([(), ("MX",), ("MX", "US")]),
    drivers=st.none() | st.sampled_from([(), ("jobs",), ("jobs", "environment")]),
    priority=st.none() | st.booleans(),
)


@given(st.lists(CORRECTIONS, max_size=5), st.sampled_from([RecordKind.OBSTACLE, RecordKind.RECOMMENDATION]))
def test_whatever_is_corrected_one_after_the_other_every_former_state_is_found_again(
    corrections: list[Correction], kind: RecordKind
) -> None:
    states = [made(kind, theme=None)]
    changes: list[tuple[NewChange, ...]] = []
    for correction in corrections:
        changed, made_changes = corrected(states[-1], correction, LATER)
        if made_changes:
            states.append(changed)
            changes.append(made_changes)
    back = states[-1]
    for number in reversed(range(len(changes))):
        for change in reversed(changes[number]):
            back = restored(back, change)
        former = states[number]
        assert back == replace(former, version=back.version, changed_at=back.changed_at)


@pytest.mark.parametrize("text", ["a=b", "=", "text=theme", "x\ny=z"])
def test_a_text_may_hold_what_separates_a_field_from_its_value(text: str) -> None:
    (one,) = told(made(), Correction(text=text))
    assert (one.before, one.after) == ("Publish a map", text)
