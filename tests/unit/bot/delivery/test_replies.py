"""Answers in threads, and those that one person alone sees: where they go, and how often they may."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.delivery.lookup import Lookup
from bot.delivery.poster import Poster
from domain.delivery import DeliveryKind, DeliveryState, Payload
from domain.sending import Accepted, Ambiguous, Look, Seen, Settle, after_answer, next_step
from domain.timings import Timings
from tests.fakes.web_api import PlannedWebApi, ok
from tests.unit.bot.delivery.posts import BEGUN_AT, FIRST, METADATA, delivery

IN_THREAD = replace(FIRST, payload=Payload({"text": "rich", "thread_ts": "9.000001"}, {"text": "plain"}))
LATER = BEGUN_AT + timedelta(minutes=5)


async def test_a_reply_goes_to_the_thread_it_answers_in(slack: PlannedWebApi, poster: Poster) -> None:
    slack.answers.append(ok(ts="9.000002"))
    await poster.post(replace(delivery(IN_THREAD), kind=DeliveryKind.REPLY), IN_THREAD, plain=True)
    ((method, asked),) = slack.asked
    assert (method, asked["thread_ts"]) == ("chat.postMessage", "9.000001")


async def test_a_reply_in_doubt_is_looked_for_in_its_thread(slack: PlannedWebApi, lookup: Lookup) -> None:
    slack.answers.append(ok(messages=[{"type": "message", "ts": "9.000002", "metadata": METADATA}]))
    found = await lookup.find(replace(delivery(IN_THREAD), kind=DeliveryKind.REPLY), IN_THREAD)
    ((method, asked),) = slack.asked
    assert (method, asked["ts"]) == ("conversations.replies", "9.000001")
    assert found == Seen(("9.000002",))


async def test_a_whisper_goes_to_its_person_without_a_mark(slack: PlannedWebApi, poster: Poster) -> None:
    slack.answers.append(ok(message_ts="1.000002"))
    whisper = replace(delivery(FIRST), kind=DeliveryKind.WHISPER, facts={"user": "U1"})
    assert await poster.post(whisper, FIRST, plain=False) == Accepted("1.000002")
    ((method, asked),) = slack.asked
    assert (method, asked["user"], asked["channel"]) == ("chat.postEphemeral", "U1", "C1")
    assert "metadata" not in asked


def test_a_whisper_in_doubt_is_never_sent_again() -> None:
    whisper = replace(delivery(FIRST), kind=DeliveryKind.WHISPER)
    unsure = Settle(DeliveryState.UNCERTAIN, None)
    lost = after_answer(Ambiguous("timeout"), whisper, FIRST, plain=False, now=BEGUN_AT, timings=Timings())
    assert next_step(whisper, LATER, Timings()) == unsure
    assert lost == Settle(DeliveryState.UNCERTAIN, "timeout")
    assert next_step(delivery(FIRST), LATER, Timings()) == Look(FIRST)
