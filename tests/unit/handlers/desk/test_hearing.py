"""What a mention is answered with."""

from __future__ import annotations

import pytest

from handlers.desk.hearing import Hearing, saying_of
from handlers.grammar.command import parse
from handlers.parts.message import Message
from tests.fakes.scene import CHAIR, CHANNEL, WORKSPACE
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.desk.house import NEWCOMER, TOLD, House

MANY = "x" * 2500


async def heard(house: House, text: str, user: str) -> Message:
    event = {"type": "app_mention", "channel": CHANNEL, "user": user, "text": f"<@UBOT> {text}", "ts": "2.0"}
    saying = saying_of({"team_id": WORKSPACE, "event": event}, "UBOT")
    assert saying is not None
    await Hearing(house.services, house.router()).heard(saying)
    (queued,) = house.store.uow.outbox.deliveries.values()
    said = queued.facts["message"]
    return Message(said["text"], tuple(said["blocks"]))


@pytest.mark.parametrize(
    ("line", "user", "said"),
    [
        ("join", NEWCOMER, "join"),
        ("join us", NEWCOMER, "join us"),
        (f"join {MANY}", NEWCOMER, "join"),
        (f"please join {MANY}", NEWCOMER, "join"),
        (f"unirse {MANY}", NEWCOMER, "unirse"),
        (f"setup {MANY}", CHAIR, "setup"),
    ],
)
async def test_a_form_that_a_mention_asks_for_is_a_button_away_however_long_the_line(
    line: str, user: str, said: str, house: House
) -> None:
    house.slack.users[NEWCOMER] = TOLD
    message = await heard(house, line, user)
    (button,) = buttons(message)
    assert parse(button["value"]).line == said
    assert message_violations(message) == []
