"""The form of a digest that opens behind a line that could not be understood: what could, stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from domain.language import Language
from tests.integration.office import Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, words
from tests.rendering import view_text

WHERE = "infrastructure"


def initial(view: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in each field of a form from the start: text, the value chosen, or the values."""
    found: dict[str, Any] = {}
    for block in view["blocks"]:
        element = block.get("element", {})
        for key in ("initial_value", "initial_time", "initial_option", "initial_options"):
            value = element.get(key)
            if isinstance(value, list):
                found[block["block_id"]] = [option["value"] for option in value]
            elif value is not None:
                found[block["block_id"]] = value["value"] if isinstance(value, dict) else value
    return found


async def opened_behind(office: Office, language: Language, who: str, line: str) -> dict[str, Any]:
    """What stands in the form that opens behind the line."""
    await office.asks(who, WHERE, f"{COMMANDS[language]} {line}")
    await office.presses(who, WHERE, words(office, language, "button-form"))
    return initial(await office.form(who))


@pytest.mark.parametrize(
    ("language", "who", "line"),
    [
        (ENGLISH, "chair-us", "digest fri 25:00 zone:Tijuana sector:industry lang:es skip-quiet"),
        (
            SPANISH,
            "chair-mx",
            "resumen viernes 25:00 zona:Tijuana sector:industria idioma:es omitir sin novedades",
        ),
    ],
)
async def test_what_was_understood_stands_in_the_form(
    office: Office, language: Language, who: str, line: str
) -> None:
    stands = await opened_behind(office, language, who, line)
    assert stands["days"] == ["4"]
    assert stands["zone"] == "America/Tijuana"
    assert stands["sectors"] == ["industry"]
    assert stands["languages"] == ["es"]
    assert stands["quiet"] == ["skip"]
    done = await office.submits(who, {"at": "10:00"})
    assert "D-1" in view_text(done.view or {})


async def test_a_zone_that_is_none_stands_in_its_field_and_is_looked_at_again(office: Office) -> None:
    stands = await opened_behind(
        office, ENGLISH, "chair-us", "digest mon,thu 8:30 zone:Atlantis theme:nowhere"
    )
    assert (stands["days"], stands["at"], stands["zone"]) == (["0", "3"], "08:30", "Atlantis")
    refused = await office.submits("chair-us", {})
    assert list(refused.errors) == ["zone"]
    begun = await office.submits("chair-us", {"zone": "Tij"})
    assert "America/Tijuana" in begun.errors["zone"]


async def test_what_was_to_be_edited_is_edited_in_the_form(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest thu 9:00 sector:industry")
    stands = await opened_behind(office, ENGLISH, "chair-us", "digest edit D-1 fri 25:00")
    assert (stands["days"], stands.get("at"), stands["sectors"]) == (["4"], None, ["industry"])
    await office.submits("chair-us", {"at": "10:00"})
    listed = await office.asks("chair-us", WHERE, "/wg digest list")
    assert "D-1 · Fridays at 10:00 AM" in listed
    assert "D-2" not in listed


@pytest.mark.parametrize(
    ("language", "who", "line", "told"),
    [
        (ENGLISH, "chair-us", "digest edit D-1 mon 25:00 theme:nowhere lang:es", ("“25:00”", "“nowhere”")),
        (SPANISH, "chair-mx", "resumen editar D-1 lunes 25:00 tema:nada2 idioma:es", ("“25:00”", "“nada2”")),
    ],
)
async def test_what_was_wrong_is_empty_and_told_in_the_form_of_an_edited_digest(
    office: Office, language: Language, who: str, line: str, told: tuple[str, ...]
) -> None:
    await office.asks("chair-us", WHERE, "/wg digest thu 9:00 theme:infrastructure lang:en")
    stands = await opened_behind(office, language, who, line)
    assert (stands["days"], stands["languages"]) == (["0"], ["es"])
    assert stands.keys().isdisjoint({"at", "themes"})
    shown = view_text(await office.form(who))
    assert all(word in shown for word in told), shown


@pytest.mark.parametrize(
    ("language", "who", "line", "empty", "message"),
    [
        (ENGLISH, "chair-us", "digest friday", "at", "problem-time-missing"),
        (SPANISH, "chair-mx", "resumen viernes", "at", "problem-time-missing"),
        (ENGLISH, "chair-us", "digest 9:00", "days", "problem-day-missing"),
        (SPANISH, "chair-mx", "resumen 9:00", "days", "problem-day-missing"),
    ],
)
async def test_what_a_new_digest_lacks_is_empty_and_asked_for_in_the_form(
    office: Office, language: Language, who: str, line: str, empty: str, message: str
) -> None:
    stands = await opened_behind(office, language, who, line)
    assert empty not in stands
    assert words(office, language, message) in view_text(await office.form(who))


@pytest.mark.parametrize(("language", "line"), [(ENGLISH, "digest logs"), (SPANISH, "resumen envos")])
async def test_the_log_is_offered_for_what_may_have_meant_it(
    office: Office, language: Language, line: str
) -> None:
    who = "chair-us" if language is ENGLISH else "chair-mx"
    offered = await office.asks(who, WHERE, f"{COMMANDS[language]} {line}")
    assert {ENGLISH: "log", SPANISH: "envíos"}[language] in offered.split(line)[-1]


@pytest.mark.parametrize(("language", "line"), [(ENGLISH, "digest log"), (SPANISH, "resumen enví")])
async def test_the_log_is_shown_by_the_beginning_of_its_name(
    office: Office, language: Language, line: str
) -> None:
    who = "chair-us" if language is ENGLISH else "chair-mx"
    shown = await office.asks(who, WHERE, f"{COMMANDS[language]} {line}")
    assert words(office, language, "log-none") in shown
