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


async def test_what_is_announced_after_an_edit_is_what_comes(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    await office.asks("chair-us", WHERE, "/wg digest skip")
    edited = await office.asks("chair-us", WHERE, "/wg digest edit D-1 17:00")
    assert "Mar 15, 2027, 5:00" in edited
    listed = await office.asks("chair-us", WHERE, "/wg digest list")
    assert "skipped: Monday, Mar 8, 2027" in listed
    back = await office.presses("chair-us", WHERE, words(office, ENGLISH, "button-unskip"))
    assert "Mar 8, 2027, 5:00" in back


async def test_each_date_that_is_skipped_comes_back_by_itself(office: Office) -> None:
    await office.asks("chair-mx", WHERE, "/gt resumen lunes 9:00")
    for _ in range(2):
        await office.asks("chair-mx", WHERE, "/gt resumen omitir el próximo")
    assert "8 mar 2027 ya no se omite" in await office.asks(
        "chair-mx", WHERE, "/gt resumen no omitir el 8 de marzo"
    )
    again = await office.asks("chair-mx", WHERE, "/gt resumen no omitir 8 mar")
    assert "no está omitido. Se omiten: lunes 15 mar 2027" in again
    assert "No se omitió nada" in await office.asks("chair-mx", WHERE, "/gt resumen omitir D-1 22 de marzo")


async def test_of_several_digests_those_with_a_skipped_date_are_offered(office: Office) -> None:
    for line in ("mon 09:00", "tue 09:00", "wed 09:00"):
        await office.asks("chair-us", WHERE, f"/wg digest {line}")
    none = words(office, ENGLISH, "digest-none-left-out-here")
    assert none in await office.asks("chair-us", WHERE, "/wg digest unskip")
    await office.asks("chair-us", WHERE, "/wg digest skip D-2")
    assert "is not left out any more" in await office.asks("chair-us", WHERE, "/wg digest do not skip")


@pytest.mark.parametrize(
    "line", ["/wg digest skip D-1", "/wg digest unskip D-1 someday", "/wg digest stop mon"]
)
async def test_what_fails_of_an_order_leads_to_no_form_of_a_new_digest(office: Office, line: str) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    await office.asks("chair-us", WHERE, "/wg digest pause D-1")
    told = await office.asks("chair-us", WHERE, line)
    assert "D-1" in told or "number of a digest" in told
    assert words(office, ENGLISH, "button-form") not in told
