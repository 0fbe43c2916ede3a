"""References such as R-2: how people name what is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Series(StrEnum):
    """The letter before the number; each group counts every series from 1, without gaps."""

    NOTE = "N"
    OBSTACLE = "O"
    RECOMMENDATION = "R"
    ACTION = "A"
    MEETING = "M"
    EVIDENCE = "E"


class RecordKind(StrEnum):
    """What can be recorded. Notes, decisions and opportunities share the series N."""

    NOTE = "note"
    DECISION = "decision"
    OPPORTUNITY = "opportunity"
    OBSTACLE = "obstacle"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    MEETING = "meeting"
    EVIDENCE = "evidence"

    @property
    def series(self) -> Series:
        """The series that numbers records of this kind."""
        return _SERIES.get(self, Series.NOTE)


_SERIES = {
    RecordKind.OBSTACLE: Series.OBSTACLE,
    RecordKind.RECOMMENDATION: Series.RECOMMENDATION,
    RecordKind.ACTION: Series.ACTION,
    RecordKind.MEETING: Series.MEETING,
    RecordKind.EVIDENCE: Series.EVIDENCE,
}


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One recorded item of a group, written `R-2`."""

    series: Series
    number: int

    def __str__(self) -> str:
        return f"{self.series.value}-{self.number}"

    @classmethod
    def parse(cls, written: str) -> Reference:
        """The reference in its canonical form, as `str` writes it. Raises ValueError."""
        letter, _, number = written.partition("-")
        return cls(Series(letter), int(number))
