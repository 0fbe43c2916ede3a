"""Recording notes, obstacles and recommendations: what is stored."""

from __future__ import annotations

from datetime import date

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.language import Language, Text
from domain.note import NoteStatus
from domain.obstacle import Obstacle, ObstacleStatus, Severity
from domain.receipt import Receipt
from domain.recommendation import Plan, Recommendation, RecommendationStatus
from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.items import recall
from tests.fakes.scene import CHANNEL, CHARTER, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import NOW, UNBOUND, Stage
from tests.unit.domain.usecases.submissions import (
    Verb,
    do_note,
    do_obstacle,
    do_recommendation,
    every_verb,
    recorded,
)

R1 = Reference(Series.RECOMMENDATION, 1)


@pytest.mark.parametrize("kind", [RecordKind.NOTE, RecordKind.DECISION, RecordKind.OPPORTUNITY])
def test_a_note_is_stored_with_its_change_and_receipt(stage: Stage, kind: RecordKind) -> None:
    origin = stage.origin(key="trigger-note")
    item = recorded(do_note(stage, origin, text=" Permits take a year ", kind=kind, theme="talent"))
    assert stage.record.notes.by_number == {1: item}
    assert (item.kind, item.status, item.theme) == (kind, NoteStatus.RECORDED, "talent")
    assert item.text == Text("Permits take a year", Language.ENGLISH, {})
    assert (item.author, item.channel) == (MEMBER, CHANNEL)
    assert (item.recorded_in, item.recorded_at, item.changed_at) == (1, NOW, NOW)
    (change,) = stage.record.changes.all
    assert (change.number, change.actor, change.at) == (1, MEMBER, NOW)
    assert stage.told() == [
        NewChange(kind=ChangeKind.RECORDED, subject=item.reference, theme="talent", after="recorded")
    ]
    receipts = stage.uow.workspace(WORKSPACE).receipts.by_key
    assert receipts == {"trigger-note": (Receipt("N-1"), NOW)}


def test_an_obstacle_is_stored_with_severity_and_countries(stage: Stage) -> None:
    item = recorded(do_obstacle(stage, stage.origin(), severity=Severity.HIGH, countries=("MX", "US")))
    assert isinstance(item, Obstacle)
    assert stage.record.obstacles.by_number == {1: item}
    assert (item.status, item.severity, item.countries) == (
        ObstacleStatus.IDENTIFIED,
        Severity.HIGH,
        ("MX", "US"),
    )
    assert stage.told() == [NewChange(kind=ChangeKind.RECORDED, subject=item.reference, after="identified")]


def test_a_recommendation_is_stored_with_a_change_for_each_obstacle_it_answers(stage: Stage) -> None:
    answers = tuple(stage.obstacle().reference for _ in range(3))
    before = len(stage.told())
    origin = stage.origin()
    item = recorded(
        do_recommendation(stage, origin, theme="charging", answers=(answers[2], answers[0], answers[2]))
    )
    assert isinstance(item, Recommendation)
    assert stage.record.recommendations.by_number == {1: item}
    assert (item.status, item.answers, item.owner) == (RecommendationStatus.PROPOSED, (3, 1), None)
    assert stage.told()[before:] == [
        NewChange(kind=ChangeKind.RECORDED, subject=R1, theme="charging", after="proposed"),
        NewChange(kind=ChangeKind.LINKED, subject=R1, theme="charging", after="O-3"),
        NewChange(kind=ChangeKind.LINKED, subject=R1, theme="charging", after="O-1"),
    ]
    assert [change.number for change in stage.record.changes.all] == list(range(1, before + 4))


def test_a_lead_proposes_with_a_plan_in_their_theme(stage: Stage) -> None:
    plan = Plan(owner=MEMBER, due_on=date(2027, 3, 31), drivers=("jobs",), countries=("US",), priority=True)
    item = recorded(do_recommendation(stage, stage.origin(LEAD), theme="charging", plan=plan))
    assert isinstance(item, Recommendation)
    shown = Plan(
        owner=item.owner,
        due_on=item.due_on,
        drivers=item.drivers,
        countries=item.countries,
        priority=item.priority,
    )
    assert shown == plan


@every_verb
def test_the_theme_is_the_channels_unless_one_is_said(stage: Stage, verb: Verb) -> None:
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1, "talent"))
    assert recorded(verb(stage, stage.origin())).theme == "talent"
    assert recorded(verb(stage, stage.origin(), text="other", theme="charging")).theme == "charging"


@every_verb
def test_without_a_channel_or_in_one_without_a_theme_there_is_none(stage: Stage, verb: Verb) -> None:
    assert recorded(verb(stage, stage.origin())).theme is None
    in_private = recorded(verb(stage, stage.origin(channel=None), text="other"))
    assert (in_private.theme, in_private.channel) == (None, None)


@every_verb
def test_from_another_groups_channel_nothing_is_recorded(stage: Stage, verb: Verb) -> None:
    workspace = stage.uow.workspace(WORKSPACE)
    workspace.channels.bind(Binding(UNBOUND, workspace.found_group(CHARTER).group.id, "talent"))
    refused = stage.code(lambda: verb(stage, stage.origin(channel=UNBOUND)))
    assert refused is RefusalCode.CHANNEL_MOVED


@every_verb
def test_versions_in_other_languages_are_kept_cleaned_and_the_originals_is_not(
    stage: Stage, verb: Verb
) -> None:
    versions = {Language.SPANISH: " Pocos cargadores\x00 ", Language.ENGLISH: "something else"}
    item = recorded(verb(stage, stage.origin(), text="Few chargers", versions=versions))
    assert item.text == Text("Few chargers", Language.ENGLISH, {Language.SPANISH: "Pocos cargadores"})


def test_an_item_of_each_series_is_recalled_by_its_reference(stage: Stage) -> None:
    items = [stage.note(), stage.obstacle(), stage.recommendation(), stage.action()]
    assert [recall(stage.record, item.reference) for item in items] == items
    assert [recall(stage.record, Reference(series, 9)) for series in Series] == [None] * len(Series)
