"""A field that is to say nothing: theme, severity, or a version in another language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind
from domain.editing import Correction, Field
from domain.language import Language
from domain.obstacle import Severity
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.editing import Edit, Edited, edit
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, Stage

EN, ES = Language.ENGLISH, Language.SPANISH
O1, R1 = Reference(Series.OBSTACLE, 1), Reference(Series.RECOMMENDATION, 1)
EVERYTHING = Correction(cleared=frozenset({Field.THEME, Field.SEVERITY}), dropped=frozenset({ES}))


@pytest.fixture
def stage() -> Stage:
    """O-1 and R-1 of charging, by the member; O-1 is severe and has a Spanish version."""
    stage = Stage()
    stage.obstacle()
    stage.recommendation()
    found = stage.record.obstacles.by_number[1]
    text = replace(found.text, versions={ES: "Faltan mapas"})
    stage.record.obstacles.save(replace(found, severity=Severity.HIGH, text=text))
    return stage


def cleared(stage: Stage, correction: Correction, user: str = MEMBER, reference: Reference = O1) -> Edited:
    wanted = Edit(origin=stage.origin(user), group=1, reference=reference, correction=correction)
    outcome = edit(wanted, stage.uow, NOW)
    assert isinstance(outcome, Edited)
    return outcome


def test_what_was_said_is_said_no_more_and_history_keeps_it(stage: Stage) -> None:
    outcome = cleared(stage, EVERYTHING)
    found = stage.record.obstacles.by_number[1]
    assert (found.theme, found.severity, dict(found.text.versions)) == (None, None, {})
    assert {(change.before, change.after) for change in outcome.changes} == {
        ("version-es=Faltan mapas", "version-es"),
        ("theme=charging", "theme"),
        ("severity=high", "severity"),
    }
    assert {change.kind for change in outcome.changes} == {ChangeKind.EDITED}


def test_undo_says_it_again(stage: Stage) -> None:
    before = stage.record.obstacles.by_number[1]
    cleared(stage, EVERYTHING)
    undo(Undo(origin=stage.origin(MEMBER), group=1), stage.uow, NOW)
    after = stage.record.obstacles.by_number[1]
    assert (after.theme, after.severity, after.text) == (before.theme, before.severity, before.text)


def test_what_says_nothing_already_is_left_as_it_is(stage: Stage) -> None:
    cleared(stage, EVERYTHING)
    assert stage.writes_nothing(lambda: cleared(stage, EVERYTHING)).changes == ()


def test_a_version_that_is_taken_away_touches_no_position(stage: Stage) -> None:
    edition = stage.record.recommendations.by_number[1].edition
    cleared(stage, Correction(versions={ES: "Un mapa"}), reference=R1)
    cleared(stage, Correction(dropped=frozenset({ES})), reference=R1)
    assert stage.record.recommendations.by_number[1].edition == edition


def test_the_original_is_not_taken_away(stage: Stage) -> None:
    refusal = stage.refused(lambda: cleared(stage, Correction(dropped=frozenset({EN}))))
    assert (refusal.code, refusal.facts) == (
        RefusalCode.ORIGINAL_STAYS,
        {"reference": "O-1", "language": "en"},
    )


def test_only_what_has_a_severity_loses_it(stage: Stage) -> None:
    wanted = Correction(cleared=frozenset({Field.SEVERITY}))
    assert stage.refused(lambda: cleared(stage, wanted, reference=R1)).code is RefusalCode.FIELD_OF_OTHER_KIND


def test_what_has_gone_on_is_taken_out_of_its_theme_by_those_who_lead_it(stage: Stage) -> None:
    found = stage.record.recommendations.by_number[1]
    stage.record.recommendations.save(replace(found, status=Status.UNDER_REVIEW))
    wanted = Correction(cleared=frozenset({Field.THEME}))
    assert stage.refused(lambda: cleared(stage, wanted, reference=R1)).code is RefusalCode.LEAD_ONLY
    assert cleared(stage, wanted, LEAD, R1).item.theme is None
    assert cleared(stage, Correction(theme="talent"), CHAIR, R1).item.theme == "talent"
