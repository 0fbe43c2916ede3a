"""Threads that run jobs."""

from __future__ import annotations

import asyncio
import threading
from functools import partial

import pytest

from domain.ports import StoreUnavailable
from storage.workers import Workers


async def test_a_job_runs_in_a_thread_and_its_outcome_comes_back() -> None:
    workers = Workers(2, "worker")
    assert (await workers.submit(lambda: threading.current_thread().name)).startswith("worker-")
    workers.close()


def stop() -> None:
    raise StopIteration


def refuse() -> None:
    raise LookupError("no")


async def test_what_a_job_raises_comes_back_and_the_thread_goes_on() -> None:
    workers = Workers(1, "worker")
    with pytest.raises(LookupError, match="no"):
        await workers.submit(refuse)
    with pytest.raises(RuntimeError, match="StopIteration"):
        await workers.submit(stop)
    assert await workers.submit(lambda: 7) == 7
    workers.close()


async def test_a_job_nobody_waits_for_any_more_is_not_begun() -> None:
    workers = Workers(1, "worker")
    held, ran = threading.Event(), []
    first = workers.submit(held.wait)
    abandoned = workers.submit(lambda: ran.append("abandoned"))
    last = workers.submit(lambda: ran.append("last"))
    abandoned.cancel()
    held.set()
    await asyncio.gather(first, last)
    workers.close()
    assert ran == ["last"]


async def test_closing_runs_what_was_accepted_and_takes_nothing_more() -> None:
    workers = Workers(2, "worker")
    accepted = [workers.submit(partial(int, number)) for number in range(20)]
    await asyncio.to_thread(workers.close)
    await asyncio.to_thread(workers.close)
    assert await asyncio.gather(*accepted) == list(range(20))
    with pytest.raises(StoreUnavailable):
        workers.submit(lambda: 0)
