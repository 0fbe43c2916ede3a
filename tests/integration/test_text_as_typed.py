"""Whatever people write comes out as typed, and pings nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.entities import unescape
from tests.integration.cast import USERS
from tests.integration.office import Office
from tests.integration.screen import runs

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
        shown = list(runs(message))
        assert {run["type"] for run in shown} == {"text"}
        assert any(text in run["text"] for run in shown)
        assert not re.search(r"<[@#!]", _spoken(message))
    assert text in unescape(messages[0]["text"])


async def test_a_text_of_several_lines_keeps_them(office: Office) -> None:
    text = "First line\n\n  • second\n\tthird"
    await office.asks("oem-us", "infrastructure", f"/wg note {text}")

    (message,) = await office.messages("oem-us", "infrastructure")

    assert any(run["text"] == text for run in runs(message))


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

    answer = await office.sandbox.workspace.dispatcher.interaction(payload)

    assert "Org &lt;b&gt; (industry, United States)" in str(answer.body())


def _spoken(message: Mapping[str, Any]) -> str:
    """Everything in the message that Slack reads as mrkdwn."""
    blocks = [block for block in message["blocks"] if block["type"] in {"section", "context"}]
    return f"{message['text']} {json.dumps(blocks, ensure_ascii=False)}"
