"""What the tests of recording share: submissions, and the verbs that take them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.item import Item
from domain.language import Language
from domain.usecases.origin import Origin
from domain.usecases.recording import (
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    Recorded,
    RecordOutcome,
    record_note,
    record_obstacle,
    record_recommendation,
)
from tests.unit.domain.usecases.stage import NOW, Stage


def note(origin: Origin, text: str = "text", **facts: object) -> NoteSubmission:
    plain = NoteSubmission(origin=origin, group=1, text=text, language=Language.ENGLISH)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def obstacle(origin: Origin, text: str = "text", **facts: object) -> ObstacleSubmission:
    plain = ObstacleSubmission(origin=origin, group=1, text=text, language=Language.ENGLISH)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def recommendation(origin: Origin, text: str = "text", **facts: object) -> RecommendationSubmission:
    plain = RecommendationSubmission(origin=origin, group=1, text=text, language=Language.ENGLISH)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


Verb = Callable[..., RecordOutcome]
"""Takes a stage and an origin, and any field of the submission."""


def do_note(stage: Stage, origin: Origin, **facts: object) -> RecordOutcome:
    return record_note(note(origin, **facts), stage.uow, NOW)  # type: ignore[arg-type]  # any field


def do_obstacle(stage: Stage, origin: Origin, **facts: object) -> RecordOutcome:
    return record_obstacle(obstacle(origin, **facts), stage.uow, NOW)  # type: ignore[arg-type]  # any field


def do_recommendation(stage: Stage, origin: Origin, **facts: object) -> RecordOutcome:
    submission = recommendation(origin, **facts)  # type: ignore[arg-type]  # any field
    return record_recommendation(submission, stage.uow, NOW)


every_verb = pytest.mark.parametrize("verb", [do_note, do_obstacle, do_recommendation])


def recorded(outcome: RecordOutcome) -> Item:
    assert isinstance(outcome, Recorded)
    assert not outcome.repeated
    return outcome.item
