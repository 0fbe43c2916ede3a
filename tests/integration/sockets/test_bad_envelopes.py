"""Envelopes that are not Slack's, or not whole: refused before anything reads them, and the bot works on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.demo.workspace import TEAM
from tests.integration.forged import COMMAND, COMMANDS, EVENTS, INTERACTIONS, WHO
from tests.integration.office import Office
from tests.integration.screen import runs
from tests.integration.sockets.lines import connections_of, sockets_of, until_back

ENVELOPE = {"envelope_id": "forged", "type": "slash_commands", "accepts_response_payload": True}

MESSAGES: dict[str, str] = {
    "nothing": "",
    "a word": "hello",
    "JSON that ends early": '{"envelope_id": "for',
    "JSON that is no object": "[1, 2]",
    "JSON nested without end": "[" * 200_000,
    "an object nested without end": '{"a":' * 200_000,
    "a kind that nobody knows": json.dumps({"type": "party", "envelope_id": "forged"}),
    "an envelope without payload": json.dumps(ENVELOPE),
    "an envelope whose payload is text": json.dumps(ENVELOPE | {"payload": "x"}),
    "an envelope without id": json.dumps({"type": "slash_commands", "payload": COMMAND}),
    "an envelope whose id is a number": json.dumps(ENVELOPE | {"envelope_id": 1, "payload": COMMAND}),
    "an envelope without kind": json.dumps({"envelope_id": "forged", "payload": COMMAND}),
    "an envelope of another kind": json.dumps(ENVELOPE | {"type": "party", "payload": COMMAND}),
    "a command in an envelope of events": json.dumps(ENVELOPE | {"type": "events_api", "payload": COMMAND}),
    "a command in an envelope of interactions": json.dumps(
        ENVELOPE | {"type": "interactive", "payload": COMMAND}
    ),
    "a command whose text is a number": json.dumps(ENVELOPE | {"payload": COMMAND | {"text": 7}}),
    "a command whose text is a list": json.dumps(ENVELOPE | {"payload": COMMAND | {"text": ["note x"]}}),
    "a command in a channel that is an object": json.dumps(
        ENVELOPE | {"payload": COMMAND | {"channel_id": {"id": "C1"}}}
    ),
}
MESSAGES |= {row: json.dumps(ENVELOPE | {"payload": fields}) for row, fields in COMMANDS.items()}
MESSAGES |= {
    row: json.dumps(ENVELOPE | {"type": "interactive", "payload": payload})
    for row, payload in INTERACTIONS.items()
}
MESSAGES |= {
    row: json.dumps(ENVELOPE | {"type": "events_api", "payload": body}) for row, body in EVENTS.items()
}


@pytest.fixture
async def answered(office: Office) -> AsyncIterator[asyncio.Future[object]]:
    """What the bot answers to the forged envelope."""
    answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
    waiting = sockets_of(office)._waiting
    waiting[str(ENVELOPE["envelope_id"])] = answer
    yield answer
    del waiting[str(ENVELOPE["envelope_id"])]


async def _arrives(office: Office, text: str) -> None:
    """Send the text to the bot on each connection; return once it has done what came before and after."""
    await until_back(office)
    for connection in connections_of(office):
        await connection.socket.send_str(text)  # type: ignore[attr-defined]  # aiohttp's, behind the protocol
    for _ in connections_of(office):
        await office.types("oem-us", "infrastructure", "/wg help")


@pytest.mark.parametrize("row", MESSAGES)
async def test_a_message_that_is_no_request_of_slacks_is_not_acknowledged(
    office: Office, answered: asyncio.Future[object], row: str
) -> None:
    before = await office.changes()

    await _arrives(office, MESSAGES[row])

    assert not answered.done()
    assert await office.changes() == before
    assert sockets_of(office).connections == len(connections_of(office))


@pytest.mark.parametrize("kind", ["dance", "dialog_submission_of_old"])
async def test_an_interaction_that_nobody_handles_is_not_acknowledged(
    office: Office, answered: asyncio.Future[object], kind: str
) -> None:
    payload = WHO | {"type": kind, "callback_id": "x", "trigger_id": "1.1.x"}

    await _arrives(office, json.dumps(ENVELOPE | {"type": "interactive", "payload": payload}))

    assert not answered.done()


async def test_a_whole_envelope_is_answered(office: Office, answered: asyncio.Future[object]) -> None:
    await _arrives(office, json.dumps(ENVELOPE | {"payload": COMMAND}))

    assert "N-1" in str(await answered)


async def test_a_command_of_another_workspace_is_told_that_the_app_is_not_installed(office: Office) -> None:
    before = await office.changes()

    answer = await office.sandbox.workspace.dispatcher.command(COMMAND | {"team_id": "T0ELSEWHERE"})

    assert "install" in str(answer.body())
    assert await office.changes() == before


RAW = {
    "NUL": ("a\x00b", "ab"),
    "control characters": ("a\x07\x1b[31mb\x7f", "a[31mb"),
    "a lone surrogate": ("a\ud800b", None),
    "a lone line end": ("a\r\nb\rc", "a\nb\nc"),
}


@pytest.mark.parametrize("row", RAW)
async def test_characters_that_no_database_takes_are_left_out(office: Office, row: str) -> None:
    sent, stored = RAW[row]

    answer = await office.sandbox.workspace.dispatcher.command(COMMAND | {"text": f"note {sent}"})

    body: Any = answer.body()
    last = [run["text"] for run in runs(body)][-1]
    assert last.startswith("a")
    assert "\ud800" not in last
    assert stored is None or last == stored


async def test_an_event_that_is_sent_again_is_answered_again(office: Office) -> None:
    event = {"type": "app_home_opened", "user": WHO["user"]["id"], "tab": "home"}
    body = {"type": "event_callback", "team_id": TEAM.id, "event_id": "Ev1", "event": event}

    answers = [await office.sandbox.workspace.dispatcher.event(body) for _ in range(2)]

    assert [answer.error for answer in answers] == [None, None]
    assert len(await office.exchanges("views.publish")) == 2
