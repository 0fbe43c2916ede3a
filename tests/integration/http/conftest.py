"""What is about HTTP itself: signatures, content types, bodies, addresses. Socket Mode has none of them."""

from __future__ import annotations

import pytest


@pytest.fixture
def transport() -> str:
    """Over HTTP alone."""
    return "http"
