"""Recommendations: proposed answers to obstacles, and their life from proposed to implemented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.change import NewChange
from domain.item import Entry, Item, Place, recorded
from domain.lifecycle import Lifecycle
from domain.quarter import quarter_of
from domain.reference import RecordKind, Reference, Series


class RecommendationStatus(StrEnum):
    """PRODUCT: recommendation status."""

    PROPOSED = "proposed"
    UNDER_REVIEW = "under_review"
    AGREED = "agreed"
    IN_PROGRESS = "in_progress"
    PARTIALLY_IMPLEMENTED = "partially_implemented"
    IMPLEMENTED = "implemented"
    NOT_IMPLEMENTED = "not_implemented"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether work or debate on it goes on."""
        return self in OPEN_STATUSES


_S = RecommendationStatus

OPEN_STATUSES = frozenset({_S.PROPOSED, _S.UNDER_REVIEW, _S.AGREED, _S.IN_PROGRESS, _S.PARTIALLY_IMPLEMENTED})
UNDER_WAY = frozenset({_S.IN_PROGRESS, _S.PARTIALLY_IMPLEMENTED})
PROGRESS_STATUSES = UNDER_WAY | {_S.IMPLEMENTED}
"""Between these an owner moves their recommendation alone."""

_CLOSINGS = frozenset({_S.SUPERSEDED, _S.WITHDRAWN})

LIFECYCLE = Lifecycle(
    forward={
        _S.PROPOSED: _CLOSINGS | {_S.UNDER_REVIEW},
        _S.UNDER_REVIEW: _CLOSINGS | {_S.PROPOSED, _S.AGREED, _S.NOT_IMPLEMENTED},
        _S.AGREED: _CLOSINGS | {_S.IN_PROGRESS, _S.NOT_IMPLEMENTED},
        _S.IN_PROGRESS: _CLOSINGS | {_S.PARTIALLY_IMPLEMENTED, _S.IMPLEMENTED, _S.NOT_IMPLEMENTED},
        _S.PARTIALLY_IMPLEMENTED: _CLOSINGS | {_S.IN_PROGRESS, _S.IMPLEMENTED, _S.NOT_IMPLEMENTED},
    },
    reasons=frozenset({_S.NOT_IMPLEMENTED}),
    successions=frozenset({_S.SUPERSEDED}),
    done=_S.IMPLEMENTED,
)
"""PRODUCT: recommendation status."""


class StatusGroup(StrEnum):
    """The five groups of status that charts show (PRODUCT: digest)."""

    OPEN = "open"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    DONE = "done"
    CLOSED = "closed"

    @classmethod
    def of(cls, status: RecommendationStatus) -> StatusGroup:
        """The group a status counts in."""
        return _GROUPS[status]


_GROUPS = {
    _S.PROPOSED: StatusGroup.OPEN,
    _S.UNDER_REVIEW: StatusGroup.OPEN,
    _S.AGREED: StatusGroup.AGREED,
    _S.IN_PROGRESS: StatusGroup.UNDER_WAY,
    _S.PARTIALLY_IMPLEMENTED: StatusGroup.UNDER_WAY,
    _S.IMPLEMENTED: StatusGroup.DONE,
    _S.NOT_IMPLEMENTED: StatusGroup.CLOSED,
    _S.SUPERSEDED: StatusGroup.CLOSED,
    _S.WITHDRAWN: StatusGroup.CLOSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Item):
    """A recommendation.

    `answers` are numbers of obstacles; `drivers` are keys of the group's drivers. `override` is why a chair
    agreed it although the group's rule did not hold.
    """

    answers: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    priority: bool = False
    override: str | None = None

    @property
    def quarter(self) -> str | None:
        """The quarter it is due in, written `2027-Q1`."""
        return None if self.due_on is None else quarter_of(self.due_on)

    @property
    def about(self) -> tuple[str, ...]:
        """The countries it names."""
        return self.countries

    @property
    def links(self) -> tuple[Reference, ...]:
        """The obstacles it answers."""
        return tuple(Reference(Series.OBSTACLE, number) for number in self.answers)

    def linked(self, links: tuple[Reference, ...]) -> Recommendation:
        """The same recommendation, answering these obstacles."""
        return replace(self, answers=tuple(link.number for link in links))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who is to do it, by which local day, why (keys of drivers), where (ISO 3166 codes)."""

    owner: str | None = None
    due_on: date | None = None
    drivers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    priority: bool = False


NO_PLAN = Plan()


def propose(
    entry: Entry, place: Place, *, answers: tuple[int, ...] = (), plan: Plan = NO_PLAN
) -> tuple[Recommendation, NewChange]:
    """The recommendation, proposed, and the change that tells of it."""
    return recorded(
        Recommendation,
        RecordKind.RECOMMENDATION,
        RecommendationStatus.PROPOSED,
        entry,
        place,
        answers=answers,
        owner=plan.owner,
        due_on=plan.due_on,
        drivers=plan.drivers,
        countries=plan.countries,
        priority=plan.priority,
    )
