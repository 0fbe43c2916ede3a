"""Listener of `recommend`."""

from __future__ import annotations

from dataclasses import replace

from domain.recommendation import Recommendation
from domain.reference import Reference, Series
from domain.usecases.recording import RecommendationSubmission, record_recommendation
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.pressed import is_news
from handlers.desk.request import Request
from handlers.desk.typed import Typed, read_typed
from handlers.grammar.problems import Problem
from handlers.grammar.references import split_answers
from handlers.parts.recorded import record_message


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
    """Store the recommendation and show it. Raises Refusal."""
    submission = RecommendationSubmission(
        origin=request.origin,
        group=request.group.id,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        answers=answers,
        again=again,
    )
    outcome = await request.services.store.write(
        lambda uow: record_recommendation(submission, uow, request.now)
    )
    further = []
    if isinstance(outcome.item, Recommendation) and outcome.item.answers:
        named = [str(Reference(Series.OBSTACLE, number)) for number in outcome.item.answers]
        further.append(request.t("answers-obstacles", references=request.t.list(named)))
    message = record_message(request.t, request.group, outcome, further)
    return Reply(message, in_channel=is_news(request, outcome))
