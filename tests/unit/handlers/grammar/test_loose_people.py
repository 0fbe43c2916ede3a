"""People at the end of an action: asked about only where no word makes them a part of its sentence."""

from __future__ import annotations

import pytest

from handlers.grammar.loose_people import loose_person
from handlers.words.slack_text import Mention

PEOPLE = (Mention("U1", "@doe-us"), Mention("U2", "@oem-us"))


@pytest.mark.parametrize(
    "text",
    [
        "schedule a call w/ @doe-us",
        "invite also @doe-us",
        "enviar el censo a CFE, copia @doe-us",
        "enviar el censo a CFE, copia: @doe-us",
        "enviar correo a @doe-us, @oem-us",
        "enviar correo a @doe-us y @oem-us",
        "send it to @doe-us / @oem-us",
        "revisar también @doe-us",
        "call the plant with @doe-us",
        "call @doe-us",
        "call the plant",
    ],
)
def test_a_person_of_the_sentence_is_no_question(text: str) -> None:
    assert loose_person(text, PEOPLE) == ""


@pytest.mark.parametrize(
    "text",
    ["send the census to CRE @doe-us", "enviar el censo a CFE (@doe-us)", "mandar minuta, @doe-us."],
)
def test_a_person_whom_no_word_governs_is_asked_about(text: str) -> None:
    assert loose_person(text, PEOPLE) == "@doe-us"
