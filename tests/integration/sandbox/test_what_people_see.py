"""What each person sees of the workspace, and whose messages are theirs."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, People, RefusedError, container_of
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.forms import plain
from tests.integration.sandbox.seeds import BOT, GENERAL, GUEST, LEAD, LOBBY, MEMBER, STEERING


async def test_each_sees_their_own_workspace(people: People) -> None:
    lead, guest = await people.workspace(LEAD), await people.workspace(GUEST)

    channels = {c["id"]: c for c in lead["channels"]}
    assert lead["me"]["id"] == LEAD
    assert {GENERAL, LOBBY, STEERING, "D0LEAD0001"} < set(channels)
    assert [c["id"] for c in guest["channels"]] == [GENERAL, "D0GUEST001"]
    assert lead["app"]["commands"][0]["command"] == "/wg"
    assert lead["app"]["bot_user_id"] == BOT


async def test_messages_are_encoded_edited_and_deleted_by_their_author(people: People) -> None:
    ts = await people.message(LEAD, GENERAL, "@scribe see https://example.org/a?b=1&c=2, 1 < 2")
    before = await people.messages(MEMBER, GENERAL)
    await people.edit_message(LEAD, GENERAL, ts, "never mind")
    edited = await people.messages(MEMBER, GENERAL)
    with pytest.raises(RefusedError) as refusal:
        await people.delete_message(MEMBER, GENERAL, ts)
    await people.delete_message(LEAD, GENERAL, ts)

    assert before[0]["text"] == f"<@{BOT}> see <https://example.org/a?b=1&amp;c=2>, 1 &lt; 2"
    assert before[0]["typed"] == "@scribe see https://example.org/a?b=1&c=2, 1 < 2"
    assert (edited[0]["text"], edited[0]["edited"]["user"]) == ("never mind", LEAD)
    assert refusal.value.code == "cant_delete_message"
    assert await people.messages(MEMBER, GENERAL) == []


async def test_nobody_clicks_in_what_another_was_shown(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    share = {"type": "button", "action_id": "share", "text": plain("Share")}
    block = {"type": "actions", "block_id": "next", "elements": [share]}
    await slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="N-2", blocks=[block])
    shown = (await people.messages(LEAD, GENERAL))[0]

    reply = await people.action(MEMBER, ElementName(container_of(GENERAL, shown), "next", "share"))

    assert (reply.ok, reply.error) == (False, "message_not_found")
    assert app.payloads == []
