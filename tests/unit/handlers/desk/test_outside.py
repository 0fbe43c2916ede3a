"""In a channel that is no group's, what is news to the person's group is told to them alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from domain.delivery import DeliveryKind
from handlers.desk.answer import Reply
from handlers.register import Register
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.handlers.desk.house import DIRECT, House, click, command, interaction

OUTSIDE = "C0OUTSIDE"


async def recorded(house: House, channel: str) -> Reply:
    answer = await house.router().command(command("note The census starts on Monday", channel=channel))
    assert isinstance(answer, Reply)
    assert "*N-1*" in answer.message.text
    return answer


async def test_a_record_made_in_a_channel_of_no_group_is_shown_to_its_author_with_the_groups_name(
    house: House,
) -> None:
    answer = await recorded(house, OUTSIDE)
    assert not answer.in_channel
    name = house.group.names.in_language(house.group.languages[0])
    assert name in answer.message.text
    assert name in answer.message.blocks[-1]["elements"][0]["text"]


@pytest.mark.parametrize("channel", [CHANNEL, DIRECT])
async def test_in_the_groups_channel_and_in_a_direct_message_a_record_is_shown_as_ever(
    house: House, channel: str
) -> None:
    answer = await recorded(house, channel)
    assert answer.in_channel
    assert house.group.names.in_language(house.group.languages[0]) not in answer.message.text


async def test_what_somebody_shares_is_shown_to_everybody_wherever_they_are(house: House) -> None:
    await recorded(house, OUTSIDE)
    answer = await house.router().click(click("share:x", "show N-1", interaction(channel=OUTSIDE)))
    assert isinstance(answer, Reply)
    assert answer.in_channel


@pytest.mark.parametrize(
    ("channel", "kind"), [(CHANNEL, DeliveryKind.REPLY), (OUTSIDE, DeliveryKind.WHISPER)]
)
async def test_a_mention_is_answered_in_the_same_way(house: House, channel: str, kind: DeliveryKind) -> None:
    event: dict[str, Any] = {
        "type": "app_mention",
        "channel": channel,
        "user": MEMBER,
        "text": "<@UBOT> note The census starts on Monday",
        "ts": "2.0",
    }
    register, context = Register(house.services, house.router()), SimpleNamespace(bot_user_id="UBOT")

    async def ack(**_told: object) -> None:
        """Slack is told."""

    await register.mentioned(ack, {"team_id": WORKSPACE, "event": event}, context)  # type: ignore[arg-type]  # stand-ins
    (told,) = house.store.uow.outbox.deliveries.values()
    assert told.kind is kind
