"""Listener of `obstacle`."""

from __future__ import annotations

from domain.obstacle import Obstacle, Severity
from domain.reference import RecordKind
from domain.usecases.recording import ObstacleSubmission, ahead_of, record_obstacle
from handlers.desk.answer import Answer
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.desk.shown import NOBODY, shown
from handlers.desk.typed import Typed, read_typed
from handlers.grammar.problems import Problem
from handlers.parts.understood import kept_words


async def listen(request: Request) -> Answer:
    """Record an obstacle."""
    typed = read_typed(request, RecordKind.OBSTACLE)
    if isinstance(typed, Problem):
        return misunderstood(request.t, typed)
    if not typed.text:
        return usage(request)
    said = typed.said
    return await record(request, typed, severity=said.severity, countries=said.countries or ())


async def record(
    request: Request,
    typed: Typed,
    *,
    severity: Severity | None = None,
    countries: tuple[str, ...] = (),
    again: bool = False,
) -> Answer:
    """Store the obstacle and show it. Raises Refusal."""
    submission = ObstacleSubmission(
        origin=request.origin,
        group=request.group.id,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        versions=typed.versions,
        source=typed.source,
        severity=severity,
        countries=countries,
        again=again,
    )
    outcome = await request.services.store.write(
        lambda uow: record_obstacle(submission, uow, request.now),
        ahead_of(submission, RecordKind.OBSTACLE, request.now),
    )
    return shown(request, outcome, NOBODY, *kept_words(request.t, typed.kept))


async def repeat(request: Request, typed: Typed, item: Obstacle) -> Answer:
    """Record the same words once more, as severe and in the same countries."""
    return await record(request, typed, severity=item.severity, countries=item.countries, again=True)
