"""The figures of a long run as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.delivery import DeliveryState
from tests.faults.campaign import Figures
from tests.faults.fleet import SCALE
from tests.faults.oracles import REMOVED_WITHIN


@dataclass(frozen=True, slots=True)
class Run:
    """One column: what ran, and what came of it. The control is to double."""

    name: str
    figures: Figures
    control: bool = False

    @property
    def lost(self) -> int:
        """Messages that should stand and do not."""
        return sum("lost" in told or "without a message" in told for told in self.figures.complaints)

    @property
    def doubled(self) -> int:
        """Messages that stand twice at rest."""
        return sum(" times" in told for told in self.figures.complaints)

    @property
    def slowest(self) -> float:
        """Seconds that the longest double stood, at the timings of the run."""
        return max((double.seconds for double in self.figures.doubles), default=0.0)

    @property
    def is_right(self) -> bool:
        """Whether it is as it must be: without a complaint, or for the control with doubles."""
        if self.control:
            return self.doubled > 0
        return not self.figures.complaints and self.slowest <= REMOVED_WITHIN / SCALE


def table(runs: Sequence[Run]) -> str:
    """Markdown: a row for each figure, a column for each run."""
    steps = sorted({step for run in runs for step in run.figures.kills})
    faults = sorted({fault for run in runs for fault in run.figures.faults})
    rows: list[tuple[str, Sequence[object]]] = [
        ("deliveries", [run.figures.deliveries for run in runs]),
        ("of these, prepared before they were due", [run.figures.prepared for run in runs]),
        ("slots passed over", _states(runs, DeliveryState.SKIPPED)),
        ("`kill -9`", [run.figures.kills.total() for run in runs]),
        *((f"of these, {step}", [run.figures.kills[step] for run in runs]) for step in steps),
        ("stops longer than the lease", [run.figures.stops for run in runs]),
        *((f"`{fault}`", [run.figures.faults[fault] for run in runs]) for fault in faults),
        ("notes acknowledged, and there", [run.figures.acknowledged for run in runs]),
        ("refused by Slack, told by the next", _states(runs, DeliveryState.FAILED)),
        ("uncertain", _states(runs, DeliveryState.UNCERTAIN)),
        ("doubles seen", [len(run.figures.doubles) for run in runs]),
        ("of these, the longest stood, s", [f"{run.slowest:.1f}" for run in runs]),
        ("**lost**", [run.lost for run in runs]),
        ("**doubled at rest**", [run.doubled for run in runs]),
        ("other complaints", [_others(run) for run in runs]),
        ("seconds", [f"{run.figures.seconds:.0f}" for run in runs]),
    ]
    head = ["", *(run.name for run in runs)]
    lines = [head, ["---", *("--:" for _ in runs)], *([name, *map(str, cells)] for name, cells in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _states(runs: Sequence[Run], state: DeliveryState) -> list[int]:
    return [_of(run.figures.states, state) for run in runs]


def _of(states: Mapping[str, int], state: DeliveryState) -> int:
    return states.get(state.value, 0)


def _others(run: Run) -> int:
    return len(run.figures.complaints) - run.lost - run.doubled
