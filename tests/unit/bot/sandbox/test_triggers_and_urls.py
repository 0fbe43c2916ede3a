"""Trigger ids and response URLs on a clock of the test."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot.sandbox.errors import SlackError
from bot.sandbox.response_urls import RESPONSE_SECONDS, ResponseUrls
from bot.sandbox.triggers import TRIGGER_SECONDS, Triggers


@dataclass
class Now:
    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


def code(call: Callable[[], object]) -> str:
    with pytest.raises(SlackError) as refusal:
        call()
    return refusal.value.code


def test_a_trigger_is_exchanged_once() -> None:
    triggers = Triggers(Now(), "T1")
    trigger_id = triggers.issue("U1", "V1")

    trigger = triggers.exchange(trigger_id)

    assert (trigger.user, trigger.view_id) == ("U1", "V1")
    assert code(lambda: triggers.exchange(trigger_id)) == "exchanged_trigger_id"


def test_a_trigger_lasts_three_seconds() -> None:
    now = Now()
    triggers = Triggers(now, "T1")
    in_time, late = triggers.issue("U1"), triggers.issue("U1")
    now.seconds += TRIGGER_SECONDS

    assert triggers.exchange(in_time).user == "U1"
    now.seconds += 0.01
    assert code(lambda: triggers.exchange(late)) == "expired_trigger_id"


def test_a_refused_trigger_is_not_spent() -> None:
    now = Now()
    triggers = Triggers(now, "T1")
    trigger_id = triggers.issue("U1")
    now.seconds += 10

    assert [code(lambda: triggers.exchange(trigger_id)) for _ in range(2)] == ["expired_trigger_id"] * 2


def test_old_triggers_are_forgotten() -> None:
    now = Now()
    triggers = Triggers(now, "T1")
    old = triggers.issue("U1")
    now.seconds += 10_000
    triggers.issue("U1")

    assert code(lambda: triggers.exchange(old)) == "invalid_trigger_id"


@pytest.mark.parametrize(
    ("trigger_id", "expected"), [("1.2.abc", "invalid_trigger_id"), ("x", "invalid_arguments")]
)
def test_an_invented_trigger_is_invalid(trigger_id: str, expected: str) -> None:
    assert code(lambda: Triggers(Now(), "T1").exchange(trigger_id)) == expected


def test_a_response_url_is_used_five_times() -> None:
    urls = ResponseUrls(Now())
    token = urls.issue("U1", "C1")

    uses = [urls.use(token).uses for _ in range(5)]

    assert uses == [1, 2, 3, 4, 5]
    assert code(lambda: urls.use(token)) == "used_url"


def test_looking_at_a_response_url_is_no_use() -> None:
    urls = ResponseUrls(Now())
    token = urls.issue("U1", "C1")

    for _ in range(10):
        urls.peek(token)

    assert urls.use(token).uses == 1


def test_a_response_url_lasts_thirty_minutes() -> None:
    now = Now()
    urls = ResponseUrls(now)
    token = urls.issue("U1", "C1")
    now.seconds += RESPONSE_SECONDS
    assert urls.use(token).user == "U1"
    now.seconds += 1

    assert code(lambda: urls.use(token)) == "expired_url"


def test_old_response_urls_are_forgotten() -> None:
    now = Now()
    urls = ResponseUrls(now)
    token = urls.issue("U1", "C1")
    now.seconds += 3 * RESPONSE_SECONDS
    urls.issue("U1", "C1")

    assert code(lambda: urls.peek(token)) == "no_such_url"
