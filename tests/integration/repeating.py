"""Requests that Slack delivers twice."""

from __future__ import annotations

from tests.integration.office import Office


async def typed_twice(office: Office, who: str, where: str, line: str) -> str:
    """What the line is answered; the same request once more is answered the same, and changes nothing."""
    first = await office.types(who, where, line)
    sent = (await office.exchanges("/wg"))[-1]
    before = await office.changes()

    second = await office.sandbox.workspace.dispatcher.command(sent["request"])

    assert second.body() == first.body
    assert await office.changes() == before
    return str(first.body)
