"""A process of the tests that hangs where no test's own time helps is ended, and says where it hung."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HANGING = """
import threading
from collections.abc import Iterator
import pytest
from tests.watchdog import Watchdog

def pytest_configure(config):
    hands_out = config.getoption("numprocesses") and not hasattr(config, "workerinput")
    config.pluginmanager.register(Watchdog.awake(config, 20 if hands_out else 0.5))

@pytest.fixture(scope="session")
def endless():
    yield
    for _ in range(2):  # whoever is woken once, waits again
        try:
            threading.Event().wait(60)
        except BaseException:
            pass
"""


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(HANGING)
    (folder / "test_it.py").write_text("def test_it(endless):\n    pass\n")
    (folder / "pytest.ini").write_text("[pytest]\n")
    return subprocess.run(  # noqa: S603 - this interpreter, and tests written above
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--timeout=0.2", *options, folder],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def test_what_hangs_after_the_last_test_ends_and_is_named(tmp_path: Path) -> None:
    ended = run(tmp_path)

    assert ended.returncode == 1
    assert "in endless" in ended.stderr


def test_a_process_that_hands_tests_out_learns_of_it(tmp_path: Path) -> None:
    ended = run(tmp_path, "-n", "1", "--maxfail=1")

    assert ended.returncode != 0
    assert "in endless" in ended.stderr
    assert "crashed while running 'test_it.py::test_it'" in ended.stdout
