"""What is asked of Slack, and what its answers are taken for, broken ones included."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.destination import Destinations
from bot.delivery.lookup import PAGES_MAX, Lookup
from bot.delivery.poster import Poster, client_of, open_session
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Part, Payload
from domain.ports import StoreUnavailable
from domain.sending import (
    Accepted,
    Ambiguous,
    Answer,
    BlocksRefused,
    Finding,
    Obscured,
    Permanent,
    RateLimited,
    Seen,
    Transient,
    Unreadable,
)
from tests.fakes.web_api import PlannedWebApi, Raw, ok, refused

BEGUN_AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
PAYLOAD = Payload({"text": "rich", "blocks": [{"type": "divider"}]}, {"text": "plain", "unfurl_links": False})
FIRST = Part(position=0, payload=PAYLOAD, begun_at=BEGUN_AT)
ROOT = Part(position=0, payload=PAYLOAD, begun_at=BEGUN_AT, ts="1.000001")
SECOND = Part(position=1, payload=PAYLOAD, begun_at=BEGUN_AT)


def delivery(*parts: Part) -> Delivery:
    return Delivery(
        key="digest:T1/1/D-1:2026-11-23",
        kind=DeliveryKind.DIGEST,
        workspace="T1",
        group=1,
        subscription=1,
        channel="C1",
        facts={},
        due_at=BEGUN_AT,
        state=DeliveryState.SENDING,
        id=7,
        attempts=1,
        looks=0,
        error=None,
        parts=parts,
    )


ONE = delivery(FIRST)
METADATA = {
    "event_type": "rapporteur_delivery",
    "event_payload": {"delivery": "digest:T1/1/D-1:2026-11-23", "part": 0},
}


@pytest.fixture
async def slack() -> AsyncIterator[PlannedWebApi]:
    api = PlannedWebApi()
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with open_session(timedelta(seconds=5)) as opened:
        yield opened


@pytest.fixture
def client(slack: PlannedWebApi, session: ClientSession) -> AsyncWebClient:
    return client_of("xoxb-token", slack.url, session)


@pytest.fixture
def poster(client: AsyncWebClient) -> Poster:
    async def client_for(_: str) -> AsyncWebClient:
        return client

    return Poster(client_for, Destinations())


@pytest.fixture
def lookup(client: AsyncWebClient) -> Lookup:
    async def client_for(_: str) -> AsyncWebClient:
        return client

    return Lookup(client_for, Destinations(), timedelta(minutes=2))


async def test_a_post_carries_the_rich_form_and_the_mark(slack: PlannedWebApi, poster: Poster) -> None:
    slack.answers.append(ok(ts="1.000002", channel="C1"))
    assert await poster.post(ONE, FIRST, plain=False) == Accepted("1.000002")
    assert slack.asked == [
        (
            "chat.postMessage",
            {"channel": "C1", "text": "rich", "blocks": [{"type": "divider"}], "metadata": METADATA},
        )
    ]


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


HTML = b"<!DOCTYPE html><html>moment</html>"


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
                "account_inactive",
                "channel_not_found",
                "ekm_access_denied",
                "invalid_auth",
                "is_archived",
                "missing_scope",
                "msg_too_long",
                "no_text",
                "not_authed",
                "not_in_channel",
                "restricted_action",
                "team_access_not_granted",
                "token_revoked",
            )
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


async def not_installed(_: str) -> AsyncWebClient:
    raise LookupError


async def no_database(_: str) -> AsyncWebClient:
    raise StoreUnavailable


async def test_a_workspace_without_the_app_gets_nothing() -> None:
    assert await Poster(not_installed, Destinations()).post(ONE, FIRST, plain=False) == Permanent(
        "not_installed"
    )
    lookup = Lookup(not_installed, Destinations(), timedelta())
    assert await lookup.find(ONE, FIRST) == Unreadable("not_installed")
    assert await lookup.remove(ONE, "1.0") == Unreadable("not_installed")


async def test_a_token_that_cannot_be_read_now_is_tried_again() -> None:
    assert await Poster(no_database, Destinations()).post(ONE, FIRST, plain=False) == Transient(
        "token_unavailable"
    )
    assert await Lookup(no_database, Destinations(), timedelta()).find(ONE, FIRST) == Obscured(
        "token_unavailable"
    )


def message(ts: str, metadata: object = METADATA) -> dict[str, object]:
    return {"type": "message", "ts": ts, "metadata": metadata}


async def test_a_look_reads_every_page_and_finds_all_messages_with_the_mark(
    slack: PlannedWebApi, lookup: Lookup
) -> None:
    other = {**METADATA, "event_payload": {"delivery": "another", "part": 0}}
    next_part = {**METADATA, "event_payload": {**METADATA["event_payload"], "part": 1}}  # type: ignore[dict-item]  # a literal
    strange = {"event_type": "another_app", "event_payload": METADATA["event_payload"]}
    page = [message("3.0"), message("2.5", other), message("2.4", next_part), message("2.3", strange)]
    slack.answers.append(ok(messages=page, response_metadata={"next_cursor": "more"}))
    slack.answers.append(
        ok(messages=[message("2.0"), message("1.0", None), {"ts": "0.5"}, message("0.4", "text")])
    )
    assert await lookup.find(ONE, FIRST) == Seen(("2.0", "3.0"))
    (method, first), (_, second) = slack.asked
    assert method == "conversations.history"
    assert first["channel"] == "C1"
    assert first["include_all_metadata"] == "1"
    assert float(first["oldest"]) == (BEGUN_AT - timedelta(minutes=2)).timestamp()
    assert second["cursor"] == "more"


async def test_a_look_for_a_later_part_reads_the_thread(slack: PlannedWebApi, lookup: Lookup) -> None:
    mark = {
        "event_type": "rapporteur_delivery",
        "event_payload": {"delivery": ONE.key, "part": 1, "added": "x"},
    }
    slack.answers.append(ok(messages=[message("1.000001"), message("2.0", mark)]))
    assert await lookup.find(delivery(ROOT, SECOND), SECOND) == Seen(("2.0",))
    method, asked = slack.asked[0]
    assert (method, asked["ts"]) == ("conversations.replies", "1.000001")


async def test_a_history_without_end_is_looked_at_again_later(slack: PlannedWebApi, lookup: Lookup) -> None:
    page = ok(messages=[message("1.0")], response_metadata={"next_cursor": "more"})
    slack.answers.extend([page] * (PAGES_MAX + 1))
    assert await lookup.find(ONE, FIRST) == Obscured("history_too_long")


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        (ok(messages=[]), Seen(())),
        (refused("missing_scope"), Unreadable("missing_scope")),
        (refused("not_in_channel"), Unreadable("not_in_channel")),
        (refused("channel_not_found"), Unreadable("channel_not_found")),
        (refused("token_revoked"), Unreadable("token_revoked")),
        (refused("thread_not_found"), Obscured("thread_not_found")),
        (refused("invalid_cursor"), Obscured("invalid_cursor")),
        (refused("ratelimited", 429, Retry_After="7"), Obscured("ratelimited", timedelta(seconds=7))),
        (Raw(HTML, 429, "text/html"), Obscured("http_429", timedelta(seconds=30))),
        (refused("internal_error"), Obscured("internal_error")),
        (refused("missing_scope", 500), Obscured("missing_scope")),
        (Raw(b"", 200), Obscured("http_200")),
        (Raw(HTML, 200, "text/html"), Obscured("http_200")),
        (Raw(b"zip", 200, "application/gzip"), Obscured("ValueError")),
        (Raw(drop=True), Obscured("ServerDisconnectedError")),
    ],
)
async def test_only_a_readable_history_says_that_a_message_is_not_there(
    slack: PlannedWebApi, lookup: Lookup, raw: Raw, finding: Finding
) -> None:
    slack.answers.extend([raw, raw])
    assert await lookup.find(ONE, FIRST) == finding


@pytest.mark.parametrize(
    ("raw", "obstacle"),
    [
        (ok(), None),
        (refused("message_not_found"), None),
        (refused("cant_delete_message"), Unreadable("cant_delete_message")),
        (refused("channel_not_found"), Unreadable("channel_not_found")),
        (refused("ratelimited", 429, Retry_After="7"), Obscured("ratelimited", timedelta(seconds=7))),
        (Raw(drop=True), Obscured("ServerDisconnectedError")),
    ],
)
async def test_a_removal_is_done_or_waits_or_is_forbidden(
    slack: PlannedWebApi, lookup: Lookup, raw: Raw, obstacle: Obscured | Unreadable | None
) -> None:
    slack.answers.append(raw)
    assert await lookup.remove(ONE, "1.000009") == obstacle
    assert slack.asked == [("chat.delete", {"channel": "C1", "ts": "1.000009"})]
