"""What a post asks of Slack, and what its answers are taken for, broken ones included."""

from __future__ import annotations

from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.destination import Destinations
from bot.delivery.poster import Poster, client_of, open_session
from domain.sending import Accepted, Ambiguous, Answer, BlocksRefused, Permanent, RateLimited, Shut, Transient
from tests.fakes.web_api import PlannedWebApi, Raw, ok, refused
from tests.unit.bot.delivery.posts import FIRST, HTML, METADATA, ONE, ROOT, SECOND, delivery


async def test_a_post_carries_the_rich_form_and_the_mark(slack: PlannedWebApi, poster: Poster) -> None:
    slack.answers.append(ok(ts="1.000002", channel="C1"))
    assert await poster.post(ONE, FIRST, plain=False) == Accepted("1.000002")
    assert slack.asked == [
        (
            "chat.postMessage",
            {"channel": "C1", "text": "rich", "blocks": [{"type": "divider"}], "metadata": METADATA},
        )
    ]


async def test_the_plain_form_is_sent_when_asked_for(slack: PlannedWebApi, poster: Poster) -> None:
    slack.answers.append(ok(ts="1.000002"))
    await poster.post(ONE, FIRST, plain=True)
    _, asked = slack.asked[0]
    assert asked["text"] == "plain"
    assert "blocks" not in asked


async def test_later_parts_go_to_the_thread_of_the_first(slack: PlannedWebApi, poster: Poster) -> None:
    slack.answers.append(ok(ts="1.000002"))
    await poster.post(delivery(ROOT, SECOND), SECOND, plain=False)
    _, asked = slack.asked[0]
    assert asked["thread_ts"] == "1.000001"
    assert asked["metadata"]["event_payload"]["part"] == 1


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        (ok(), Ambiguous("no_ts")),
        (refused("ratelimited", 429, Retry_After="7"), RateLimited(timedelta(seconds=7))),
        (refused("ratelimited", 429), RateLimited(timedelta(seconds=30))),
        (refused("ratelimited", 429, Retry_After="soon"), RateLimited(timedelta(seconds=30))),
        (refused("ratelimited", 429, Retry_After="0"), RateLimited(timedelta(seconds=1))),
        (refused("ratelimited", 429, Retry_After="99999999"), RateLimited(timedelta(hours=1))),
        (refused("rate_limited"), RateLimited(timedelta(seconds=30))),
        (Raw(HTML, 429, "text/html", {"Retry-After": "3"}), RateLimited(timedelta(seconds=3))),
        (Raw(b"slow down", 429, "text/plain", {"Retry-After": "3"}), RateLimited(timedelta(seconds=3))),
        (Raw(b"{", 429, headers={"Retry-After": "3"}), RateLimited(timedelta(seconds=3))),
        (refused("invalid_blocks"), BlocksRefused("invalid_blocks")),
        (refused("invalid_blocks_format"), BlocksRefused("invalid_blocks_format")),
        (refused("msg_blocks_too_long"), BlocksRefused("msg_blocks_too_long")),
        *(
            (refused(code), Permanent(code))
            for code in (
                "channel_not_found",
                "ekm_access_denied",
                "is_archived",
                "missing_scope",
                "msg_too_long",
                "no_text",
                "not_in_channel",
                "restricted_action",
                "team_access_not_granted",
            )
        ),
        *(
            (refused(code), Shut(code))
            for code in ("account_inactive", "invalid_auth", "not_authed", "token_revoked")
        ),
        (refused("org_login_required"), Transient("org_login_required")),
        (refused("request_timeout"), Transient("request_timeout")),
        (refused("internal_error"), Ambiguous("internal_error")),
        (refused("fatal_error"), Ambiguous("fatal_error")),
        (refused("service_unavailable"), Ambiguous("service_unavailable")),
        (refused("never_heard_of"), Ambiguous("never_heard_of")),
        (refused("internal_error", 500), Ambiguous("internal_error")),
        (refused("is_archived", 503), Ambiguous("is_archived")),
        (Raw(b"", 200), Ambiguous("http_200")),
        (Raw(b"", 503), Ambiguous("http_503")),
        (Raw(b"{", 200), Ambiguous("http_200")),
        (Raw(b"[]", 200), Ambiguous("http_200")),
        (Raw(b"[1]", 200), Ambiguous("AttributeError")),
        (Raw(b"null", 200), Ambiguous("http_200")),
        (Raw(b'"\xff"', 200), Ambiguous("UnicodeDecodeError")),
        (Raw(HTML, 200, "text/html"), Ambiguous("http_200")),
        (Raw(b"ok", 200, "text/plain"), Ambiguous("AttributeError")),
        (Raw(b"bad gateway", 502, "text/plain"), Ambiguous("http_502")),
        (Raw(drop=True), Ambiguous("ServerDisconnectedError")),
    ],
)
async def test_every_answer_to_a_post_is_taken_for_what_it_is(
    slack: PlannedWebApi, poster: Poster, raw: Raw, answer: Answer
) -> None:
    slack.answers.append(raw)
    assert await poster.post(ONE, FIRST, plain=False) == answer
    assert len(slack.asked) == 1, "a post is never repeated by itself"


async def test_a_post_that_was_never_connected_is_definitely_not_there(slack: PlannedWebApi) -> None:
    await slack.stop()
    async with open_session(timedelta(seconds=5)) as session:
        client = client_of("xoxb-token", slack.url, session)

        async def client_for(_: str) -> AsyncWebClient:
            return client

        answer = await Poster(client_for, Destinations()).post(ONE, FIRST, plain=False)
    assert answer == Transient("ClientConnectorError")


async def test_a_post_without_an_answer_in_time_is_in_doubt(slack: PlannedWebApi) -> None:
    async with open_session(timedelta(microseconds=100)) as session:
        client = client_of("xoxb-token", slack.url, session)

        async def client_for(_: str) -> AsyncWebClient:
            return client

        answer = await Poster(client_for, Destinations()).post(ONE, FIRST, plain=False)
    assert isinstance(answer, Ambiguous | Transient)
    assert "Timeout" in (answer.why if isinstance(answer, Ambiguous) else answer.error)
