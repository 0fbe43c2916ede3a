"""A meeting that was scheduled and never opened, as a digest tells it afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.integration.office import Office
from tests.integration.words import ENGLISH, words

WHERE = "infrastructure"


@pytest.fixture
def transport() -> str:
    """Over HTTP alone: how digests travel is told elsewhere."""
    return "http"


async def test_a_digest_tells_it_with_its_day_and_that_it_was_not_opened(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest monthly 28 09:00")
    await office.asks("chair-us", WHERE, "/wg meeting schedule tomorrow 10:00; Permits")
    office.clock.advance(timedelta(days=3).total_seconds())
    shown = await office.asks("chair-us", WHERE, "/wg digest preview")
    (line,) = [line for line in shown.splitlines() if line.strip().startswith("• *M-1*")]
    assert "2027, 10:00 AM" in line
    assert line.endswith(words(office, ENGLISH, "digest-not-opened"))
