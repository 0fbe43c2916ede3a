"""Listener of `recommend`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from domain.ports import UnitOfWork
from domain.recommendation import Plan, Recommendation
from domain.reference import RecordKind, Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.proposing import RecordDraft, keep_draft, record_draft, similar_to
from domain.usecases.reading import names_of
from domain.usecases.recording import (
    RecommendationSubmission,
    RecordOutcome,
    ahead_of,
    record_recommendation,
)
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import day_ahead
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.desk.shown import shown
from handlers.desk.typed import Typed, may_plan, read_typed_part
from handlers.parts.similar import similar_message
from handlers.parts.understood import kept_words

_NUMBER = re.compile(r"[0-9]{1,18}")


async def listen(request: Request) -> Answer:
    """Propose a recommendation, with the obstacles it is for."""
    part = read_typed_part(request, RecordKind.RECOMMENDATION)
    if part.problems:
        return misunderstood(request.t, next(iter(part.problems.values())))
    if not part.typed.text:
        return usage(request)
    return await record(request, part.typed, part.answers)


async def record(
    request: Request, typed: Typed, answers: tuple[Reference, ...], *, again: bool = False
) -> Answer:
    """Store the recommendation and show it; unless much the same is open: then ask first. Raises Refusal."""
    said = typed.said
    submission = RecommendationSubmission(
        origin=request.origin,
        group=request.group.id,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        versions=typed.versions,
        source=typed.source,
        answers=answers,
        plan=Plan(
            owner=typed.owner,
            due_on=said.due_on,
            drivers=said.drivers or (),
            countries=said.countries or (),
            priority=bool(said.priority),
        ),
        again=again,
    )
    store, now = request.services.store, request.now
    found = await store.read(lambda uow: similar_to(submission, uow, now))
    if found:
        asked = await store.write(lambda uow: keep_draft(submission, found, uow, now))
        return Reply(similar_message(request.t, asked))
    outcome, names = await store.write(
        lambda uow: _named(record_recommendation(submission, uow, now), request, uow),
        ahead_of(submission, RecordKind.RECOMMENDATION, now),
    )
    planned = not may_plan(request, typed.theme)
    return shown(request, outcome, names, *kept_words(request.t, typed.kept, planned=planned))


def _named(
    outcome: RecordOutcome, request: Request, uow: UnitOfWork
) -> tuple[RecordOutcome, Mapping[str, str]]:
    owner = outcome.item.owner
    return outcome, names_of(uow.workspace(request.origin.person.workspace), [owner]) if owner else {}


async def anyway(request: Request) -> Answer:
    """Record the draft that the button names, once however often it is pressed. Raises Refusal."""
    word = request.utterance.word
    if not _NUMBER.fullmatch(word):
        raise Refusal(RefusalCode.DRAFT_GONE)
    origin = replace(request.origin, key=f"draft:{word}:{request.interaction.person.user}")
    command = RecordDraft(origin=origin, group=request.group.id, number=int(word))
    outcome, names = await request.services.store.write(
        lambda uow: _named(record_draft(command, uow, request.now), request, uow)
    )
    return shown(request, outcome, names)


async def repeat(request: Request, typed: Typed, item: Recommendation) -> Answer:
    """Propose the same once more, for the same obstacles; from whoever may plan, with the same plan."""
    if may_plan(request, typed.theme):
        typed = _planned(typed, item, day_ahead(request, item))
    return await record(request, typed, item.links, again=True)


def _planned(typed: Typed, item: Recommendation, due_on: date | None) -> Typed:
    said = replace(
        typed.said,
        due_on=due_on,
        drivers=item.drivers,
        countries=item.countries,
        priority=item.priority,
    )
    return replace(typed, said=said, owner=item.owner)
