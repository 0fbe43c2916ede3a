"""Changes in words."""

from __future__ import annotations

import pytest

from domain.change import ChangeKind
from domain.language import Language
from domain.people import Role
from domain.reference import RecordKind, Reference, Series
from handlers.parts.history import COMMENT_MAX, change_text, kind_of
from handlers.words.slack_text import ELLIPSIS
from tests.unit.handlers.material import EN, ES, LEAD, NAMES, WORDS, change, note, obstacle, recommendation

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
    assert change_text(WORDS.for_language(language), told, NAMES) == words


def test_a_new_role_is_named() -> None:
    told = change(note(), ChangeKind.ROLE_CHANGED, 1, before=Role.MEMBER, after=Role.CHAIR, person=LEAD)
    assert change_text(WORDS.for_language(EN), told, NAMES) == "new role of lead-infra: chair"
    assert change_text(WORDS.for_language(ES), told, {}) == f"nueva función de {LEAD}: presidencia"


def test_a_role_changed_before_changes_said_whose_is_told_without_a_name() -> None:
    told = change(note(), ChangeKind.ROLE_CHANGED, 1, before=Role.MEMBER, after=Role.CHAIR)
    assert change_text(WORDS.for_language(EN), told, NAMES) == "new role of —: chair"


def test_what_was_taken_back_is_named_by_its_number() -> None:
    told = change(recommendation(), ChangeKind.UNDONE, 9, before="7")
    assert change_text(WORDS.for_language(EN), told, NAMES) == "last change taken back (no. 7)"
    assert change_text(WORDS.for_language(ES), told, NAMES) == "se deshizo el último cambio (n.º 7)"


def test_a_reason_stands_behind_it_and_is_not_escaped() -> None:
    told = change(recommendation(), ChangeKind.MOVED, 1, before="agreed", after="in_progress", comment="R&D")
    assert change_text(WORDS.for_language(EN), told, NAMES) == "agreed → in progress (R&D)"


def test_a_long_reason_is_cut() -> None:
    told = change(recommendation(), ChangeKind.RECORDED, 1, comment="x" * (COMMENT_MAX + 1))
    assert (
        change_text(WORDS.for_language(EN), told, NAMES) == f"recorded ({'x' * (COMMENT_MAX - 1)}{ELLIPSIS})"
    )


@pytest.mark.parametrize("kind", ChangeKind)
@pytest.mark.parametrize("language", Language)
def test_every_kind_of_change_has_words(kind: ChangeKind, language: Language) -> None:
    facts = {
        ChangeKind.MOVED: ("proposed", "agreed"),
        ChangeKind.PROGRESSED: ("0", "10"),
        ChangeKind.ROLE_CHANGED: ("member", "lead"),
    }
    before, after = facts.get(kind, ("a", "b"))
    told = change(recommendation(), kind, 1, before=before, after=after)
    assert change_text(WORDS.for_language(language), told, NAMES)


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        (Reference(Series.NOTE, 1), RecordKind.NOTE),
        (Reference(Series.OBSTACLE, 1), RecordKind.OBSTACLE),
        (Reference(Series.RECOMMENDATION, 1), RecordKind.RECOMMENDATION),
        (None, RecordKind.NOTE),
    ],
)
def test_the_series_says_whose_statuses_count(subject: Reference | None, kind: RecordKind) -> None:
    assert kind_of(subject) is kind
