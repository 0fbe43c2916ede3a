"""Statements are prepared once in a process: the store of every test would compile all of them anew."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from storage.direct import Direct


def prepared_once(patch: pytest.MonkeyPatch) -> None:
    """Stores of one engine share what they know of statements, which is the same for all of them."""
    begin, shared = Direct.__init__, dict[str, Any]()

    def sharing(self: Direct, engine: Engine) -> None:
        begin(self, engine)
        self._known = shared.setdefault(engine.dialect.name, self._known)

    patch.setattr(Direct, "__init__", sharing)
