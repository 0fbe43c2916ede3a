"""What wrk prints, read."""

from __future__ import annotations

import json

import pytest

from tests.bench.wrk import Load, LoadError, read

TOLD = {
    "answers": 6000,
    "seconds": 3.0,
    "p50_ms": 7.5,
    "p99_ms": 21.25,
    "refused": 0,
    "lost": 0,
    "exhausted": 0,
}


def printed(**other: int) -> str:
    """The end of wrk's own lines, and the script's."""
    return "Requests/sec:   2000.00\nTransfer/sec:      1.00MB\n" + json.dumps(TOLD | other) + "\n"


def test_a_load_is_the_last_line() -> None:
    assert read(printed()) == Load(per_second=2000.0, p50_ms=7.5, p99_ms=21.25)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"refused": 3}, "3 answers were not accepted and 0 got lost."),
        ({"lost": 2}, "0 answers were not accepted and 2 got lost."),
        ({"exhausted": 1}, "There were not enough requests for the time."),
        ({"answers": 0}, "Nothing was answered."),
    ],
)
def test_a_load_that_is_not_what_was_to_be_measured_is_refused(other: dict[str, int], why: str) -> None:
    with pytest.raises(LoadError, match=why):
        read(printed(**other))


@pytest.mark.parametrize("output", ["", "unable to connect to 127.0.0.1:1 Connection refused\n"])
def test_a_run_without_figures_tells_what_wrk_said(output: str) -> None:
    with pytest.raises(LoadError, match="wrk did not come to its end"):
        read(output)
