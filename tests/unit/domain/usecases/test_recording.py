"""Recording notes, obstacles and recommendations: what is stored, what is refused, what a replay does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.item import Item
from domain.language import Language, Text
from domain.note import NoteStatus
from domain.obstacle import Obstacle, ObstacleStatus, Severity
from domain.people import Role
from domain.receipt import Receipt
from domain.recommendation import Plan, Recommendation, RecommendationStatus
from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.origin import Origin
from domain.usecases.recording import (
    ANSWERS_MAX,
    SAME_WITHIN,
    AlreadyThere,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    Recorded,
    RecordOutcome,
    recall,
    record_note,
    record_obstacle,
    record_recommendation,
)
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import GUEST, NEWCOMER, NOW, OBSERVER, UNBOUND, UNKNOWN, Stage

R1 = Reference(Series.RECOMMENDATION, 1)
TOO_LONG = "n" * 3001


@pytest.fixture
def stage() -> Stage:
    return Stage()


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
def test_the_theme_of_another_groups_channel_is_not_taken_along(stage: Stage, verb: Verb) -> None:
    workspace = stage.uow.workspace(WORKSPACE)
    workspace.channels.bind(Binding(UNBOUND, workspace.found_group(CHARTER).group.id, "talent"))
    assert recorded(verb(stage, stage.origin(channel=UNBOUND))).theme is None


@every_verb
def test_versions_in_other_languages_are_kept_cleaned_and_the_originals_is_not(
    stage: Stage, verb: Verb
) -> None:
    versions = {Language.SPANISH: " Pocos cargadores\x00 ", Language.ENGLISH: "something else"}
    item = recorded(verb(stage, stage.origin(), text="Few chargers", versions=versions))
    assert item.text == Text("Few chargers", Language.ENGLISH, {Language.SPANISH: "Pocos cargadores"})


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


REFUSED_TO_ALL: list[tuple[str, dict[str, object], RefusalCode, dict[str, object]]] = [
    (MEMBER, {"text": " \n "}, RefusalCode.TEXT_EMPTY, {}),
    (MEMBER, {"text": TOO_LONG}, RefusalCode.TEXT_TOO_LONG, {"length": 3001, "limit": 3000}),
    (MEMBER, {"versions": {Language.SPANISH: ""}}, RefusalCode.TEXT_EMPTY, {}),
    (
        MEMBER,
        {"versions": {Language.SPANISH: TOO_LONG}},
        RefusalCode.TEXT_TOO_LONG,
        {"length": 3001, "limit": 3000},
    ),
    (MEMBER, {"theme": "supply"}, RefusalCode.THEME_UNKNOWN, {"word": "supply"}),
    (MEMBER, {"group": 7}, RefusalCode.CHANNEL_NEEDS_GROUP, {}),
    (NEWCOMER, {}, RefusalCode.MEMBERS_ONLY, {}),
    (UNKNOWN, {}, RefusalCode.PERSON_UNKNOWN, {}),
    (OBSERVER, {}, RefusalCode.OBSERVER_READS_ONLY, {}),
    (GUEST, {}, RefusalCode.GUEST_READS_ONLY, {}),
]


@every_verb
@pytest.mark.parametrize(("user", "facts", "code", "said"), REFUSED_TO_ALL)
def test_what_cannot_be_recorded_is_refused_and_nothing_is_written(
    stage: Stage,
    verb: Verb,
    user: str,
    facts: dict[str, object],
    code: RefusalCode,
    said: dict[str, object],
) -> None:
    refused = stage.refused(lambda: verb(stage, stage.origin(user), **facts))
    assert (refused.code, refused.facts) == (code, said)


def test_an_obstacle_of_a_country_outside_the_group_is_refused(stage: Stage) -> None:
    refused = stage.refused(lambda: do_obstacle(stage, stage.origin(), countries=("MX", "CA")))
    assert (refused.code, refused.facts) == (RefusalCode.COUNTRY_UNKNOWN, {"word": "CA"})


@pytest.mark.parametrize("written", ["O-2", "N-1", "R-1"])
def test_a_recommendation_answers_only_obstacles_that_exist(stage: Stage, written: str) -> None:
    stage.obstacle()
    stage.note()
    stage.recommendation()
    answers = (Reference.parse("O-1"), Reference.parse(written))
    refused = stage.refused(lambda: do_recommendation(stage, stage.origin(), answers=answers))
    assert (refused.code, refused.facts) == (RefusalCode.REFERENCE_UNKNOWN, {"reference": written})


def test_a_recommendation_answers_20_obstacles_and_not_21(stage: Stage) -> None:
    answers = tuple(stage.obstacle().reference for _ in range(21))
    assert ANSWERS_MAX == 20
    refused = stage.refused(lambda: do_recommendation(stage, stage.origin(), answers=answers))
    assert (refused.code, refused.facts) == (RefusalCode.TOO_MANY, {"limit": 20})
    item = recorded(do_recommendation(stage, stage.origin(), answers=answers[:20]))
    assert isinstance(item, Recommendation)
    assert len(item.answers) == 20


PLANNED = Plan(priority=True)


@pytest.mark.parametrize(
    ("user", "theme", "plan", "code"),
    [
        (MEMBER, "charging", PLANNED, RefusalCode.LEAD_ONLY),
        (LEAD, "talent", PLANNED, RefusalCode.LEAD_ONLY),
        (LEAD, None, PLANNED, RefusalCode.LEAD_ONLY),
        (CHAIR, None, Plan(owner=NEWCOMER), RefusalCode.OWNER_UNKNOWN),
        (CHAIR, None, Plan(countries=("CA",)), RefusalCode.COUNTRY_UNKNOWN),
    ],
)
def test_a_plan_is_for_leads_and_chairs_with_an_owner_and_countries_of_the_group(
    stage: Stage, user: str, theme: str | None, plan: Plan, code: RefusalCode
) -> None:
    refused = stage.code(lambda: do_recommendation(stage, stage.origin(user), theme=theme, plan=plan))
    assert refused is code


def test_an_item_of_each_series_is_recalled_by_its_reference(stage: Stage) -> None:
    items = [stage.note(), stage.obstacle(), stage.recommendation(), stage.action()]
    assert [recall(stage.record, item.reference) for item in items] == items
    assert [recall(stage.record, Reference(series, 9)) for series in Series] == [None] * len(items)
