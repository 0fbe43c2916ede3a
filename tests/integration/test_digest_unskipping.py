"""A date of a digest that was left out comes back with a press or a line, over signed requests."""

from __future__ import annotations

import pytest

from tests.integration.office import Office
from tests.integration.words import ENGLISH, SPANISH, words

WHERE = "infrastructure"


@pytest.fixture
def transport() -> str:
    """Over HTTP alone: how requests travel is told elsewhere."""
    return "http"


async def test_the_answer_offers_the_way_back_and_a_second_press_finds_it_done(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    await office.asks("chair-us", WHERE, "/wg digest skip 1")
    back = words(office, ENGLISH, "button-unskip")
    told = await office.presses("chair-us", WHERE, back)
    assert "Monday, Mar 8, 2027 is not left out any more" in told
    assert "Mar 8, 2027, 9:00" in await office.asks("chair-us", WHERE, "/wg digest list")
    again = await office.asks("chair-us", WHERE, "/wg digest unskip 1 2027-03-08")
    assert "has no skipped date ahead" in again
    assert "log-skipped-asked" not in await office.asks("chair-us", WHERE, "/wg digest log")


@pytest.mark.parametrize("line", ["/gt resumen no omitir", "/gt resumen no omitir D-1 2027-03-08"])
async def test_the_line_brings_it_back_in_spanish_too(office: Office, line: str) -> None:
    await office.asks("chair-mx", "ev-group", "/gt resumen lunes 9:00")
    await office.asks("chair-mx", "ev-group", "/gt resumen omitir D-1")
    assert "ya no se omite" in await office.asks("chair-mx", "ev-group", line)
    history = await office.asks("chair-mx", "ev-group", "/gt historial")
    assert words(office, SPANISH, "change-digest-unskipped", day="lunes 8 mar 2027") in history
