"""Coverage is stopped where it says nothing new, and goes on afterwards."""

from __future__ import annotations

import sys

import pytest
from coverage import Coverage
from coverage.tracer import CTracer

from tests.unwatched import processor_seconds, unwatched


def is_watched() -> bool:
    return Coverage.current() is not None or isinstance(sys.gettrace(), CTracer)


def test_nothing_watches_what_is_unwatched_and_all_goes_on_after_it() -> None:
    before = Coverage.current(), type(sys.gettrace())

    with unwatched():
        assert not is_watched()

    assert (Coverage.current(), type(sys.gettrace())) == before


def test_all_goes_on_after_work_that_fails() -> None:
    before = Coverage.current(), type(sys.gettrace())

    with pytest.raises(ZeroDivisionError):
        processor_seconds(lambda: 1 // 0)

    assert (Coverage.current(), type(sys.gettrace())) == before


def test_seconds_are_those_of_work_that_nothing_watches() -> None:
    seen: list[bool] = []

    assert processor_seconds(lambda: seen.append(is_watched())) >= 0
    assert seen == [False]


@pytest.mark.parametrize("transport", ["sockets"])
def test_a_line_that_runs_a_second_time_is_not_measured(transport: str) -> None:
    assert transport
    assert not is_watched()
