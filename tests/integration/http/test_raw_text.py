"""Bytes of a form that no keyboard writes: what is no text is left out, the rest is kept."""

from __future__ import annotations

import json
from urllib.parse import quote_plus, urlencode

import pytest

from bot.demo.workspace import TEAM
from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import Office
from tests.integration.screen import runs

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
    (first, *_) = (run["text"] for run in runs(json.loads(answer)) if run["text"].startswith(("a", "note")))
    texts = [run["text"] for run in runs(json.loads(answer))]
    assert first
    if stored is None:
        assert not any("\ud800" <= character <= "\udfff" for text in texts for character in text)
        assert texts[-1].startswith("a")
        assert texts[-1].endswith("b")
    else:
        assert texts[-1] == stored
