"""How many statements go to the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from storage.direct import DirectConnection


@dataclass(slots=True)
class Count:
    """The statements so far."""

    asked: int = 0


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Count]:
    """Counts what is sent to the driver inside, one by one and in pipelines."""
    count = Count()
    run, send = DirectConnection._run, DirectConnection._send

    def counted(self: DirectConnection, prepared: Any, every: Any) -> Any:  # noqa: ANN401 - as it is
        count.asked += 1
        return run(self, prepared, every)

    def piped(self: DirectConnection, prepared: Any, parameters: Any) -> Any:  # noqa: ANN401 - as it is
        count.asked += 1
        return send(self, prepared, parameters)

    with monkeypatch.context() as patched:
        patched.setattr(DirectConnection, "_run", counted)
        patched.setattr(DirectConnection, "_send", piped)
        yield count
