"""Recording the same words once more."""

from __future__ import annotations

from domain.kinds import NATURES
from handlers.overview.again import REPEATS


def test_every_kind_that_is_recorded_with_its_words_is_recorded_again() -> None:
    assert set(REPEATS) == {series for series, nature in NATURES.items() if not nature.own_verbs}
