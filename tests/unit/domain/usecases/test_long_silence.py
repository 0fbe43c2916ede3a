"""A digest after a year of silence."""

from __future__ import annotations

import tracemalloc
from datetime import timedelta

from domain.usecases.composed import digest_told
from domain.usecases.deliveries import materialise
from domain.usecases.digests import CHUNK
from tests.fakes.scene import FOUNDED_AT
from tests.unit.domain.usecases.outbox import deliveries
from tests.unit.domain.usecases.stage import Stage

CHANGES = 10_000
MEMORY_MAX = 20_000_000
"""Bytes that composing takes beside the record: 2,000 for each change."""


def test_ten_thousand_changes_are_told_in_bounded_memory(stage: Stage) -> None:
    stage.hand.subscribe(FOUNDED_AT)
    for _ in range(CHANGES):
        stage.hand.change(FOUNDED_AT)
    materialise(stage.uow, FOUNDED_AT + timedelta(days=365), 10)
    tracemalloc.start()
    told = digest_told(deliveries(stage.uow)[-1], stage.uow).digest
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told.changes == CHANGES > CHUNK
    assert peak < MEMORY_MAX
