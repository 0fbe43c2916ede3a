"""Reactions: to what one may react, with what, and who is told."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People, RefusedError
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import (
    GENERAL,
    LEAD,
    MEMBER,
    SCOPES,
    seed_facts,
)


async def test_nobody_reacts_to_what_was_deleted_or_with_what_is_no_emoji(
    people: People, slack: AsyncWebClient
) -> None:
    first = await people.message(LEAD, GENERAL, "one")
    reply = await people.message(LEAD, GENERAL, "two", thread_ts=first)
    await people.delete_message(LEAD, GENERAL, first)

    gone = await refused(slack, "reactions.add", channel=GENERAL, timestamp=first, name="memo")
    misspelt = await refused(slack, "reactions.add", channel=GENERAL, timestamp=reply, name="memos")
    assert (gone["error"], misspelt["error"]) == ("message_not_found", "invalid_name")
    with pytest.raises(RefusedError, match="message_not_found"):
        await people.react(LEAD, GENERAL, first, "memo")
    with pytest.raises(RefusedError, match="invalid_name"):
        await people.react(LEAD, GENERAL, reply, "memos")


def reacting(*scopes: str) -> WorkspaceSeed:
    facts = seed_facts()
    facts["app"]["events"] = ["reaction_added", "reaction_removed"]
    facts["app"]["scopes"] = [*SCOPES, *scopes]
    return WorkspaceSeed.model_validate(facts)


@pytest.mark.parametrize("seed", [reacting("reactions:read")])
async def test_reactions_are_told(people: People, app: FakeApp) -> None:
    ts = await people.message(LEAD, GENERAL, "one")
    await people.react(MEMBER, GENERAL, ts, "memo")
    await people.react(MEMBER, GENERAL, ts, "memo")
    await people.idle()
    await people.react(MEMBER, GENERAL, ts, "memo", remove=True)
    await people.idle()

    added, removed = app.events
    assert (added["type"], removed["type"]) == ("reaction_added", "reaction_removed")
    assert (added["user"], added["reaction"], added["item_user"]) == (MEMBER, "memo", LEAD)
    assert added["item"] == {"type": "message", "channel": GENERAL, "ts": ts}


@pytest.mark.parametrize("seed", [reacting()])
async def test_reactions_are_not_told_without_their_scope(people: People, app: FakeApp) -> None:
    ts = await people.message(LEAD, GENERAL, "one")
    await people.react(MEMBER, GENERAL, ts, "memo")
    await people.idle()

    assert app.events == []
