"""The events of the sample as jobs for the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from bot.demo.cast import Cast
from bot.demo.sample import (
    Sample,
    SampleAction,
    SampleDone,
    SampleEvent,
    SampleEvidence,
    SampleMove,
    SampleNote,
    SampleObstacle,
    SamplePosition,
    SampleRecommendation,
)
from domain.action import ActionStatus
from domain.ports import UnitOfWork
from domain.quarter import last_day_of, quarter_of
from domain.recommendation import Plan
from domain.reference import RecordKind, Reference, Series
from domain.usecases.evidence import EvidenceSubmission, record_evidence
from domain.usecases.moving import Move, move
from domain.usecases.positions import TakePosition, take_position
from domain.usecases.recording import (
    ActionSubmission,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    record_action,
    record_note,
    record_obstacle,
    record_recommendation,
)

Job: TypeAlias = Callable[[UnitOfWork], object]

NOON = time(12)
HALF_A_QUARTER = timedelta(days=45)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """What every step of the loading needs. `shift` moves the record's dates."""

    sample: Sample
    cast: Cast
    group: int
    zone: ZoneInfo
    shift: timedelta

    def at(self, day: date) -> datetime:
        """Noon of the shifted day, in the group's zone."""
        return datetime.combine(day + self.shift, NOON, tzinfo=self.zone)

    def quarter(self, written: str) -> date:
        """The last day of the quarter that the middle of the written one is shifted to."""
        return last_day_of(quarter_of(last_day_of(written) - HALF_A_QUARTER + self.shift))

    def channel(self, theme: str) -> str:
        """The name of the channel that is about the theme."""
        return next(channel.name for channel in self.sample.channels if channel.theme == theme)


def event_job(loading: Loading, number: int, event: SampleEvent) -> Job:
    """The event, the `number`-th of the record, as its author's command."""
    use_case, command = _DEEDS[type(event)]
    return partial(use_case, command(loading, number, event), now=loading.at(event.at))


def _note(loading: Loading, number: int, event: SampleNote) -> NoteSubmission:
    return NoteSubmission(
        origin=loading.cast.origin(event.by, loading.channel(event.theme), f"event:{number}"),
        group=loading.group,
        kind=RecordKind(event.do),
        text=event.text,
        language=event.language,
    )


def _obstacle(loading: Loading, number: int, event: SampleObstacle) -> ObstacleSubmission:
    return ObstacleSubmission(
        origin=loading.cast.origin(event.by, loading.channel(event.theme), f"event:{number}"),
        group=loading.group,
        text=event.text,
        language=event.language,
        versions=event.versions,
        severity=event.severity,
        countries=event.countries,
    )


def _recommendation(loading: Loading, number: int, event: SampleRecommendation) -> RecommendationSubmission:
    return RecommendationSubmission(
        origin=loading.cast.origin(event.by, loading.channel(event.theme), f"event:{number}"),
        group=loading.group,
        text=event.text,
        language=event.language,
        versions=event.versions,
        answers=tuple(Reference(Series.OBSTACLE, answered) for answered in event.answers),
        plan=Plan(
            owner=loading.cast.users[event.owner] if event.owner else None,
            due_on=loading.quarter(event.quarter) if event.quarter else None,
            drivers=event.drivers,
            priority=event.priority,
        ),
    )


def _move(loading: Loading, number: int, event: SampleMove) -> Move:
    return Move(
        origin=loading.cast.origin(event.by, None, f"event:{number}"),
        group=loading.group,
        reference=Reference(Series.RECOMMENDATION, event.recommendation),
        to=event.to,
        progress=event.progress,
        reason=event.because,
    )


def _action(loading: Loading, number: int, event: SampleAction) -> ActionSubmission:
    return ActionSubmission(
        origin=loading.cast.origin(event.by, loading.channel(event.theme), f"event:{number}"),
        group=loading.group,
        text=event.text,
        language=event.language,
        versions=event.versions,
        owner=loading.cast.users[event.owner],
        due_on=event.due + loading.shift,
    )


def _done(loading: Loading, number: int, event: SampleDone) -> Move:
    return Move(
        origin=loading.cast.origin(event.by, None, f"event:{number}"),
        group=loading.group,
        reference=Reference(Series.ACTION, event.action),
        to=ActionStatus.DONE,
    )


def _evidence(loading: Loading, number: int, event: SampleEvidence) -> EvidenceSubmission:
    supports = [Reference(Series.OBSTACLE, supported) for supported in event.obstacles]
    supports += [Reference(Series.RECOMMENDATION, supported) for supported in event.recommendations]
    return EvidenceSubmission(
        origin=loading.cast.origin(event.by, loading.channel(event.theme), f"event:{number}"),
        group=loading.group,
        text=event.text,
        language=event.language,
        address=event.address,
        sort=event.sort,
        supports=tuple(supports),
    )


def _position(loading: Loading, number: int, event: SamplePosition) -> TakePosition:
    return TakePosition(
        origin=loading.cast.origin(event.by, None, f"event:{number}"),
        group=loading.group,
        reference=Reference(Series.RECOMMENDATION, event.recommendation),
        stance=event.stance,
        comment=event.comment,
    )


_DEEDS: Mapping[type[SampleEvent], tuple[Callable[..., object], Callable[[Loading, int, Any], object]]] = (
    MappingProxyType(
        {
            SampleNote: (record_note, _note),
            SampleObstacle: (record_obstacle, _obstacle),
            SampleRecommendation: (record_recommendation, _recommendation),
            SampleMove: (move, _move),
            SampleAction: (record_action, _action),
            SampleDone: (move, _done),
            SampleEvidence: (record_evidence, _evidence),
            SamplePosition: (take_position, _position),
        }
    )
)
"""For each kind of event the use case, and what makes its command."""
