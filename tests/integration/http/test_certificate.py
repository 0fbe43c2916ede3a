"""Slack looks at the certificate of a command's address, and wants 200."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.integration.forged import COMMAND
from tests.integration.office import Office


@pytest.mark.parametrize("headers", [{}, None], ids=["not signed", "signed"])
async def test_the_question_is_answered_with_200_and_nothing(
    office: Office, headers: dict[str, str] | None
) -> None:
    body = urlencode({"token": "x" * 24, "ssl_check": "1"}).encode()
    assert await office.post(body, headers=headers) == (200, "")


@pytest.mark.parametrize(
    "fields",
    [
        {"ssl_check": "0"},
        {"ssl_check": ""},
        {"ssl_check": "1", "payload": "{}"},
        COMMAND | {"ssl_check": "1"},
        {"ssl_check": "1", "token": "x" * 2000},
    ],
    ids=["another value", "no value", "with a payload", "with a command", "with too much"],
)
async def test_it_opens_the_door_to_nothing_else(office: Office, fields: dict[str, str]) -> None:
    before = await office.changes()
    status, _ = await office.post(urlencode(fields).encode(), headers={})
    assert status == 401
    assert await office.changes() == before
