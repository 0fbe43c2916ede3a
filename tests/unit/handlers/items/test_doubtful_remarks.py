"""`withdraw`, `done` and positions with words behind the item that may say something else than why."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR
from tests.unit.handlers.talk import Talk, filled

WHO = "<@U0LEAD|U0LEAD>"
ASKED = "may not be your reason or comment, so nothing was changed"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1, R-1, A-1 and M-1."""
    for line in (
        "obstacle Few chargers",
        "recommend Build them for O-1",
        "action Write it down",
        "meeting schedule 2026-12-10 10:00 Permits",
    ):
        await talk.channel(line, CHAIR)
    return talk


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("withdraw R-1 my objection", "my objection"),
        ("cancel R-1 support", "support"),
        ("remove R-1 from the list", "from the list"),
        ("remove R-1 for O-1", "for O-1"),
        ("remove A-1 owner", "owner"),
        (f"remove A-1 {WHO}", "@U0LEAD"),
        (f"quitar A-1 a {WHO}", "a @U0LEAD"),
        ("delete A-1 due date", "due date"),
        ("remove O-1 country mx", "country mx"),
        ("retirar R-1 mi objeción", "mi objeción"),
        ("quitar O-1 la gravedad", "la gravedad"),
        ("borrar A-1 recordatorio", "recordatorio"),
        ("cancel M-1 place", "place"),
        ("cancel M-1 not", "not"),
        ("done A-1 not", "not"),
        ("done A-1 not yet", "not yet"),
        ("done A-1 50%", "50%"),
        ("done A-1 tomorrow", "tomorrow"),
        ("done A-1 by friday", "by friday"),
        ("done A-1 but not sent", "but not sent"),
        ("hecho A-1 parcialmente", "parcialmente"),
        ("hecho A-1 para el viernes", "para el viernes"),
        ("hecho A-1 pero falta enviarla", "pero falta enviarla"),
        ("support R-1 with reservations", "with reservations"),
        ("support R-1 no", "no"),
        ("apoyo R-1 con reservas: costos", "con reservas: costos"),
        ("object R-1 no objection", "no objection"),
        ("objeto R-1 sin objeción", "sin objeción"),
        ("reserve R-1 lifted", "lifted"),
        ("reserva R-1 levantada", "levantada"),
    ],
)
async def test_words_that_may_say_something_else_are_asked_about(line: str, words: str, talk: Talk) -> None:
    number = talk.record.changes.last_number
    assert (await talk.alone(line, CHAIR)).startswith(f"“{words}” {ASKED}")
    assert talk.record.changes.last_number == number


@pytest.mark.parametrize(
    "line",
    [
        "withdraw R-1 because owner",
        "withdraw R-1 no budget",
        "cancel A-1 duplicate of A-2",
        f"cancel A-1 {WHO} left",
        "retirar A-1 plazo vencido",
        "retirar A-1 por falta de apoyo",
        "cancel M-1 por falta de quórum",
        "done A-1 because not",
        "done A-1 no issues",
        "done A-1 100%",
        "done A-1 but late",
        "hecho A-1 sin problemas",
        "support R-1 because with reservations",
        "support R-1 no doubt it helps",
        "apoyo R-1 con ganas",
        "object R-1 no budget",
        "abstain R-1 not my field",
    ],
)
async def test_what_says_why_is_taken_as_before(line: str, talk: Talk) -> None:
    await talk.channel(line, CHAIR)


async def test_the_form_has_the_words_that_were_asked_about(talk: Talk) -> None:
    view = await filled(talk, "withdraw R-1 my objection", CHAIR)
    assert "my objection" in str(view)
