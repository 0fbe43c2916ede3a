"""Answers kept in memory, and snapshots that are asked for together."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from storage.answers import KEPT, LASTING_SECONDS, Answers
from storage.postgresql.snapshots import Snapshots
from tests.fakes.time import ManualClock


class Question:
    """Gives 1, 2, 3 …; while `closed`, the answer is on its way."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.open = asyncio.Event()
        self.open.set()

    async def ask(self) -> int:
        number = next(self._numbers)
        await self.open.wait()
        return number


async def test_an_answer_serves_for_a_second() -> None:
    clock, question = ManualClock(), Question()
    answers = Answers(clock.monotonic)
    assert await answers.recall("key", question.ask) == 1
    clock.advance(LASTING_SECONDS * 0.9)
    assert await answers.recall("key", question.ask) == 1
    clock.advance(LASTING_SECONDS * 0.1)
    assert await answers.recall("key", question.ask) == 2


async def test_another_key_is_another_question() -> None:
    question = Question()
    answers = Answers(ManualClock().monotonic)
    assert [await answers.recall(key, question.ask) for key in ("a", "b", "a")] == [1, 2, 1]


async def test_what_is_forgotten_while_it_is_asked_is_not_kept() -> None:
    question = Question()
    answers = Answers(ManualClock().monotonic)
    question.open.clear()
    asking = asyncio.create_task(answers.recall("key", question.ask))
    await asyncio.sleep(0)
    answers.forget()
    question.open.set()
    assert await asking == 1
    assert await answers.recall("key", question.ask) == 2


async def test_no_more_is_kept_than_there_is_room_for() -> None:
    question = Question()
    answers = Answers(ManualClock().monotonic)
    for key in range(KEPT + 1):
        await answers.recall(key, question.ask)
    assert await answers.recall(KEPT, question.ask) == KEPT + 1
    assert await answers.recall(0, question.ask) == KEPT + 2


async def test_those_who_ask_while_a_snapshot_is_on_its_way_share_the_next_one() -> None:
    question = Question()

    async def ask() -> str:
        return str(await question.ask())

    snapshots = Snapshots(ask)
    question.open.clear()
    first = asyncio.create_task(snapshots.now())
    await asyncio.sleep(0.01)
    later = [asyncio.create_task(snapshots.now()) for _ in range(3)]
    await asyncio.sleep(0.01)
    question.open.set()
    assert [await first, *await asyncio.gather(*later)] == ["1", "2", "2", "2"]
    assert await snapshots.now() == "3"


async def test_a_snapshot_that_fails_fails_those_who_asked_for_it_alone() -> None:
    told: list[ConnectionError | str] = [ConnectionError("gone"), "2"]
    answers = iter(told)

    async def ask() -> str:
        await asyncio.sleep(0.01)
        answer = next(answers)
        if isinstance(answer, ConnectionError):
            raise answer
        return answer

    snapshots = Snapshots(ask)
    first = asyncio.create_task(snapshots.now())
    await asyncio.sleep(0.001)
    second = asyncio.create_task(snapshots.now())
    with pytest.raises(ConnectionError):
        await first
    assert await second == "2"
