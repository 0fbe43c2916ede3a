"""Rate limits on a clock of the test."""

from dataclasses import dataclass

from bot.sandbox.limits import POST_BURST, POST_PER_MINUTE, RateLimits, Tier


@dataclass
class Now:
    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


def limits(now: Now, *, enabled: bool = True) -> RateLimits:
    return RateLimits(now, "T1", enabled=enabled)


def test_a_tier_lets_its_number_of_calls_through_in_a_minute() -> None:
    now = Now()
    tested = limits(now)

    taken = [tested.take("users.list", Tier.T2) for _ in range(21)]

    assert taken == [None] * 20 + [60]


def test_a_refused_call_does_not_count() -> None:
    now = Now()
    tested = limits(now)
    tested.take("apps.connections.open", Tier.T1)
    now.seconds += 59.5

    refused = [tested.take("apps.connections.open", Tier.T1) for _ in range(5)]
    now.seconds += 0.5

    assert refused == [1] * 5
    assert tested.take("apps.connections.open", Tier.T1) is None


def test_methods_have_their_own_counts() -> None:
    tested = limits(Now())
    for _ in range(20):
        tested.take("users.list", Tier.T2)

    assert tested.take("conversations.list", Tier.T2) is None


def test_a_channel_takes_one_message_a_second_after_a_burst() -> None:
    now = Now()
    tested = limits(now)
    burst = [tested.take("chat.postMessage", Tier.POST, "C1") for _ in range(POST_BURST + 1)]
    other = tested.take("chat.postMessage", Tier.POST, "C2")
    steady = []
    for _ in range(10):
        now.seconds += 1
        steady.append(tested.take("chat.postMessage", Tier.POST, "C1"))
    refused = tested.take("chat.postMessage", Tier.POST, "C1")

    assert burst == [None] * POST_BURST + [1]
    assert other is None
    assert steady == [None] * 10
    assert refused == 1


def test_a_quiet_channel_gets_its_burst_back_and_no_more() -> None:
    now = Now()
    tested = limits(now)
    tested.take("chat.postMessage", Tier.POST, "C1")
    now.seconds += 3600

    taken = [tested.take("chat.postMessage", Tier.POST, "C1") for _ in range(POST_BURST + 1)]

    assert taken == [None] * POST_BURST + [1]


def test_a_workspace_takes_several_hundred_messages_a_minute() -> None:
    tested = limits(Now())

    taken = [tested.take("chat.postMessage", Tier.POST, f"C{n}") for n in range(POST_PER_MINUTE + 1)]

    assert taken == [None] * POST_PER_MINUTE + [60]


def test_limits_can_be_switched_off() -> None:
    tested = limits(Now(), enabled=False)

    assert {tested.take("apps.connections.open", Tier.T1) for _ in range(50)} == {None}
