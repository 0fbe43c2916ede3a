"""What the bot sends pleases three checkers, and the list of what they disagree about holds nothing old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.sandbox.payloads_kept import AcceptedPayload
from tests.integration.cast import USERS
from tests.integration.office import TICK_SECONDS, Office
from tests.integration.watch import objections
from tests.payloads.checking import complaints
from tests.payloads.complaint import Checker
from tests.payloads.disagreements import stale

CORPUS = (
    ("oem-us", "infrastructure", "/wg note One"),
    ("lead-infra", "infrastructure", "/gt obstáculo Dos"),
    ("oem-us", "infrastructure", "/wg recommend Three for O-1"),
    ("oem-us", "infrastructure", "/wg status"),
    ("lead-infra", "ev-group", "/gt estado todo"),
    ("oem-us", "infrastructure", "/wg list"),
    ("lead-infra", "infrastructure", "/gt ver R-1"),
    ("oem-us", "ev-group", "/wg help"),
    ("lead-infra", "ev-group", "/gt ayuda nota"),
    ("oem-us", "ev-group", "/wg language"),
    ("oem-us", "ev-group", "/wg nte wrong verb"),
    ("chair-mx", "ev-group", "/gt configurar"),
    ("newcomer-us", "ev-group", "/wg join"),
    ("chair-mx", "ev-group", "/wg digest mon 09:00"),
    ("chair-mx", "ev-group", "/wg digest list"),
    ("chair-mx", "ev-group", "/wg digest preview"),
)
"""What makes the bot send every kind of block it has; a digest with its chart comes on top."""
KINDS = {
    "header",
    "section",
    "context",
    "divider",
    "rich_text",
    "actions",
    "data_visualization",
    "data_table",
    "input",
}
WAYS = {"message", "response", "acknowledgement", "view", "submission_response"}


@pytest.fixture
def tick_seconds() -> float:
    return TICK_SECONDS


async def test_every_disagreement_is_about_something_that_the_bot_sends(office: Office) -> None:
    for who, where, line in CORPUS:
        await office.asks(who, where, line)
    await office.submits("newcomer-us", {"organisation": "Utility", "sector": "industry", "country": "US"})
    await office.presses("oem-us", "infrastructure", "Show it")
    await office.presses("oem-us", "infrastructure", "As a table")
    await office.people.home(USERS["oem-us"])
    async with office.next_message("ev-group"):
        await office.people.advance(timedelta(days=7))

    sent = office.sandbox.workspace.payloads.accepted

    assert {each.kind for each in sent} == WAYS
    assert {kind for each in sent for kind in _kinds(each)} == KINDS
    assert stale(complaint for each in sent for complaint in complaints(each)) == []


PLANTED = {
    Checker.SANDBOX: {"type": "actions", "elements": [{"type": "button", "action_id": "a"}]},
    Checker.SLACK_SDK: {"type": "hologram"},
    Checker.SLACKBLOCKS: {"type": "header", "text": {"type": "mrkdwn", "text": "a"}},
}


@pytest.mark.parametrize("checker", PLANTED)
async def test_a_payload_that_a_checker_does_not_like_is_found_in_the_traffic(
    office: Office, checker: Checker
) -> None:
    kept = office.sandbox.workspace.payloads
    kept.accept("message", "chat.postMessage", {"text": "a", "blocks": [PLANTED[checker]]})

    found = await objections(office)
    kept._accepted.clear()

    assert any(str(checker) in objection for objection in found)
    assert await objections(office) == []


def _kinds(sent: AcceptedPayload) -> Iterator[str]:
    payload = sent.payload.get("view", sent.payload)
    yield from (block["type"] for block in payload.get("blocks", ()))
