"""Emoji: given once, taken for given when they are there already, given again when nobody knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.reactions import react
from domain.delivery import DeliveryKind, DeliveryState, Part, Payload
from domain.sending import (
    Accepted,
    Ambiguous,
    Answer,
    Permanent,
    Send,
    Wait,
    after_answer,
    next_step,
)
from domain.timings import Timings
from tests.fakes.deliveries import stored
from tests.fakes.web_api import PlannedWebApi, Raw, ok, refused

NOW = datetime(2027, 3, 3, 16, tzinfo=UTC)
ARGUMENTS = {"name": "memo", "timestamp": "1.0"}
PART = Part(position=0, payload=Payload(ARGUMENTS, ARGUMENTS), begun_at=NOW)
DELIVERY = stored(
    PART,
    key="reaction:1",
    kind=DeliveryKind.REACTION,
    subscription=None,
    due_at=NOW,
    state=DeliveryState.SENDING,
    attempts=1,
)


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        (ok(), Accepted("1.0")),
        (refused("already_reacted"), Accepted("1.0")),
        (refused("message_not_found"), Permanent("message_not_found")),
        (refused("too_many_emoji"), Permanent("too_many_emoji")),
        (refused("not_in_channel"), Permanent("not_in_channel")),
        (Raw(status=503), Ambiguous("http_503")),
    ],
)
async def test_what_slack_says_of_an_emoji(answer: Raw, meaning: Answer) -> None:
    api = PlannedWebApi()
    await api.start()
    api.answers.append(answer)
    try:
        client = AsyncWebClient(token="xoxb-1", base_url=api.url, retry_handlers=[])
        assert await react(client, "C1", ARGUMENTS) == meaning
    finally:
        await api.stop()
    assert api.asked[0][0] == "reactions.add"


def test_an_emoji_in_doubt_is_given_again_and_never_looked_up() -> None:
    timings = Timings()
    assert next_step(DELIVERY, NOW, timings) == Send(PART)
    step = after_answer(Ambiguous("timeout"), DELIVERY, PART, plain=False, now=NOW, timings=timings)
    assert step == Wait(DeliveryState.PENDING, NOW + timings.backoff_first, "timeout")
    other = replace(DELIVERY, kind=DeliveryKind.SCRIBE)
    assert next_step(other, NOW + timedelta(seconds=1), timings) != Send(PART)
