"""The question that comes before a recommendation like one that is open."""

from __future__ import annotations

from dataclasses import replace

from domain.language import Text
from domain.usecases.proposing import Similar
from handlers.parts.similar import similar_message
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, WORDS, recommendation

YOURS = "A national map of all charging stations"


def test_the_question_reads_well(album: Album) -> None:
    one, two = (
        recommendation(),
        replace(recommendation(4), text=Text("Map every charger", EN, {}), progress=0),
    )
    album.compare(
        "similar",
        {
            "one": lambda t: similar_message(t, Similar((one,), 12, YOURS)),
            "two": lambda t: similar_message(t, Similar((one, two), 13, YOURS)),
        },
    )


def test_the_longest_draft_is_shown_whole() -> None:
    text = "& <!here> " * 300
    items = tuple(replace(recommendation(number), text=Text(text, EN, {})) for number in (1, 2, 3))
    message = similar_message(WORDS.for_language(EN), Similar(items, 2**40, text))
    assert message_violations(message) == []
    assert message.blocks[2]["elements"][0]["elements"][-1] == {"type": "text", "text": text}
    assert [button["value"] for button in buttons(message)][:2] == [str(2**40), "support R-1 v1"]
