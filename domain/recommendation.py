"""Recommendations: proposed answers to obstacles, and their life from proposed to implemented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.change import ChangeKind, NewChange
from domain.item import Entry, Item, Place
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode

PROGRESS_DONE = 100


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

_FORWARD: dict[RecommendationStatus, frozenset[RecommendationStatus]] = {
    _S.PROPOSED: frozenset({_S.UNDER_REVIEW, _S.SUPERSEDED, _S.WITHDRAWN}),
    _S.UNDER_REVIEW: frozenset({_S.PROPOSED, _S.AGREED, _S.NOT_IMPLEMENTED, _S.SUPERSEDED, _S.WITHDRAWN}),
    _S.AGREED: frozenset({_S.IN_PROGRESS, _S.NOT_IMPLEMENTED, _S.SUPERSEDED, _S.WITHDRAWN}),
    _S.IN_PROGRESS: frozenset(
        {_S.PARTIALLY_IMPLEMENTED, _S.IMPLEMENTED, _S.NOT_IMPLEMENTED, _S.SUPERSEDED, _S.WITHDRAWN}
    ),
    _S.PARTIALLY_IMPLEMENTED: frozenset(
        {_S.IN_PROGRESS, _S.IMPLEMENTED, _S.NOT_IMPLEMENTED, _S.SUPERSEDED, _S.WITHDRAWN}
    ),
}
_NEED_REASON = frozenset({_S.NOT_IMPLEMENTED})


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

    `answers` are numbers of obstacles; `drivers` are keys of the group's drivers; `quarter` is written
    `2027-Q1` in the group's zone.
    """

    answers: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    priority: bool = False
    quarter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who is to do it, by which quarter (`2027-Q1`), why (keys of drivers), where (ISO 3166 codes)."""

    owner: str | None = None
    quarter: str | None = None
    drivers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    priority: bool = False


NO_PLAN = Plan()


def propose(
    entry: Entry, place: Place, *, answers: tuple[int, ...] = (), plan: Plan = NO_PLAN
) -> tuple[Recommendation, NewChange]:
    """The recommendation, proposed, and the change that tells of it."""
    recommendation = Recommendation(
        kind=RecordKind.RECOMMENDATION,
        number=place.number,
        theme=entry.theme,
        status=RecommendationStatus.PROPOSED,
        text=entry.text,
        author=entry.author,
        channel=entry.channel,
        recorded_in=place.change,
        recorded_at=entry.at,
        changed_at=entry.at,
        answers=answers,
        owner=plan.owner,
        quarter=plan.quarter,
        drivers=plan.drivers,
        countries=plan.countries,
        priority=plan.priority,
    )
    return recommendation, NewChange(
        kind=ChangeKind.RECORDED,
        subject=recommendation.reference,
        theme=recommendation.theme,
        after=recommendation.status,
    )


def move(
    recommendation: Recommendation,
    to: RecommendationStatus,
    at: datetime,
    *,
    progress: int | None = None,
    reason: str | None = None,
) -> tuple[Recommendation, tuple[NewChange, ...]]:
    """The recommendation in its new status (and progress), with the changes that tell of it.

    Implemented means 100 %; what is there already stays as it is, without a change.
    Raises Refusal MOVE_IMPOSSIBLE, REASON_NEEDED or PROGRESS_OUT_OF_RANGE.
    """
    before = RecommendationStatus(recommendation.status)
    if to is not before and to not in _FORWARD.get(before, frozenset()):
        raise Refusal(
            RefusalCode.MOVE_IMPOSSIBLE, reference=str(recommendation.reference), before=before, after=to
        )
    if to in _NEED_REASON and not reason:
        raise Refusal(RefusalCode.REASON_NEEDED, status=to)
    if progress is not None and not 0 <= progress <= PROGRESS_DONE:
        raise Refusal(RefusalCode.PROGRESS_OUT_OF_RANGE, progress=progress)
    if to is RecommendationStatus.IMPLEMENTED:
        progress = PROGRESS_DONE
    reached = recommendation.progress if progress is None else progress
    if (to, reached) == (before, recommendation.progress):
        return recommendation, ()
    moved = replace(
        recommendation, status=to, progress=reached, changed_at=at, version=recommendation.version + 1
    )
    return moved, _told(recommendation, moved, reason)


def _told(before: Recommendation, after: Recommendation, reason: str | None) -> tuple[NewChange, ...]:
    told: list[NewChange] = []
    if after.status != before.status:
        told.append(_change(ChangeKind.MOVED, after, before.status, after.status, reason))
    if after.progress != before.progress:
        told.append(_change(ChangeKind.PROGRESSED, after, str(before.progress), str(after.progress), reason))
    return tuple(told)


def _change(
    kind: ChangeKind, subject: Recommendation, before: str, after: str, reason: str | None
) -> NewChange:
    return NewChange(
        kind=kind, subject=subject.reference, theme=subject.theme, before=before, after=after, comment=reason
    )
