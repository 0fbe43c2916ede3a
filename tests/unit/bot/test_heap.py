"""A process that has started does not look again through what it was built from."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from bot.heap import YOUNG_MAX, settle


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


class Ring:
    """Something that only the collector finds."""

    def __init__(self, gone: list[str]) -> None:
        self.itself = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append("gone")


def test_what_a_process_was_built_from_is_not_looked_through_again() -> None:
    before = len(gc.get_objects())

    settle()

    assert gc.get_freeze_count() > 0
    assert len(gc.get_objects()) < before
    assert gc.get_threshold()[0] == YOUNG_MAX


def test_what_is_made_afterwards_is_collected_as_ever() -> None:
    settle()
    gone: list[str] = []
    Ring(gone)

    gc.collect()

    assert gone == ["gone"]


def test_what_is_garbage_already_is_not_kept() -> None:
    gone: list[str] = []
    Ring(gone)

    settle()

    assert gone == ["gone"]
