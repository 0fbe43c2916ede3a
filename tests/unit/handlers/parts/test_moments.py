"""A moment with its zone, as each language says it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.language import Language
from handlers.parts.moments import moment_in
from tests.unit.handlers.material import EN, ES, WORDS

NINE = datetime(2027, 3, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "told"),
    [
        (ES, "America/Mexico_City", "(hora de la Ciudad de México)"),
        (ES, "Pacific/Easter", "(hora de la Isla de Pascua)"),
        (ES, "America/Tijuana", "(hora de Tijuana)"),
        (EN, "America/Mexico_City", "(Mexico City time)"),
    ],
)
def test_the_city_stands_behind_the_hour_as_one_says_it(language: Language, zone: str, told: str) -> None:
    assert moment_in(WORDS.for_language(language), NINE, zone).endswith(told)
