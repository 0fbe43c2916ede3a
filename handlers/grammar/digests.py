"""What can be asked of digests: to schedule one, to make one different, to do something with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from domain.language import Language
from domain.recurrence import LAST, MonthlyOnDay, MonthlyOnWeekday, Recurrence, Weekly
from domain.schedule import Schedule
from handlers.grammar.coverages import NOTHING_SAID as EVERYTHING_UNSAID
from handlers.grammar.coverages import Covered
from handlers.grammar.recurrences import Monthly


class DigestAction(StrEnum):
    """What can be done with digests besides scheduling one."""

    LIST = "list"
    PREVIEW = "preview"
    NOW = "now"
    EDIT = "edit"
    SKIP = "skip"
    UNSKIP = "unskip"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    MUTE = "mute"
    LOG = "log"
    """What became of the latest: read by `handlers.grammar.deliveries` where it is written in full."""
    OWN = "own"
    """What concerns whoever asks of one that was posted: said by its button alone."""


@dataclass(frozen=True, slots=True)
class DigestOrder:
    """An action, on digest D-`number` when one was named; on its local date, or the delivery with a key."""

    action: DigestAction
    number: int | None = None
    on: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSaid:
    """What was said of a digest; None and empty where nothing was.

    `every` counts weeks, `monthly` is said instead of days of the week.
    """

    days: frozenset[int] = frozenset()
    every: int | None = None
    monthly: Monthly | None = None
    at: time | None = None
    zone: str | None = None
    covered: Covered = EVERYTHING_UNSAID
    languages: tuple[Language, ...] = ()
    skip_quiet: bool | None = None

    def recurrence(self, before: Recurrence | None = None) -> Recurrence | None:
        """The one that is asked for, where `before` it was another; None when there are no days to it."""
        if self.monthly is not None:
            return self.monthly
        weekly = before if isinstance(before, Weekly) else None
        days = self.days or (frozenset() if weekly is None else weekly.weekdays)
        if not days:
            return None if self.every is not None or before is None else before
        every = self.every or (1 if weekly is None else weekly.every)
        if weekly is not None and (weekly.weekdays, weekly.every) == (days, every):
            return weekly
        if before is not None and not self.days and self.every is None:
            return before
        return Weekly(days, every)


NOTHING_SAID = DigestSaid()


@dataclass(frozen=True, slots=True)
class DigestEdit:
    """What is to be different in digest D-`number`; with nothing said its form is to be opened."""

    number: int | None
    said: DigestSaid


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestWanted:
    """A digest to schedule; `languages` is empty when nothing was said."""

    schedule: Schedule
    covered: Covered = EVERYTHING_UNSAID
    languages: tuple[Language, ...] = ()
    skip_quiet: bool = False

    def line(self) -> str:
        """The line that asks for the same, in the grammar's own words."""
        days = recurrence_line(self.schedule.recurrence)
        parts = ["digest", days, f"{self.schedule.at:%H:%M}", f"zone:{self.schedule.zone}"]
        parts += self.covered.words()
        parts += ["lang:" + ",".join(self.languages)] if self.languages else []
        parts += ["skip-quiet"] if self.skip_quiet else []
        return " ".join(parts)


def recurrence_line(recurrence: Recurrence) -> str:
    """The words that ask for it."""
    match recurrence:
        case Weekly():
            days = ",".join(_SHORT_DAYS[day] for day in sorted(recurrence.weekdays))
            return days if recurrence.every == 1 else f"every {recurrence.every} weeks {days}"
        case MonthlyOnDay():
            return "monthly last day" if recurrence.day == LAST else f"monthly {recurrence.day}"
        case MonthlyOnWeekday():
            return f"monthly {_NTH[recurrence.nth]} {_SHORT_DAYS[recurrence.weekday]}"


def month_line(day: int, at: time, language: Language) -> str:
    """The words of the language that ask for a digest of that day of the month, or of the LAST."""
    if language is Language.SPANISH:
        return f"{'fin de mes' if day == LAST else f'mensual {day}'} {at.hour}:{at:%M}"
    return f"{recurrence_line(MonthlyOnDay(day))} {at:%H:%M}"


_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
_SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
