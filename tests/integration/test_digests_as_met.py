"""Digests as people who never read how they work met them: over signed requests, in both languages."""

from __future__ import annotations

import pytest

from tests.integration.office import DIRECT, Office
from tests.integration.words import ENGLISH, SPANISH, words

WHERE = "infrastructure"


@pytest.fixture
def transport() -> str:
    """Over HTTP alone: how requests travel is told elsewhere."""
    return "http"


@pytest.mark.parametrize("line", ["/wg digest edit D-1 every 2 weeks", "/wg digest edit D-1 weekly"])
async def test_weeks_of_a_digest_without_a_weekday_ask_for_one(office: Office, line: str) -> None:
    await office.asks("chair-us", WHERE, "/wg digest monthly 1 09:00")
    assert "On which day of the week" in await office.asks("chair-us", WHERE, line)
    done = await office.asks("chair-us", WHERE, "/wg digest edit D-1 every 2 weeks mon")
    assert "Mondays, every 2 weeks" in done


@pytest.mark.parametrize(
    ("narrowed", "line", "told"),
    [
        ("sector:industry", "sector:none", "sectors: industry → any"),
        ("sector:industry", "sector:any", "sectors: industry → any"),
        ("country:MX", "country:all", "countries: Mexico → any"),
        ("sector:industry", "sector:ninguno", "sectors: industry → any"),
        ("country:MX", "país:cualquiera", "countries: Mexico → any"),
        ("theme:talent", "tema:todos", "→ all themes"),
    ],
)
async def test_a_filter_is_taken_away(office: Office, narrowed: str, line: str, told: str) -> None:
    await office.asks("chair-us", "ev-group", f"/wg digest mon 09:00 {narrowed}")
    assert told in await office.asks("chair-us", "ev-group", f"/wg digest edit D-1 {line}")


async def test_what_is_ones_own_and_what_concerns_one_stay_unless_they_are_taken_away(office: Office) -> None:
    await office.asks("oem-us", DIRECT, "/wg digest mon 09:00 mine sector:industry")
    told = await office.asks("oem-us", DIRECT, "/wg digest edit D-1 mine:no")
    assert f"{words(office, ENGLISH, 'digest-whose-mine')} → everything" in told
    await office.asks("oem-us", DIRECT, "/wg digest tue 09:00")
    same = await office.asks("oem-us", DIRECT, "/wg digest edit D-2 sector:none")
    assert words(office, ENGLISH, "digest-edited-nothing", number=2) in same


async def test_a_date_left_out_is_named_with_the_way_back_and_the_log_says_why(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00 Tokyo")
    told = await office.asks("chair-us", WHERE, "/wg digest skip D-1")
    assert "Monday, Mar 8, 2027 is left out" in told
    assert "9:00 AM (Tokyo time)" in told
    assert "digest now D-1" in told
    log = await office.asks("chair-us", WHERE, "/gt resumen bitácora")
    assert words(office, ENGLISH, "log-skipped-asked") in log
    assert "9:00 AM (Tokyo time)" in log


async def test_to_resume_what_is_active_is_told_to_nobody_else(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    before = len(await office.messages("oem-us", WHERE))
    told = await office.asks("chair-us", WHERE, "/wg digest resume D-1")
    assert "was not paused" in told
    assert len(await office.messages("oem-us", WHERE)) == before
    await office.asks("chair-us", WHERE, "/wg digest pause D-1")
    assert "was paused already" in await office.asks("chair-us", WHERE, "/wg digest pause D-1")


@pytest.mark.parametrize(("who", "whose"), [("oem-us", ["digest mon 09:00"]), ("observer-us", [])])
async def test_only_who_may_have_their_own_digest_is_sent_to_it(
    office: Office, who: str, whose: list[str]
) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    told = await office.asks(who, WHERE, "/wg digest mute D-1")
    assert "only those who look after *D-1*" in told
    assert [line for line in ("digest mon 09:00",) if line in told] == whose


async def test_a_preview_of_what_would_not_be_sent_says_so_in_the_digests_zone(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00 Tokyo skip-quiet")
    told = await office.asks("chair-us", WHERE, "/wg digest preview D-1")
    assert "would not be sent" in told
    assert "Tokyo time" in told


async def test_the_words_for_the_log_and_help_in_spanish(office: Office) -> None:
    for word in ("registro", "bitácora", "historial", "envíos"):
        said = await office.asks("chair-mx", WHERE, f"/gt resumen {word}")
        assert words(office, SPANISH, "log-none") in said
    helped = await office.asks("chair-mx", WHERE, "/gt ayuda resumen")
    assert "sector:ninguno" in helped
    assert "mensaje directo" in helped
