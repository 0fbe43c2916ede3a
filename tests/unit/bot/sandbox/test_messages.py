"""The log of messages, the plan of faults and the stream."""

import pytest

from bot.sandbox.faults import Fault, FaultPlan
from bot.sandbox.messages import Content, Message, MessageLog
from bot.sandbox.stream import MAX_BEHIND, Stream, only


def message(ts: str, thread_ts: str | None = None, *, broadcast: bool = False) -> Message:
    return Message("C1", ts, "U1", Content(text=ts), thread_ts=thread_ts, broadcast=broadcast)


def log(*messages: Message) -> MessageLog:
    filled = MessageLog()
    for each in messages:
        filled.add(each)
    return filled


def test_replies_stand_in_their_thread_and_broadcast_ones_in_both() -> None:
    filled = log(message("1"), message("2", "1"), message("3", "1", broadcast=True), message("4"))

    assert [m.ts for m in filled.timeline("C1")] == ["1", "3", "4"]
    assert [m.ts for m in filled.replies("C1", "1")] == ["2", "3"]
    assert filled.timeline("C2") == []


def test_spans_exclude_their_bounds() -> None:
    filled = log(*(message(str(n)) for n in range(1, 6)))

    assert [m.ts for m in filled.timeline("C1", after="1", before="4")] == ["2", "3"]


@pytest.mark.parametrize(
    ("limit", "found", "more"),
    [(2, ["3", "2"], True), (3, ["3", "2", "1"], False), (9, ["3", "2", "1"], False)],
)
def test_the_newest_come_first_and_say_whether_there_are_more(
    limit: int, found: list[str], *, more: bool
) -> None:
    newest, has_more = log(message("1"), message("2"), message("3")).newest("C1", "~", "", limit)

    assert ([m.ts for m in newest], has_more) == (found, more)


def test_a_removed_message_is_gone_from_channel_and_thread() -> None:
    reply = message("2", "1", broadcast=True)
    filled = log(message("1"), reply)
    filled.remove(reply)

    assert [m.ts for m in filled.timeline("C1")] == ["1"]
    assert filled.replies("C1", "1") == []
    assert filled.get("C1", "2") is None


def test_faults_are_met_in_the_order_planned() -> None:
    plan = FaultPlan()
    plan.add(Fault("a", "error_before", skip=1, times=2))
    plan.add(Fault("a", "delay"))
    plan.add(Fault("*", "empty"))

    met = [plan.take("a") for _ in range(5)]

    assert [fault and fault.effect for fault in met] == [
        None,
        "error_before",
        "error_before",
        "delay",
        "empty",
    ]
    assert plan.take("b") is None
    assert plan.remaining() == []


async def test_events_reach_those_they_are_for() -> None:
    stream = Stream()
    with stream.subscribe("U1") as first, stream.subscribe("U2") as second:
        stream.publish({"type": "a"}, only("U1"))
        stream.publish({"type": "b"})

        assert (first.queue.qsize(), second.queue.qsize()) == (2, 1)
        assert stream.has_readers
    assert not stream.has_readers


async def test_a_reader_far_behind_is_sent_away() -> None:
    stream = Stream()
    with stream.subscribe("U1") as reader:
        for _ in range(MAX_BEHIND + 1):
            stream.publish({"type": "a"}, remember=False)

        last = [reader.queue.get_nowait() for _ in range(reader.queue.qsize())][-1]

    assert last is None


async def test_a_closed_stream_ends_its_readers() -> None:
    stream = Stream()
    with stream.subscribe("U1") as before:
        stream.close()
        with stream.subscribe("U1") as after:
            assert (before.queue.get_nowait(), after.queue.get_nowait()) == (None, None)
