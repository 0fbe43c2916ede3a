"""What a look at the history and a removal ask of Slack, and what the answers are taken for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.lookup import PAGES_MAX, Lookup
from domain.sending import Finding, Obscured, Seen, Unreadable
from tests.fakes.web_api import PlannedWebApi, Raw, ok, refused
from tests.unit.bot.delivery.posts import BEGUN_AT, FIRST, HTML, METADATA, ONE, ROOT, SECOND, delivery


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


NOT_BEGUN_YET = "Mon, 23 Nov 2026 14:50:00 GMT"


async def test_a_sending_that_a_clock_astray_noted_is_looked_for_a_day_further_back(
    slack: PlannedWebApi, lookup: Lookup
) -> None:
    slack.answers.append(replace(ok(messages=[]), headers={"Date": NOT_BEGUN_YET}))
    slack.answers.append(ok(messages=[message("3.0")], response_metadata={"next_cursor": "more"}))
    slack.answers.append(ok(messages=[message("2.0")]))
    assert await lookup.find(ONE, FIRST) == Seen(("2.0", "3.0"))
    oldest = [float(asked["oldest"]) for _, asked in slack.asked]
    a_day_back = (BEGUN_AT - timedelta(days=1, minutes=10)).timestamp()
    assert oldest == [(BEGUN_AT - timedelta(minutes=2)).timestamp(), a_day_back, a_day_back]
    assert "cursor" not in slack.asked[1][1]


@pytest.mark.parametrize("written", ["", "yesterday", "Mon, 32 Nov 2026 14:50:00 GMT"])
async def test_a_date_that_cannot_be_read_says_nothing_about_the_sending(
    slack: PlannedWebApi, lookup: Lookup, written: str
) -> None:
    slack.answers.append(replace(ok(messages=[]), headers={"Date": written}))
    assert await lookup.find(ONE, FIRST) == Seen(())
    assert len(slack.asked) == 1


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
        (refused("token_revoked"), Obscured("token_revoked")),
        (refused("account_inactive"), Obscured("account_inactive")),
        (refused("thread_not_found"), Unreadable("thread_not_found")),
        (refused("invalid_cursor"), Obscured("invalid_cursor")),
        (refused("ratelimited", 429, Retry_After="7"), Obscured("ratelimited", timedelta(seconds=7))),
        (Raw(HTML, 429, "text/html"), Obscured("http_429", timedelta(seconds=30))),
        (refused("internal_error"), Obscured("internal_error")),
        (refused("missing_scope", 500), Obscured("missing_scope")),
        (Raw(b"", 200), Obscured("http_200")),
        (Raw(HTML, 200, "text/html"), Obscured("http_200")),
        (Raw(b"zip", 200, "application/gzip"), Obscured("no_object")),
        (Raw(drop=True), Obscured("ServerDisconnectedError")),
    ],
)
async def test_only_a_readable_history_says_that_a_message_is_not_there(
    slack: PlannedWebApi, lookup: Lookup, raw: Raw, finding: Finding
) -> None:
    slack.answers.extend([raw, raw])
    assert await lookup.find(ONE, FIRST) == finding


@pytest.mark.parametrize("fault", [AttributeError, ValueError])
async def test_what_is_wrong_with_us_is_not_taken_for_slack_s_silence(
    slack: PlannedWebApi, lookup: Lookup, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def broken(_: object, __: object) -> bool:
        raise fault

    monkeypatch.setattr("bot.delivery.lookup.bears", broken)
    slack.answers.append(ok(messages=[message("1.0")]))
    with pytest.raises(fault):
        await lookup.find(ONE, FIRST)


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
