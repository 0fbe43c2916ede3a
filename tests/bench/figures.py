"""What was measured, and what follows: medians of rounds, and ratios to the limit of the same round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.typed import Verb
from tests.bench.wrk import Load

WANTED = {Verb.NOTE: 0.40, Verb.STATUS: 0.50}
"""Of the limit's requests a second: what the bot is to reach. Of a mixed load nothing is wanted."""


@dataclass(frozen=True, slots=True)
class Round:
    """Loads one right after the other, so that whatever else the machine did met all of them."""

    limit: Load
    verbs: dict[Verb, Load]

    def ratio(self, verb: Verb) -> float:
        """The verb's requests a second as a part of the limit's."""
        return self.verbs[verb].per_second / self.limit.per_second


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `verb` None: the limit, which has no ratio."""

    engine: str
    groups: int
    verb: Verb | None
    load: Load
    ratio: float | None = None

    @property
    def is_enough(self) -> bool:
        """Whether it is as fast as wanted."""
        wanted = WANTED.get(self.verb) if self.verb is not None else None
        return wanted is None or self.ratio is None or self.ratio >= wanted


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from a cold start of the process until it can serve, by the state of its database."""

    engine: str
    database: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident memory of the process in MiB, once it can serve and after all load."""

    engine: str
    after_start: float
    after_load: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the bench found out."""

    rows: tuple[Row, ...]
    starts: tuple[Start, ...]
    memory: tuple[Memory, ...]


def rows_of(engine: str, groups: int, rounds: Sequence[Round]) -> list[Row]:
    """The limit and each verb: medians of their rounds, and the median of the ratios of each round."""
    rows = [Row(engine, groups, None, _middle([each.limit for each in rounds]))]
    for verb in Verb:
        load = _middle([each.verbs[verb] for each in rounds])
        rows.append(Row(engine, groups, verb, load, median(each.ratio(verb) for each in rounds)))
    return rows


def _middle(loads: Sequence[Load]) -> Load:
    return Load(
        per_second=median(load.per_second for load in loads),
        p50_ms=median(load.p50_ms for load in loads),
        p99_ms=median(load.p99_ms for load in loads),
    )
