"""Listener of `recommend`."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.recommendation import Recommendation
from domain.reference import RecordKind, Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.proposing import RecordDraft, keep_draft, record_draft, similar_to
from domain.usecases.recording import (
    RecommendationSubmission,
    ahead_of,
    record_recommendation,
)
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.desk.shown import shown
from handlers.desk.typed import Typed, read_typed
from handlers.grammar.problems import Problem
from handlers.grammar.references import split_answers
from handlers.parts.similar import similar_message

_NUMBER = re.compile(r"[0-9]{1,18}")


async def listen(request: Request) -> Answer:
    """Propose a recommendation, with the obstacles it is for."""
    typed = read_typed(request)
    if isinstance(typed, Problem):
        return misunderstood(request.t, typed)
    text, answers = split_answers(typed.text)
    if not text:
        return usage(request)
    return await record(request, replace(typed, text=text), answers)


async def record(
    request: Request, typed: Typed, answers: tuple[Reference, ...], *, again: bool = False
) -> Answer:
    """Store the recommendation and show it; unless much the same is open: then ask first. Raises Refusal."""
    submission = RecommendationSubmission(
        origin=request.origin,
        group=request.group.id,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        source=typed.source,
        answers=answers,
        again=again,
    )
    store, now = request.services.store, request.now
    found = await store.read(lambda uow: similar_to(submission, uow, now))
    if found:
        asked = await store.write(lambda uow: keep_draft(submission, found, uow, now))
        return Reply(similar_message(request.t, asked))
    outcome = await store.write(
        lambda uow: record_recommendation(submission, uow, now),
        ahead_of(submission, RecordKind.RECOMMENDATION, now),
    )
    return shown(request, outcome)


async def anyway(request: Request) -> Answer:
    """Record the draft that the button names, once however often it is pressed. Raises Refusal."""
    word = request.utterance.word
    if not _NUMBER.fullmatch(word):
        raise Refusal(RefusalCode.DRAFT_GONE)
    origin = replace(request.origin, key=f"draft:{word}:{request.interaction.person.user}")
    command = RecordDraft(origin=origin, group=request.group.id, number=int(word))
    outcome = await request.services.store.write(lambda uow: record_draft(command, uow, request.now))
    return shown(request, outcome)


async def repeat(request: Request, typed: Typed, item: Recommendation) -> Answer:
    """Propose the same once more, for the same obstacles."""
    return await record(request, typed, item.links, again=True)
