"""What Slack's own limits allow a load, whoever sends it."""

from __future__ import annotations

import pytest

from tests.bench.earliest import LOADS, Load


@pytest.mark.parametrize(
    ("load", "by_channel", "by_workspace"),
    [
        (LOADS["spread"], 1, 0),
        (LOADS["channel"], 9, 0),
        (LOADS["workspace"], 199, 0),
        (Load(300, 1, 100), 2, 0),
        (Load(301, 1, 100), 3, 60),
        (Load(7, 2, 3), 1, 0),
    ],
)
def test_the_tighter_of_two_limits_says_when_the_last_may_come(
    load: Load, by_channel: float, by_workspace: float
) -> None:
    assert (load.by_channel, load.by_workspace) == (by_channel, by_workspace)
    assert load.earliest == max(by_channel, by_workspace)
