"""The catalogues of the package, read once by each process of the tests, not at every start of the bot."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable

import pytest

from handlers.words.words import Words


def read_once(patch: pytest.MonkeyPatch) -> None:
    """From now on: the words hold no state, and reading them is most of what starting the bot takes."""
    read = Words.load
    shared = cache(read)

    def load(folder: Traversable | None = None) -> Words:
        return shared() if folder is None else read(folder)

    patch.setattr(Words, "load", load)
