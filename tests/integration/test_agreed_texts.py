"""Another text of what was agreed goes before the group again, and comes back with an undo."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import Office
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH, words

WHERE = "infrastructure"


@on_both_engines
@pytest.mark.parametrize(
    ("language", "who", "edit"),
    [(ENGLISH, "oem-us", "/wg edit R-1"), (SPANISH, "lead-suppliers", "/gt editar R-1")],
)
async def test_the_authors_edit_of_what_was_agreed_puts_it_under_review_again(
    office: Office, language: Language, who: str, edit: str
) -> None:
    recommend = "/wg recommend" if language is ENGLISH else "/gt recomendar"
    for speaker, line in (
        (who, f"{recommend} Publish a map"),
        ("chair-us", "/wg move R-1 under review"),
        ("chair-us", "/wg move R-1 agreed"),
    ):
        await office.asks(speaker, WHERE, line)

    answer = await office.asks(who, WHERE, f"{edit} Publish two maps")

    assert words(office, language, "edit-reviewed", reference="R-1") in answer
    shown = await office.asks(who, WHERE, "/wg show R-1" if language is ENGLISH else "/gt ver R-1")
    assert words(office, language, "status-recommendation-under_review") in shown
    await office.asks(who, WHERE, "/wg undo R-1")
    shown = await office.asks(who, WHERE, "/wg show R-1" if language is ENGLISH else "/gt ver R-1")
    assert "Publish a map" in shown
    assert words(office, language, "status-recommendation-agreed") in shown
