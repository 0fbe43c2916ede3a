"""Whatever people write comes out as typed, and pings nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote_plus, urlencode

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.entities import unescape
from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import Office

TEXTS = {
    "emoji": "Charging 🔋⚡ works 👩🏽‍🔧👨‍👩‍👧 :+1:",
    "right to left": "שלום العربية \u2067mixed\u2069 text",
    "a broadcast": "<!channel> <!here> <!everyone>",
    "words that broadcast when typed": "@channel @here @everyone",
    "a mention in Slack's own form": "ask <@U0MEMBER00> and <@U0MEMBER00|chair> in <#C0EVGROUP>",
    "a user group": "<!subteam^S012345|@drivers>",
    "a person by handle": "ask @chair-mx and @nobody-here",
    "a channel by name": "see #infrastructure and #nowhere",
    "formatting": "*bold* _slanted_ ~struck~ `code` ```block```",
    "a quotation": "> quoted & <b>bold</b>",
    "entities": "R&D &amp; &lt;b&gt; &#60;",
    "an address": "https://example.org/a?b=1&c=2#d is <https://example.org|harmless>",
    "a date": "<!date^1392734382^{date}|x>",
    "curly quotes": "“double” \u2018single\u2019 «ángulos» it\u2019s",
    "no-break spaces": "40\u00a0% in\u202f2028 and\u00a0more",
    "placeholders": "{ $name } {0} %s \\n ${x}",
    "accents": "¿Cómo? ñandú, pingüino, año, café",
    "SQL": "'; DROP TABLE change; --",
    "a formula": "=HYPERLINK(1)+cmd|' /C calc'!A0",
}


@pytest.mark.parametrize("row", TEXTS)
async def test_a_note_comes_out_as_typed_and_pings_nobody(office: Office, row: str) -> None:
    text = TEXTS[row]
    await office.asks("oem-us", "infrastructure", f"/wg note {text}")
    for line in ("show N-1", "list", "status"):
        await office.asks("oem-us", "infrastructure", f"/wg {line}")

    messages = await office.messages("oem-us", "infrastructure")

    assert len(messages) == 4
    for message in messages:
        runs = list(_runs(message))
        assert {run["type"] for run in runs} == {"text"}
        assert any(text in run["text"] for run in runs)
        assert not re.search(r"<[@#!]", _spoken(message))
    assert text in unescape(messages[0]["text"])


async def test_a_text_of_several_lines_keeps_them(office: Office) -> None:
    text = "First line\n\n  • second\n\tthird"
    await office.asks("oem-us", "infrastructure", f"/wg note {text}")

    (message,) = await office.messages("oem-us", "infrastructure")

    assert any(run["text"] == text for run in _runs(message))


@pytest.mark.parametrize(
    ("verb", "line"),
    [
        ("a theme in curly quotes", "note theme:“human capital” Curly"),
        ("a no-break space behind the verb", "note\u00a0Curly"),
        ("a capital letter", "NOTE Curly"),
    ],
    ids=str,
)
async def test_what_phones_make_of_typing_is_understood(office: Office, verb: str, line: str) -> None:
    answer = await office.asks("oem-us", "ev-group", f"/wg {line}")

    assert "*N-1*" in answer, verb
    assert ": Curly" in answer


RAW = {
    "NUL": ("a%00b", "ab"),
    "control characters": ("a%07%1b[31mb%7f", "a[31mb"),
    "an encoded lone surrogate": ("a%ED%A0%80b", None),
    "bytes that are no UTF-8": ("a%ff%feb", None),
    "a lone line end": ("a%0d%0ab%0dc", "a\nb\nc"),
}


@pytest.mark.parametrize("row", RAW)
async def test_characters_that_no_database_takes_are_left_out(office: Office, row: str) -> None:
    sent, stored = RAW[row]
    fields = {
        "team_id": TEAM.id,
        "channel_id": CHANNELS["infrastructure"],
        "user_id": USERS["oem-us"],
        "command": "/wg",
        "trigger_id": "1.1.raw",
    }
    body = f"{urlencode(fields)}&text={quote_plus('note ')}{sent}".encode()

    status, answer = await office.post(body)

    assert status == 200
    (first, *_) = (run["text"] for run in _runs(json.loads(answer)) if run["text"].startswith(("a", "note")))
    texts = [run["text"] for run in _runs(json.loads(answer))]
    assert first
    if stored is None:
        assert not any("\ud800" <= character <= "\udfff" for text in texts for character in text)
        assert texts[-1].startswith("a")
        assert texts[-1].endswith("b")
    else:
        assert texts[-1] == stored


async def test_a_lone_surrogate_and_nul_in_a_form_are_left_out(office: Office) -> None:
    await office.asks("newcomer-us", "ev-group", "/wg join")
    view = await office.form("newcomer-us")
    payload = {
        "type": "view_submission",
        "team": {"id": TEAM.id},
        "user": {"id": USERS["newcomer-us"], "team_id": TEAM.id},
        "trigger_id": "1.1.raw",
        "view": view
        | {
            "state": {
                "values": {
                    "organisation": {"entry": {"type": "plain_text_input", "value": "Or\ud800g\u0000 <b>"}},
                    "sector": {"entry": {"type": "static_select", "selected_option": {"value": "industry"}}},
                    "country": {"entry": {"type": "static_select", "selected_option": {"value": "US"}}},
                }
            }
        },
    }

    status, answer = await office.post(urlencode({"payload": json.dumps(payload)}).encode())

    assert status == 200
    assert "Org &lt;b&gt; (industry, United States)" in answer


def _runs(message: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every run of the message's rich text."""
    for block in message["blocks"]:
        if block["type"] == "rich_text":
            for part in block["elements"]:
                sections = part["elements"] if part["type"] == "rich_text_list" else [part]
                for section in sections:
                    yield from section["elements"]


def _spoken(message: Mapping[str, Any]) -> str:
    """Everything in the message that Slack reads as mrkdwn."""
    blocks = [block for block in message["blocks"] if block["type"] in {"section", "context"}]
    return f"{message['text']} {json.dumps(blocks, ensure_ascii=False)}"
