"""The ways that a test of the office is run: on which engine, over which transport."""

from __future__ import annotations

import pytest

from tests.conftest import ENGINES

on_both_engines = pytest.mark.parametrize("office_url", ENGINES, indirect=True)
over_sockets = pytest.mark.parametrize("transport", ["sockets"], indirect=True)
"""For events, which come the same way over HTTP, as the tests of both ways show."""
