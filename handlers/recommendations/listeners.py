"""Listener of `recommend`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from domain.permissions import leads
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
from handlers.desk.calendar import reader_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.desk.shown import shown
from handlers.desk.typed import NOTHING_MORE, Typed, read_typed_part
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.proposals import proposal_end, read_proposal
from handlers.grammar.record_pairs import DUE, PLAN, Kept
from handlers.parts.similar import similar_message
from handlers.parts.understood import kept_words

_NUMBER = re.compile(r"[0-9]{1,18}")


async def listen(request: Request) -> Answer:
    """Propose a recommendation, with the obstacles it is for."""
    typed, answers, problems = read_whole(request)
    if problems:
        return misunderstood(request.t, next(iter(problems.values())))
    if not typed.text:
        return usage(request)
    return await record(request, typed, answers)


def may_plan(request: Request, theme: str | None) -> bool:
    """Whether they may say of what they propose who does it, by when, why and where."""
    member = request.situation.member
    return member is not None and leads(member, theme or request.situation.theme)


def read_whole(request: Request) -> tuple[Typed, tuple[Reference, ...], Mapping[str, Problem]]:
    """The recommendation as far as it is understood, what it answers, and what is wrong, by a pair's key.

    From whoever may not plan the words for a plan stay in the text: what was proposed is not lost for them.
    """
    theme = read_typed_part(request).typed.theme
    plans = may_plan(request, theme)
    reader = reader_of(request)
    part = read_typed_part(request, PLAN if plans else NOTHING_MORE, lambda text: proposal_end(text, reader))
    typed, problems = part.typed, dict(part.problems)
    read = read_proposal(typed.text, reader)
    if read.problem is not None and plans:
        problems.setdefault(DUE, read.problem)
    if read.due_on is None:
        stays = read.unread if typed.said.due_on is None else ""
        kept = (*typed.kept, Kept(key=DUE, typed=stays)) if stays else typed.kept
        return replace(typed, text=read.text, kept=kept), read.answers, problems
    if not plans:
        kept = (*typed.kept, Kept(key=DUE, typed=read.due))
        return replace(typed, text=read.with_due, kept=kept), read.answers, problems
    if typed.said.due_on not in {None, read.due_on}:
        problems.setdefault(DUE, Problem(ProblemCode.DAYS_SEVERAL, request.utterance.rest))
    said = replace(typed.said, due_on=typed.said.due_on or read.due_on)
    return replace(typed, text=read.text, said=said), read.answers, problems


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
    """Propose the same once more, for the same obstacles."""
    return await record(request, typed, item.links, again=True)
