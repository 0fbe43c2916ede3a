"""A person's digest goes to their direct message, posts and looks alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.delivery.lookup import Lookup
from bot.delivery.poster import Poster
from domain.sending import Accepted, Answer, Permanent, Seen, Transient
from tests.fakes.web_api import PlannedWebApi, Raw, ok, refused
from tests.unit.bot.delivery.posts import FIRST, ONE


async def test_a_person_s_digest_goes_to_their_direct_message_which_is_opened_once(
    slack: PlannedWebApi, poster: Poster
) -> None:
    personal = replace(ONE, channel="U1")
    slack.answers += [ok(channel={"id": "D1"}), ok(ts="1.000002"), ok(ts="1.000003")]
    assert await poster.post(personal, FIRST, plain=False) == Accepted("1.000002")
    assert await poster.post(personal, FIRST, plain=False) == Accepted("1.000003")
    methods = [(method, asked.get("channel")) for method, asked in slack.asked]
    assert methods == [("conversations.open", None), ("chat.postMessage", "D1"), ("chat.postMessage", "D1")]


async def test_the_direct_message_is_looked_up_under_its_own_id(slack: PlannedWebApi, lookup: Lookup) -> None:
    slack.answers += [ok(channel={"id": "D1"}), ok(messages=[])]
    assert await lookup.find(replace(ONE, channel="U1"), FIRST) == Seen(())
    assert slack.asked[-1][1]["channel"] == "D1"


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        (Raw(status=500), Transient("http_500")),
        (Raw(drop=True), Transient("ServerDisconnectedError")),
        (ok(channel=None), Transient("ValueError")),
        (refused("user_not_found"), Permanent("user_not_found")),
    ],
)
async def test_a_direct_message_that_cannot_be_opened_leaves_no_doubt(
    slack: PlannedWebApi, poster: Poster, answer: Raw, meaning: Answer
) -> None:
    slack.answers.append(answer)
    assert await poster.post(replace(ONE, channel="U1"), FIRST, plain=False) == meaning
    assert [method for method, _ in slack.asked] == ["conversations.open"]
