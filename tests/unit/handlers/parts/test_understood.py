"""What is told of a record besides its text, so that its author sees at once what was understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.item import Item
from domain.language import Language
from domain.obstacle import Severity
from handlers.parts.understood import understood
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    LEAD,
    NAMES,
    WORDS,
    action,
    note,
    obstacle,
    recommendation,
)

CASES: dict[str, tuple[Item, list[str], list[str]]] = {
    "an obstacle's severity and countries": (
        replace(obstacle(), severity=Severity.HIGH, countries=("MX", "US")),
        ["severity: high", "Mexico and United States"],
        ["gravedad: alta", "México y Estados Unidos"],
    ),
    "an obstacle of which nothing more was said": (
        replace(obstacle(), severity=None, countries=()),
        [],
        [],
    ),
    "an action's owner and day": (
        replace(action(), owner=LEAD, due_on=date(2027, 6, 4)),
        ["owner: lead-infra", "due Friday, Jun 4, 2027"],
        ["responsable: lead-infra", "para el viernes 4 jun 2027"],
    ),
    "a recommendation's obstacles": (
        replace(
            recommendation(),
            answers=(3, 4),
            countries=(),
            owner=None,
            due_on=None,
            drivers=(),
            priority=False,
        ),
        ["answers O-3 and O-4"],
        ["responde a O-3 y O-4"],
    ),
    "what a recommendation's plan says": (
        replace(
            recommendation(),
            answers=(),
            countries=("MX",),
            owner=LEAD,
            due_on=date(2027, 6, 4),
            drivers=("jobs",),
            priority=True,
        ),
        ["owner: lead-infra", "due Friday, Jun 4, 2027", "Mexico", "jobs", "priority"],
        ["responsable: lead-infra", "para el viernes 4 jun 2027", "México", "jobs", "prioritaria"],
    ),
    "a note": (note(), [], []),
}


@pytest.mark.parametrize("language", [EN, ES])
@pytest.mark.parametrize("case", CASES)
def test_everything_that_was_understood_is_told(case: str, language: Language) -> None:
    item, english, spanish = CASES[case]
    told = list(understood(WORDS.for_language(language), item, NAMES, GROUP))
    assert told == (english if language is EN else spanish)
