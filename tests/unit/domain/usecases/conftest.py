"""A unit of work with a group in it, and a hand that acts there; stages, one with channels of their theme."""

from __future__ import annotations

import pytest

from domain.channel import Binding
from tests.fakes.scene import CHANNEL, WORKSPACE, Hand, found
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.gathering import ELSEWHERE
from tests.unit.domain.usecases.stage import Stage


@pytest.fixture
def uow() -> FakeUnitOfWork:
    return FakeUnitOfWork()


@pytest.fixture
def hand(uow: FakeUnitOfWork) -> Hand:
    return Hand(uow, found(uow))


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def charging(stage: Stage) -> Stage:
    """The channel is about charging, and another one of the group about everything."""
    channels = stage.uow.workspace(WORKSPACE).channels
    channels.bind(Binding(CHANNEL, 1, "charging"))
    channels.bind(Binding(ELSEWHERE, 1))
    return stage
