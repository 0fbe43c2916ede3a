"""Changes in words."""

from __future__ import annotations

import pytest

from domain.change import ChangeKind
from domain.language import Language
from domain.people import Role
from domain.reference import RecordKind, Reference, Series
from handlers.parts.history import COMMENT_MAX, change_text, kind_of
from handlers.words.slack_text import ELLIPSIS
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    LEAD,
    NAMES,
    WORDS,
    change,
    note,
    obstacle,
    recommendation,
)

CASES = [
    (recommendation(), ChangeKind.MOVED, "proposed", "under_review", EN, "proposed → under review"),
    (recommendation(), ChangeKind.MOVED, "proposed", "under_review", ES, "propuesta → en revisión"),
    (obstacle(), ChangeKind.MOVED, "identified", "confirmed", ES, "identificado → confirmado"),
    (note(), ChangeKind.MOVED, "recorded", "withdrawn", ES, "registrada → retirada"),
    (recommendation(), ChangeKind.PROGRESSED, "20", "40", ES, "avance 20% → 40%"),
]


@pytest.mark.parametrize(("item", "kind", "before", "after", "language", "words"), CASES)
def test_a_change_is_told_in_the_gender_of_its_kind(
    item: object, kind: ChangeKind, before: str, after: str, language: Language, words: str
) -> None:
    told = change(item, kind, 1, before=before, after=after)  # type: ignore[arg-type]  # one of three kinds
    assert change_text(WORDS.for_language(language), told, NAMES, GROUP) == words


LIVES = [
    (ChangeKind.ASSIGNED, None, LEAD, "new owner: lead-infra", "nueva persona responsable: lead-infra"),
    (ChangeKind.ASSIGNED, None, "U0UNKNOWN", "has a new owner", "tiene nueva persona responsable"),
    (ChangeKind.ASSIGNED, LEAD, None, "no owner any more", "ya no tiene responsable"),
    (ChangeKind.DUE, None, "2027-06-30", "due Wednesday, Jun 30, 2027", "para el miércoles 30 jun 2027"),
    (ChangeKind.DUE, "2027-06-30", None, "no date any more", "ya no tiene fecha"),
    (ChangeKind.LINKED, None, "O-3", "answers O-3", "responde a O-3"),
    (ChangeKind.LINKED, "O-3", None, "no longer answers O-3", "ya no responde a O-3"),
    (ChangeKind.LINKED, "O-3", "O-2", "answers O-2 instead of O-3", "responde a O-2 en lugar de O-3"),
    (ChangeKind.SUCCEEDED, None, "R-5", "gives way to R-5", "cede su lugar a R-5"),
    (ChangeKind.SUCCEEDED, "R-5", None, "no longer gives way to R-5", "ya no cede su lugar a R-5"),
    (ChangeKind.POSITIONED, None, "support", "position: support", "posición: apoyo"),
    (ChangeKind.POSITIONED, "support", "support", "position: support", "posición: apoyo"),
    (ChangeKind.POSITIONED, "objection", "support", "objection → support", "objeción → apoyo"),
]


@pytest.mark.parametrize(("kind", "before", "after", "english", "spanish"), LIVES)
def test_what_happens_in_the_life_of_an_item_is_told(
    kind: ChangeKind, before: str | None, after: str | None, english: str, spanish: str
) -> None:
    facts = {name: value for name, value in (("before", before), ("after", after)) if value is not None}
    told = change(recommendation(), kind, 1, **facts)
    assert change_text(WORDS.for_language(EN), told, NAMES, GROUP) == english
    assert change_text(WORDS.for_language(ES), told, NAMES, GROUP) == spanish


def test_a_new_role_is_named() -> None:
    told = change(note(), ChangeKind.ROLE_CHANGED, 1, before=Role.MEMBER, after=Role.CHAIR, person=LEAD)
    assert change_text(WORDS.for_language(EN), told, NAMES, GROUP) == "new role of lead-infra: chair"
    assert change_text(WORDS.for_language(ES), told, {}, GROUP) == f"nueva función de {LEAD}: presidencia"


def test_a_role_changed_before_changes_said_whose_is_told_without_a_name() -> None:
    told = change(note(), ChangeKind.ROLE_CHANGED, 1, before=Role.MEMBER, after=Role.CHAIR)
    assert change_text(WORDS.for_language(EN), told, NAMES, GROUP) == "new role of —: chair"


def test_what_was_taken_back_bears_no_number_that_means_nothing_to_people() -> None:
    told = change(recommendation(), ChangeKind.UNDONE, 9, before="7")
    assert change_text(WORDS.for_language(EN), told, NAMES, GROUP) == "last change taken back"
    assert change_text(WORDS.for_language(ES), told, NAMES, GROUP) == "se deshizo el último cambio"


def test_a_reason_stands_behind_it_and_is_not_escaped() -> None:
    told = change(recommendation(), ChangeKind.MOVED, 1, before="agreed", after="in_progress", comment="R&D")
    assert change_text(WORDS.for_language(EN), told, NAMES, GROUP) == "agreed → in progress (R&D)"


def test_a_long_reason_is_cut() -> None:
    told = change(recommendation(), ChangeKind.RECORDED, 1, comment="x" * (COMMENT_MAX + 1))
    assert (
        change_text(WORDS.for_language(EN), told, NAMES, GROUP)
        == f"recorded ({'x' * (COMMENT_MAX - 1)}{ELLIPSIS})"
    )


@pytest.mark.parametrize("kind", ChangeKind)
@pytest.mark.parametrize("language", Language)
def test_every_kind_of_change_has_words(kind: ChangeKind, language: Language) -> None:
    facts = {
        ChangeKind.MOVED: ("proposed", "agreed"),
        ChangeKind.PROGRESSED: ("0", "10"),
        ChangeKind.ROLE_CHANGED: ("member", "lead"),
        ChangeKind.DUE: ("2027-03-31", "2027-06-30"),
        ChangeKind.OVERRIDDEN: ("", "triple-helix"),
        ChangeKind.PHASE_CHANGED: ("diagnosis", "recommendations"),
        ChangeKind.RULE_CHANGED: ("no-objection", "triple-helix"),
        ChangeKind.STALLING_CHANGED: ("4", "6"),
        ChangeKind.POSITIONED: ("objection", "support"),
        ChangeKind.EDITED: ("theme=charging", "theme=talent"),
        ChangeKind.DIGEST_EDITED: ("time=09:00", "time=10:00"),
        ChangeKind.DIGEST_SKIPPED: ("", "2027-03-08"),
        ChangeKind.DIGEST_UNSKIPPED: ("", "2027-03-08"),
        ChangeKind.RESCHEDULED: ("2027-03-05T10:00@UTC", "2027-03-05T11:00@America/Mexico_City"),
    }
    before, after = facts.get(kind, ("a", "b"))
    told = change(recommendation(), kind, 1, before=before, after=after)
    assert change_text(WORDS.for_language(language), told, NAMES, GROUP)


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        (Reference(Series.NOTE, 1), RecordKind.NOTE),
        (Reference(Series.OBSTACLE, 1), RecordKind.OBSTACLE),
        (Reference(Series.RECOMMENDATION, 1), RecordKind.RECOMMENDATION),
        (Reference(Series.ACTION, 1), RecordKind.ACTION),
        (None, RecordKind.NOTE),
    ],
)
def test_the_series_says_whose_statuses_count(subject: Reference | None, kind: RecordKind) -> None:
    assert kind_of(subject) is kind
