"""What is about sockets themselves: how they end and come back, envelopes. HTTP has none of them."""

from __future__ import annotations

import pytest


@pytest.fixture
def transport() -> str:
    """Over Socket Mode alone."""
    return "sockets"
