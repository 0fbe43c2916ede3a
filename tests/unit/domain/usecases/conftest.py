"""A unit of work with a group in it, and a hand that acts there."""

from __future__ import annotations

import pytest

from tests.fakes.scene import Hand, found
from tests.fakes.store import FakeUnitOfWork


@pytest.fixture
def uow() -> FakeUnitOfWork:
    return FakeUnitOfWork()


@pytest.fixture
def hand(uow: FakeUnitOfWork) -> Hand:
    return Hand(uow, found(uow))
