"""Without what watches the tests: coverage doubles the processor time of what it measures."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def unwatched() -> Iterator[None]:
    """Nothing is measured inside.

    A process of pytest-xdist has two measurements, that of pytest-cov's controller and that of its worker,
    and each that stops lets the one below it go on: all of them are stopped.
    """
    stopped = []
    while (measuring := Coverage.current()) is not None:
        measuring.stop()
        stopped.append(measuring)
    try:
        yield
    finally:
        for measuring in reversed(stopped):
            measuring.start()


def processor_seconds(work: Callable[[], object]) -> float:
    """Unwatched, and without the collector's pauses about what other tests left."""
    gc.disable()
    try:
        with unwatched():
            begin = time.process_time()
            work()
            return time.process_time() - begin
    finally:
        gc.enable()
