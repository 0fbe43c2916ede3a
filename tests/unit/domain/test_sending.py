"""The decisions of a delivery's life, as tables: every answer, every finding, every state of the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.delivery import Delivery, DeliveryState, Part, Payload
from domain.sending import (
    NOT_FOUND,
    RATE_LIMITED,
    Accepted,
    Ambiguous,
    Answer,
    BlocksRefused,
    Finding,
    Hold,
    Keep,
    Look,
    Obscured,
    Permanent,
    RateLimited,
    Seen,
    Send,
    Settle,
    Shut,
    Step,
    Transient,
    Unreadable,
    Wait,
    after_answer,
    after_look,
    is_refusal,
    next_step,
)
from domain.timings import Timings
from tests.fakes.deliveries import stored

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TIMINGS = Timings()
PENDING, SENDING, CHECKING = DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.CHECKING
SENT, FAILED, UNCERTAIN = DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.UNCERTAIN


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def ahead(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def part(position: int = 0, begun_at: datetime | None = None, ts: str | None = None) -> Part:
    payload = Payload(rich={"text": "rich"}, plain={"text": "plain"})
    return Part(position=position, payload=payload, begun_at=begun_at, ts=ts)


def delivery(*parts: Part, **facts: object) -> Delivery:
    return stored(*parts, due_at=NOW, **facts)


FRESH = part()
BEGUN = part(begun_at=ago(3))
STANDS = part(begun_at=ago(60), ts="1.0")
FOLLOWING = part(1)


@pytest.mark.parametrize(
    ("row", "step"),
    [
        (delivery(FRESH), Send(FRESH)),
        (delivery(FRESH, state=SENDING, attempts=3), Send(FRESH)),
        (delivery(STANDS, state=SENDING, attempts=1), Settle(SENT)),
        (delivery(STANDS, FOLLOWING, state=SENDING, attempts=1), Send(FOLLOWING)),
        (delivery(BEGUN, state=SENDING, attempts=1), Wait(SENDING, ahead(7))),
        (delivery(BEGUN, state=SENDING, attempts=1, error="why"), Wait(SENDING, ahead(7), "why")),
        (delivery(part(begun_at=ago(10)), state=SENDING, attempts=1), Look(part(begun_at=ago(10)))),
        (delivery(part(begun_at=ago(3600)), state=SENDING, attempts=1), Look(part(begun_at=ago(3600)))),
        (delivery(part(begun_at=ago(50)), state=CHECKING, looks=1), Wait(CHECKING, ahead(10))),
        (delivery(part(begun_at=ago(60)), state=CHECKING, looks=1), Look(part(begun_at=ago(60)))),
        (delivery(part(begun_at=ago(60)), state=SENDING, looks=2), Look(part(begun_at=ago(60)))),
    ],
)
def test_the_row_alone_says_how_to_go_on(row: Delivery, step: Step) -> None:
    found = next_step(row, NOW, TIMINGS)
    if isinstance(step, Wait):
        assert isinstance(found, Wait)
        assert (found.until, found.error) == (step.until, step.error)
    else:
        assert found == step


def test_waiting_for_a_look_does_not_count_as_a_look() -> None:
    row = delivery(part(begun_at=ago(50)), state=CHECKING, looks=1)
    assert next_step(row, NOW, TIMINGS) == Wait(SENDING, ahead(10))


@pytest.mark.parametrize(
    ("answer", "plain", "attempts", "step"),
    [
        (Accepted("1.5"), False, 1, Keep(BEGUN, "1.5")),
        (Accepted("1.5"), True, 2, Keep(BEGUN, "1.5")),
        (RateLimited(timedelta(seconds=30)), False, 1, Wait(PENDING, ahead(30), RATE_LIMITED)),
        (RateLimited(timedelta(seconds=30)), True, 900, Wait(PENDING, ahead(30), RATE_LIMITED)),
        (BlocksRefused("invalid_blocks"), False, 1, Send(BEGUN, plain=True)),
        (BlocksRefused("invalid_blocks"), True, 2, Settle(FAILED, "invalid_blocks")),
        (Permanent("is_archived"), False, 1, Settle(FAILED, "is_archived")),
        (Permanent("is_archived"), True, 2, Settle(FAILED, "is_archived")),
        (Permanent("channel_not_found"), False, 1, Wait(PENDING, ahead(10), "channel_not_found")),
        (Permanent("channel_not_found"), False, 5, Wait(PENDING, ahead(360), "channel_not_found")),
        (Transient("refused"), False, 1, Wait(PENDING, ahead(10), "refused")),
        (Transient("refused"), False, 2, Wait(PENDING, ahead(20), "refused")),
        (Transient("refused"), True, 4, Wait(PENDING, ahead(80), "refused")),
        (Transient("refused"), False, 8, Wait(PENDING, ahead(900), "refused")),
        (Transient("refused"), False, 299, Wait(PENDING, ahead(900), "refused")),
        (Transient("refused"), False, 300, Settle(FAILED, "refused")),
        (Shut("token_revoked"), False, 1, Hold(timedelta(seconds=10), "token_revoked")),
        (Shut("token_revoked"), True, 4, Hold(timedelta(seconds=80), "token_revoked")),
        (Shut("token_revoked"), False, 900, Hold(timedelta(minutes=15), "token_revoked")),
        (Ambiguous("timeout"), False, 1, Wait(SENDING, ahead(7), "timeout")),
        (Ambiguous("timeout"), True, 300, Wait(SENDING, ahead(7), "timeout")),
    ],
)
def test_every_answer_of_slack_has_its_next_step(
    answer: Answer, *, plain: bool, attempts: int, step: Step
) -> None:
    row = delivery(BEGUN, state=SENDING, attempts=attempts)
    assert after_answer(answer, row, BEGUN, plain=plain, now=NOW, timings=TIMINGS) == step


@pytest.mark.parametrize(("days", "step"), [(3, Hold(timedelta(seconds=10), "x")), (4, Settle(FAILED, "x"))])
def test_a_workspace_that_takes_nothing_is_waited_for_by_the_age_of_what_waits(days: int, step: Step) -> None:
    row = replace(delivery(BEGUN, state=SENDING, attempts=1), due_at=NOW - timedelta(days=days))
    assert after_answer(Shut("x"), row, BEGUN, plain=False, now=NOW, timings=TIMINGS) == step


@pytest.mark.parametrize(
    ("before", "attempts", "step"),
    [
        ("ratelimited", 7, Wait(PENDING, ahead(360), "channel_not_found")),
        (None, 8, Wait(PENDING, ahead(360), "channel_not_found")),
        ("ratelimited", 2, Wait(PENDING, ahead(360), "channel_not_found")),
        ("channel_not_found", 5, Wait(PENDING, ahead(160), "channel_not_found")),
        ("channel_not_found", 8, Settle(FAILED, "channel_not_found")),
        ("ratelimited", 300, Settle(FAILED, "channel_not_found")),
    ],
)
def test_a_channel_that_is_unknown_for_the_first_time_is_waited_for_whatever_was_tried_before(
    before: str | None, attempts: int, step: Step
) -> None:
    row = delivery(BEGUN, state=SENDING, attempts=attempts, error=before)
    answer = Permanent("channel_not_found")
    assert after_answer(answer, row, BEGUN, plain=False, now=NOW, timings=TIMINGS) == step


def test_the_first_look_after_a_slow_timeout_is_due_at_once() -> None:
    slow = part(begun_at=ago(20))
    row = delivery(slow, state=SENDING, attempts=1)
    answer = Ambiguous("timeout")
    assert after_answer(answer, row, slow, plain=False, now=NOW, timings=TIMINGS) == Wait(
        SENDING, NOW, "timeout"
    )


def test_parts_that_arrived_do_not_count_as_tries_of_the_next_one() -> None:
    row = delivery(STANDS, part(1, begun_at=ago(1)), state=SENDING, attempts=2)
    step = after_answer(Transient("refused"), row, row.parts[1], plain=False, now=NOW, timings=TIMINGS)
    assert step == Wait(PENDING, ahead(10), "refused")


TEN_AGO, MINUTE_AGO, DAYS_AGO = (part(begun_at=ago(seconds)) for seconds in (10, 60, 200_000))


@pytest.mark.parametrize(
    ("finding", "doubtful", "looks", "attempts", "step"),
    [
        (Seen(("1.0",)), TEN_AGO, 0, 1, Keep(TEN_AGO, "1.0")),
        (Seen(("1.0", "2.0", "3.0")), MINUTE_AGO, 1, 2, Keep(MINUTE_AGO, "1.0", ("2.0", "3.0"))),
        (Seen(()), TEN_AGO, 0, 1, Wait(CHECKING, ahead(50), NOT_FOUND)),
        (Seen(()), DAYS_AGO, 0, 1, Wait(CHECKING, ahead(50), NOT_FOUND)),
        (Seen(()), part(begun_at=ago(-5)), 0, 1, Wait(CHECKING, ahead(65), NOT_FOUND)),
        (Seen(()), MINUTE_AGO, 1, 1, Send(MINUTE_AGO)),
        (Seen(()), MINUTE_AGO, 1, 2, Wait(CHECKING, ahead(20), NOT_FOUND)),
        (Seen(()), MINUTE_AGO, 1, 9, Wait(CHECKING, ahead(900), NOT_FOUND)),
        (Seen(()), MINUTE_AGO, 2, 2, Send(MINUTE_AGO)),
        (Seen(()), MINUTE_AGO, 2, 300, Settle(FAILED, NOT_FOUND)),
        (
            Obscured("ratelimited", timedelta(seconds=30)),
            TEN_AGO,
            0,
            1,
            Wait(SENDING, ahead(30), "ratelimited"),
        ),
        (Obscured("http_500"), TEN_AGO, 1, 1, Wait(SENDING, ahead(10), "http_500")),
        (Obscured("http_500"), MINUTE_AGO, 1, 1, Wait(SENDING, ahead(60), "http_500")),
        (Obscured("http_500"), part(begun_at=ago(40_000)), 1, 1, Wait(SENDING, ahead(900), "http_500")),
        (Obscured("http_500"), DAYS_AGO, 1, 1, Settle(UNCERTAIN, "http_500")),
        (Unreadable("channel_not_found"), TEN_AGO, 0, 1, Wait(SENDING, ahead(10), "channel_not_found")),
        (Unreadable("channel_not_found"), DAYS_AGO, 1, 1, Settle(UNCERTAIN, "channel_not_found")),
        (Unreadable("missing_scope"), TEN_AGO, 0, 1, Settle(UNCERTAIN, "missing_scope")),
        (Unreadable("missing_scope"), MINUTE_AGO, 1, 3, Settle(UNCERTAIN, "missing_scope")),
    ],
)
def test_every_finding_in_the_history_has_its_next_step(
    finding: Finding, doubtful: Part, looks: int, attempts: int, step: Step
) -> None:
    row = delivery(doubtful, state=CHECKING, attempts=attempts, looks=looks)
    assert after_look(finding, row, doubtful, NOW, TIMINGS) == step


def test_a_message_in_doubt_is_sent_again_only_after_two_looks() -> None:
    row = delivery(BEGUN, state=SENDING, attempts=1)
    looked = 0
    now = NOW
    for _ in range(20):
        step = next_step(row, now, TIMINGS)
        if isinstance(step, Look):
            step = after_look(Seen(()), row, BEGUN, now, TIMINGS)
            looked += 1
        if isinstance(step, Send):
            break
        assert isinstance(step, Wait)
        row = replace(row, state=step.state, looks=row.looks + (step.state is CHECKING))
        now = step.until
    assert looked == 2
    assert now - ago(3) >= timedelta(seconds=60)


@pytest.mark.parametrize(
    ("answer", "refused"),
    [
        (Accepted("1.0"), False),
        (Ambiguous("timeout"), False),
        (RateLimited(timedelta(1)), True),
        (BlocksRefused("invalid_blocks"), True),
        (Permanent("is_archived"), True),
        (Transient("refused"), True),
    ],
)
def test_only_a_definite_no_is_a_refusal(answer: Answer, *, refused: bool) -> None:
    assert is_refusal(answer) is refused


def test_a_lease_that_ends_before_the_post_does_is_not_allowed() -> None:
    with pytest.raises(ValueError, match="lease"):
        Timings(lease=timedelta(seconds=20), post_timeout=timedelta(seconds=20))


def test_a_lease_that_a_wait_for_the_channel_s_turn_would_use_up_is_refused() -> None:
    with pytest.raises(ValueError, match="turn"):
        Timings(lease=timedelta(seconds=25))
    assert Timings(lease=timedelta(seconds=26)).longest_pause == timedelta(seconds=5)


def test_looks_out_of_order_are_not_allowed() -> None:
    with pytest.raises(ValueError, match="look"):
        Timings(first_look=timedelta(seconds=61))


@pytest.mark.parametrize(("tries", "seconds"), [(1, 10), (2, 20), (7, 640), (8, 900), (10_000, 900)])
def test_the_backoff_doubles_up_to_its_cap(tries: int, seconds: int) -> None:
    assert TIMINGS.backoff(tries) == timedelta(seconds=seconds)
