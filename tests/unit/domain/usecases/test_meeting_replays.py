"""Each step of a meeting, taken twice by the same interaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.usecases.attending import Attended
from domain.usecases.convening import Convened
from tests.fakes.scene import LEAD
from tests.unit.domain.usecases.gathering import attended, ended, scheduled, started
from tests.unit.domain.usecases.stage import Stage


def test_a_replay_of_each_step_gets_the_first_answer(charging: Stage) -> None:
    steps: list[Callable[[], Convened | Attended]] = [
        lambda: scheduled(charging, key="one"),
        lambda: started(charging, key="two"),
        lambda: attended(charging, LEAD, key="three"),
        lambda: ended(charging, key="four"),
    ]
    for step in steps:
        first = step()
        again = charging.writes_nothing(step)
        if isinstance(first, Attended):
            assert again == replace(first, repeated=True)
        else:
            assert again == replace(first, repeated=True, changes=())
