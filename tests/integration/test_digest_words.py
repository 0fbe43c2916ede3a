"""What people type of a digest: languages are no cities, and behind an order no schedule is offered."""

from __future__ import annotations

import pytest

from tests.integration.office import Office
from tests.integration.words import ENGLISH, SPANISH, words


@pytest.fixture
def transport() -> str:
    """Over HTTP alone: what is typed arrives the same way."""
    return "http"


async def test_a_language_without_a_key_is_the_digests_and_leaves_its_zone(office: Office) -> None:
    made = await office.asks("chair-us", "ev-group", "/wg digest weekly fri 9:00 es")
    assert "Fridays at 9:00 AM, Mexico City time, all themes, Spanish" in made
    both = await office.asks("chair-us", "ev-group", "/gt resumen editar D-1 en inglés y español")
    assert "Digest, language: Spanish → Spanish and English" in both
    listed = await office.asks("chair-us", "ev-group", "/wg digest list")
    assert "Mexico City time" in listed


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/wg digest cancle", "Did you mean cancel"),
        ("/wg digest unpuase", "Did you mean unpause"),
        ("/wg digest pause until april", "“until april”"),
        ("/wg digest skip for two weeks please", "“for two weeks please”"),
    ],
)
async def test_behind_a_slip_in_an_order_no_schedule_is_offered(office: Office, line: str, told: str) -> None:
    await office.asks("chair-us", "ev-group", "/wg digest mon 09:00")
    answer = await office.asks("chair-us", "ev-group", line)
    assert told in answer
    assert words(office, ENGLISH, "button-form") not in answer


async def test_a_line_that_is_half_a_schedule_still_offers_the_form(office: Office) -> None:
    answer = await office.asks("chair-us", "ev-group", "/wg digest weekly fri 9:54 starting march 19")
    assert "“starting march 19”" in answer
    assert words(office, ENGLISH, "button-form") in answer


async def test_a_digest_is_cancelled_in_the_words_that_people_have_for_it(office: Office) -> None:
    await office.asks("chair-mx", "ev-group", "/gt resumen lunes 9:00")
    paused = await office.asks("chair-mx", "ev-group", "/gt resumen suspender")
    assert words(office, SPANISH, "digest-paused", number=1) in paused
    resumed = await office.asks("chair-mx", "ev-group", "/gt resumen continuar")
    assert "está activo de nuevo" in resumed
    assert "(hora de la Ciudad de México)" in resumed
    stopped = await office.asks("chair-mx", "ev-group", "/gt resumen cancelar")
    assert words(office, SPANISH, "digest-stopped", number=1) in stopped
