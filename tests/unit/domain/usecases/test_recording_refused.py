"""What cannot be recorded, and what a recommendation may not answer or plan."""

from __future__ import annotations

import pytest

from domain.language import Language
from domain.recommendation import Plan, Recommendation
from domain.reference import Reference
from domain.refusal import RefusalCode
from domain.usecases.answerable import ANSWERS_MAX
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import GUEST, NEWCOMER, OBSERVER, UNKNOWN, Stage
from tests.unit.domain.usecases.submissions import Verb, do_obstacle, do_recommendation, every_verb, recorded

TOO_LONG = "n" * 3001


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
