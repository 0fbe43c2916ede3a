"""Similar first: what is asked before a recommendation is recorded, and the draft that waits meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.language import Language
from domain.people import Role
from domain.recommendation import Plan, Recommendation
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.proposing import RecordDraft, Similar, keep_draft, record_draft, similar_to
from domain.usecases.recording import (
    RecommendationSubmission,
    Recorded,
    record_recommendation,
)
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, OBSERVER, Stage

MAP = "Publish a national map of charging stations"
LIKE = "A national map of all charging stations"


def proposing(
    stage: Stage, text: str = LIKE, user: str = MEMBER, **facts: object
) -> RecommendationSubmission:
    plain = RecommendationSubmission(
        origin=stage.origin(user), group=1, text=text, language=Language.ENGLISH, theme="charging"
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def similar(stage: Stage, submission: RecommendationSubmission) -> list[str]:
    found = stage.writes_nothing(lambda: similar_to(submission, stage.uow, NOW))
    assert isinstance(found, tuple)
    return [str(item.reference) for item in found]


def drafted(stage: Stage, submission: RecommendationSubmission) -> Similar:
    return keep_draft(submission, similar_to(submission, stage.uow, NOW), stage.uow, NOW)


def record(stage: Stage, number: int, user: str = MEMBER, key: str | None = None) -> object:
    command = RecordDraft(origin=stage.origin(user, key=key or f"draft:{number}"), group=1, number=number)
    return record_draft(command, stage.uow, NOW)


def test_what_says_much_the_same_and_is_open_is_found(stage: Stage) -> None:
    stage.recommendation(stage.entry(MAP))
    stage.recommendation(stage.entry("Train technicians"))
    stage.recommendation(stage.entry(MAP), status="withdrawn")
    assert similar(stage, proposing(stage)) == ["R-1"]
    assert similar(stage, proposing(stage, "Something else entirely")) == []


def test_who_knows_that_it_is_there_is_not_asked(stage: Stage) -> None:
    stage.recommendation(stage.entry(MAP))
    assert similar(stage, proposing(stage, again=True)) == []


def test_a_replay_is_not_similar_to_itself(stage: Stage) -> None:
    submission = proposing(stage)
    record_recommendation(submission, stage.uow, NOW)
    assert similar(stage, submission) == []


def test_the_very_same_words_of_a_moment_ago_are_told_as_such_and_not_asked_about(stage: Stage) -> None:
    record_recommendation(proposing(stage, MAP), stage.uow, NOW)
    assert similar(stage, proposing(stage, MAP)) == []
    assert similar(stage, proposing(stage, MAP, CHAIR)) == ["R-1"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"text": " "}, RefusalCode.TEXT_EMPTY),
        ({"theme": "press"}, RefusalCode.THEME_UNKNOWN),
        ({"answers": (Reference(Series.OBSTACLE, 9),)}, RefusalCode.REFERENCE_UNKNOWN),
    ],
)
def test_what_could_not_be_recorded_is_refused_before_anything_is_asked(
    stage: Stage, facts: dict[str, Any], code: RefusalCode
) -> None:
    stage.recommendation(stage.entry(MAP))
    submission = proposing(stage, **facts)
    assert stage.code(lambda: similar_to(submission, stage.uow, NOW)) is code


def test_who_may_not_propose_is_refused(stage: Stage) -> None:
    submission = proposing(stage, user=OBSERVER)
    assert stage.code(lambda: similar_to(submission, stage.uow, NOW)) is RefusalCode.OBSERVER_READS_ONLY


def test_a_draft_is_recorded_whole(stage: Stage) -> None:
    stage.recommendation(stage.entry(MAP))
    stage.obstacle()
    plan = Plan(owner=MEMBER, due_on=date(2027, 3, 31), countries=("MX",), priority=True)
    submission = proposing(
        stage,
        user=LEAD,
        answers=(Reference(Series.OBSTACLE, 1),),
        versions={Language.SPANISH: "Un mapa nacional"},
        plan=plan,
        source="https://example.org/p1",
    )
    asked = drafted(stage, submission)
    assert (asked.text, [item.number for item in asked.items]) == (LIKE, [1])
    assert len(stage.record.recommendations.by_number) == 1
    outcome = record(stage, asked.draft, LEAD)
    assert isinstance(outcome, Recorded)
    made = stage.record.recommendations.by_number[2]
    assert isinstance(made, Recommendation)
    assert (made.text.original, made.text.versions) == (LIKE, {Language.SPANISH: "Un mapa nacional"})
    assert (made.answers, made.owner, made.due_on) == ((1,), MEMBER, date(2027, 3, 31))
    assert (made.countries, made.priority, made.source, made.author) == (
        ("MX",),
        True,
        "https://example.org/p1",
        LEAD,
    )
    assert stage.record.drafts.by_number == {}


def test_a_draft_is_recorded_once_however_often_it_is_asked_for(stage: Stage) -> None:
    stage.recommendation(stage.entry(MAP))
    asked = drafted(stage, proposing(stage))
    first = record(stage, asked.draft)
    again = stage.writes_nothing(lambda: record(stage, asked.draft))
    assert isinstance(first, Recorded)
    assert isinstance(again, Recorded)
    assert (again.item.number, again.repeated) == (first.item.number, True)


def test_a_command_that_comes_twice_keeps_one_draft(stage: Stage) -> None:
    stage.recommendation(stage.entry(MAP))
    submission = proposing(stage)
    assert drafted(stage, submission) == drafted(stage, submission)


def test_somebody_else_s_draft_and_one_that_is_gone_are_refused(stage: Stage) -> None:
    stage.recommendation(stage.entry(MAP))
    asked = drafted(stage, proposing(stage))
    assert stage.code(lambda: record(stage, asked.draft, CHAIR)) is RefusalCode.DRAFT_GONE
    assert stage.code(lambda: record(stage, 99)) is RefusalCode.DRAFT_GONE


def test_who_lost_the_right_meanwhile_loses_nothing_but_the_right(stage: Stage) -> None:
    stage.recommendation(stage.entry(MAP))
    asked = drafted(stage, proposing(stage))
    stage.record.members.save(replace(stage.member(MEMBER), role=Role.OBSERVER))
    assert stage.code(lambda: record(stage, asked.draft)) is RefusalCode.OBSERVER_READS_ONLY
    assert asked.draft in stage.record.drafts.by_number
