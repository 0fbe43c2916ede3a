"""What a replay of recording does, and the same words once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.people import Role
from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.recording import SAME_WITHIN, AlreadyThere, Recorded, record_note
from tests.fakes.scene import LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.submissions import (
    Verb,
    do_note,
    do_recommendation,
    every_verb,
    note,
    recorded,
)


@every_verb
def test_a_replay_gets_the_same_item_and_writes_nothing(stage: Stage, verb: Verb) -> None:
    item = recorded(verb(stage, stage.origin(key="same")))
    again = stage.writes_nothing(lambda: verb(stage, stage.origin(key="same"), text="other words"))
    assert again == Recorded(item, repeated=True)


@every_verb
def test_a_replay_is_answered_even_when_the_person_may_not_record_any_more(stage: Stage, verb: Verb) -> None:
    item = recorded(verb(stage, stage.origin(key="same")))
    stage.record.members.save(replace(stage.member(MEMBER), role=Role.OBSERVER))
    again = stage.writes_nothing(lambda: verb(stage, stage.origin(key="same")))
    assert again == Recorded(item, repeated=True)


def test_a_replay_whose_item_is_gone_is_refused(stage: Stage) -> None:
    do_note(stage, stage.origin(key="same"))
    stage.record.notes.by_number.clear()
    refused = stage.refused(lambda: do_note(stage, stage.origin(key="same")))
    assert (refused.code, refused.facts) == (RefusalCode.REFERENCE_UNKNOWN, {"reference": "N-1"})


@every_verb
def test_the_same_words_of_the_same_person_are_asked_about_for_ten_minutes(stage: Stage, verb: Verb) -> None:
    item = recorded(verb(stage, stage.origin(), text="Few chargers"))
    outcome = stage.writes_nothing(lambda: verb(stage, stage.origin(), text=" Few chargers "))
    assert outcome == AlreadyThere(item)
    assert timedelta(minutes=10) == SAME_WITHIN


@every_verb
def test_the_same_words_are_recorded_when_the_person_says_again(stage: Stage, verb: Verb) -> None:
    verb(stage, stage.origin())
    assert recorded(verb(stage, stage.origin(), again=True)).number == 2


@every_verb
def test_the_same_words_of_somebody_else_are_recorded(stage: Stage, verb: Verb) -> None:
    verb(stage, stage.origin())
    assert recorded(verb(stage, stage.origin(LEAD))).number == 2


def test_the_same_words_as_another_kind_are_recorded(stage: Stage) -> None:
    do_note(stage, stage.origin())
    assert recorded(do_note(stage, stage.origin(), kind=RecordKind.DECISION)).number == 2


@every_verb
def test_the_same_words_about_another_theme_are_recorded(stage: Stage, verb: Verb) -> None:
    verb(stage, stage.origin(), theme="charging")
    assert recorded(verb(stage, stage.origin(), theme="talent")).theme == "talent"


def test_the_same_words_for_other_obstacles_are_recorded_with_them(stage: Stage) -> None:
    stage.obstacle()
    answers = (Reference(Series.OBSTACLE, 1),)
    do_recommendation(stage, stage.origin())
    made = recorded(do_recommendation(stage, stage.origin(), answers=answers))
    assert stage.record.recommendations.by_number[made.reference.number].answers == (1,)
    repeated = stage.writes_nothing(lambda: do_recommendation(stage, stage.origin(), answers=answers))
    assert repeated == AlreadyThere(made)


@pytest.mark.parametrize(("later", "asked"), [(timedelta(), True), (timedelta(seconds=1), False)])
def test_after_ten_minutes_the_same_words_are_no_slip(stage: Stage, later: timedelta, *, asked: bool) -> None:
    do_note(stage, stage.origin())
    outcome = record_note(note(stage.origin()), stage.uow, NOW + SAME_WITHIN + later)
    assert isinstance(outcome, AlreadyThere) is asked
