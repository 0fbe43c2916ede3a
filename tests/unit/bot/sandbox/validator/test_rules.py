"""Each rule of Slack is kept by one payload and broken by its neighbour."""

import pytest

from bot.sandbox.validator import Rule
from tests.unit.bot.sandbox.validator.builders import Case
from tests.unit.bot.sandbox.validator.cases import CASES

each_case = pytest.mark.parametrize("case", CASES, ids=[case.sentence for case in CASES])


@each_case
def test_a_payload_that_breaks_one_rule_is_refused_by_it_and_no_other(case: Case) -> None:
    found = case.check(case.refused)
    assert {violation.rule for violation in found} == {case.rule}
    assert case.path in {violation.path for violation in found}


@each_case
def test_its_neighbour_is_accepted(case: Case) -> None:
    assert case.check(case.accepted) == []


def test_every_declared_rule_is_broken_by_a_case() -> None:
    assert {case.rule for case in CASES} == set(Rule)


def test_every_sentence_stands_for_one_case() -> None:
    assert len({case.sentence for case in CASES}) == len(CASES)


@pytest.mark.parametrize("rule", Rule)
def test_rules_have_stable_kebab_case_ids(rule: Rule) -> None:
    assert rule.value == rule.name.lower().replace("_", "-")
