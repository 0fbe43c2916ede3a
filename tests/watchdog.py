"""What ends a process of the tests that has come to nothing, and says where it hangs.

A test has 120 s (pytest-timeout); but that raises in the test, once. What swallows it, and what comes after
it (the fixtures of the session, the end of the session), may wait without end, and nobody learns for what.
"""

from __future__ import annotations

import faulthandler
import os
import time
from dataclasses import dataclass

import pytest

SILENCE = 300.0
"""Seconds without a step of the process: more than a test may take, and what it leaves to be put away."""


PART = 100
"""A step is noted unless one was less than this part of the silence ago: each note starts a thread anew."""


@dataclass(slots=True, weakref_slot=True, eq=False)
class Watchdog:
    """A plugin: without a step for `seconds`, the process writes where each of its threads is, and ends."""

    standard_error: int
    """A descriptor of the real one, which no test captures; open as long as the process."""
    seconds: float
    noted: float = float("-inf")
    """When a step was noted last."""

    @classmethod
    def awake(cls, config: pytest.Config, seconds: float = SILENCE) -> Watchdog:
        """To be made while nothing is captured: when pytest is configured.

        A process that hands tests out waits twice as long, to hear of the end of one that hangs.
        """
        watchdog = cls(os.dup(2), seconds if hasattr(config, "workerinput") else 2 * seconds)
        watchdog.step()
        return watchdog

    def step(self) -> None:
        """Another silence may follow; nothing ends the last one but the process itself."""
        now = time.monotonic()
        if now - self.noted < self.seconds / PART:
            return
        self.noted = now
        faulthandler.dump_traceback_later(self.seconds, exit=True, file=self.standard_error)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        self.step()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self) -> None:
        self.step()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self) -> None:
        """The one that the process hears of which hands the tests out."""
        self.step()

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        self.step()
