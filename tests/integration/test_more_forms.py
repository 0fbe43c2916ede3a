"""The forms of evidence, meetings, corrections and digests; and those of people in several places."""

from __future__ import annotations

import pytest

from tests.integration.cast import CHANNELS, USERS
from tests.integration.filling import names_of, opens
from tests.integration.office import DIRECT, Office
from tests.integration.test_shortcuts import uses
from tests.integration.words import ENGLISH, SPANISH, words
from tests.rendering import view_text


async def test_evidence_from_a_form_is_attached_to_what_it_supports(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Old grid")
    await opens(office, "oem-us", "infrastructure", "/wg evidence")
    assert list(await office.offered("oem-us", "supports", "grid")) == ["O-1"]
    wrong = await office.submits(
        "oem-us", {"text": "Grid map", "address": "nowhere", "sort": "data", "supports": ["O-1"]}
    )

    done = await office.submits("oem-us", {"address": "https://example.org/grid"})

    assert list(wrong.errors) == ["address"]
    assert "*E-1*" in view_text(done.view or {})
    assert "E-1" in await office.asks("oem-us", "infrastructure", "/wg show O-1")


async def test_a_meeting_is_scheduled_in_a_form(office: Office) -> None:
    missing = await office.asks("lead-infra", "infrastructure", "/gt reunión programar")
    await office.presses("lead-infra", "infrastructure", words(office, SPANISH, "button-form"))
    past = await office.submits("lead-infra", {"day": "2027-01-01", "at": "16:30", "mode": "hybrid"})

    done = await office.submits("lead-infra", {"day": "2027-03-18", "place": "Sala 2"})

    assert words(office, SPANISH, "button-form") in missing
    assert list(past.errors) == ["day"]
    assert "*M-1 quedó programada:*" in view_text(done.view or {})
    shown = await office.asks("lead-infra", "infrastructure", "/gt ver M-1")
    assert "Sala 2" in shown


async def test_an_item_is_corrected_field_by_field(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Few chargrs")
    await opens(office, "oem-us", "infrastructure", "/wg edit")
    chosen = await office.chooses("oem-us", "reference", "O-1")

    done = await office.submits(
        "oem-us",
        {"text": "Few chargers", "version_es": "Pocos cargadores", "severity": "high", "countries": ["MX"]},
    )

    assert names_of(chosen) == ["text", "version_es", "theme", "severity", "countries"]
    assert "[Few chargrs___]" in view_text(chosen)
    assert done.ok, done
    assert "Few chargers" in await office.asks("oem-us", "infrastructure", "/wg show O-1")
    assert "Pocos cargadores" in await office.asks("lead-infra", "infrastructure", "/gt ver O-1")


async def test_what_was_corrected_meanwhile_is_shown_instead(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Few chargrs")
    await opens(office, "oem-us", "infrastructure", "/wg edit")
    await office.chooses("oem-us", "reference", "O-1")
    await office.asks("lead-infra", "infrastructure", "/wg edit O-1 Few charging stations")

    done = await office.submits("oem-us", {"text": "Few chargers"})

    assert "Few charging stations" in view_text(done.view or {})
    assert "Few charging stations" in await office.asks("oem-us", "infrastructure", "/wg show O-1")


async def test_a_digest_is_scheduled_in_a_form(office: Office) -> None:
    nothing = await office.asks("chair-us", "infrastructure", "/wg digest")
    await office.presses("chair-us", "infrastructure", words(office, ENGLISH, "button-open-form"))
    wrong = await office.submits("chair-us", {"zone": "Mexico/Nowhere"})

    done = await office.submits(
        "chair-us", {"days": ["0", "3"], "at": "08:30", "zone": "Tijuana", "languages": ["en", "es"]}
    )

    assert words(office, ENGLISH, "verb-digest.help") in nothing
    assert list(wrong.errors) == ["zone"]
    assert "D-1" in view_text(done.view or {})
    assert "8:30" in view_text(done.view or {})


async def test_ones_own_digest_is_scheduled_in_a_direct_message(office: Office) -> None:
    await office.asks("oem-us", DIRECT, "/wg digest")
    await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-open-form"))

    done = await office.submits("oem-us", {})

    assert "D-1" in view_text(done.view or {})


async def test_a_message_is_evidence_too(office: Office) -> None:
    ts = await office.people.message(USERS["oem-us"], CHANNELS["infrastructure"], "The census is out")
    await uses(office, "oem-us", "record-this", "infrastructure", ts)
    await office.chooses("oem-us", "kind", "evidence")

    done = await office.submits("oem-us", {"address": "https://example.org/census"})

    assert "*E-1*" in view_text(done.view or {})


@pytest.mark.parametrize("verb", ["evidence", "edit", "digest", "meeting schedule"])
async def test_guests_get_none_of_these_forms(office: Office, verb: str) -> None:
    await office.asks("guest-us", "infrastructure", f"/wg {verb}")

    assert await office.people.views(USERS["guest-us"]) == []
