"""The figures of recommendations that digests compare: by group of status, by theme, then and now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.recommendation import StatusGroup
from domain.register import Tally
from domain.standing import by_status_group, mean_progress


@dataclass(frozen=True, slots=True)
class Figures:
    """How many recommendations each group of status has, and the mean progress of those not closed.

    Every group is there. `progress` is in whole percent, None where there is nothing to take a mean of.
    """

    by_group: Mapping[StatusGroup, int]
    progress: int | None

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_group.values())

    def facts(self) -> dict[str, Any]:
        """As JSON, for the facts of a delivery."""
        counts: dict[str, Any] = {group.value: count for group, count in self.by_group.items()}
        return counts | {"progress": self.progress}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The figures now, and those of the digest before (None: there was none about the same themes).

    `new`, `agreed` and `implemented` count what happened to recommendations in the range.
    """

    now: Figures
    before: Figures | None = None
    new: int = 0
    agreed: int = 0
    implemented: int = 0


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """The figures of one theme (a key), or of what has none (None)."""

    theme: str | None
    figures: Figures


def figures(tally: Tally, theme: str | None = None) -> Figures:
    """The figures of a theme, or of everything that is counted."""
    return Figures(by_status_group(tally, theme), mean_progress(tally, theme))


def figures_in(facts: Mapping[str, Any] | None) -> Figures | None:
    """What `Figures.facts` wrote; None for nothing."""
    if facts is None:
        return None
    return Figures({group: int(facts.get(group.value, 0)) for group in StatusGroup}, facts.get("progress"))


def by_theme(tally: Tally, themes: Iterable[str]) -> tuple[ThemeFigures, ...]:
    """The figures of each of the themes that has recommendations, in this order."""
    found = (ThemeFigures(theme, figures(tally, theme)) for theme in themes)
    return tuple(one for one in found if one.figures.total)
