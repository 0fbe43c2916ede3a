"""The whole life of a group runs once: the other way and engine have shorter tests."""

from __future__ import annotations

import pytest

from tests.goldens import Goldens
from tests.integration.life.story import Story
from tests.integration.office import TICK_SECONDS, Office


@pytest.fixture
def tick_seconds() -> float:
    """Minutes, digests, notices, emoji and answers to mentions are posted by the outbox."""
    return TICK_SECONDS


@pytest.fixture
def transport() -> str:
    return "http"


@pytest.fixture
def story(empty_office: Office, goldens: Goldens) -> Story:
    return Story(empty_office, goldens)
