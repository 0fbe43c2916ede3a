"""Listener of `action`."""

from __future__ import annotations

import re
from datetime import date

from domain.item import Item
from domain.ports import UnitOfWork
from domain.reference import RecordKind
from domain.usecases.reading import names_of
from domain.usecases.recording import ActionSubmission, RecordOutcome, record_action
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import day_ahead
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.desk.shown import shown
from handlers.desk.typed import Typed, read_typed
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.record_pairs import OWNER
from handlers.grammar.verbs import Verb
from handlers.grammar.wanted import ME
from handlers.parts.next_steps import sayable
from handlers.parts.understood import kept_words


async def listen(request: Request) -> Answer:
    """Record an action with its owner and the day it is due."""
    typed = read_typed(request, RecordKind.ACTION)
    if isinstance(typed, Problem):
        return _or_owner(request, typed)
    if not typed.text:
        return usage(request)
    return await record(request, typed, typed.owner, typed.said.due_on)


def _or_owner(request: Request, problem: Problem) -> Reply:
    """What is wrong; where a person may be who does it or a word of the text, a press says which."""
    t, said = request.t, request.utterance
    reply = misunderstood(t, problem)
    person = next((each for each in said.people if each.label == problem.word), None)
    if problem.code is not ProblemCode.OWNER_EITHER or person is None:
        return reply
    mention = list(re.finditer(rf"\s*[(\[]?<@{re.escape(person.id)}(?:\|[^>]*)?>[)\]]?", said.raw))
    if not mention:
        return reply
    verb, (begin, end) = Verb.ACTION.name_in(t.language), mention[-1].span()
    without = f"{said.raw[:begin].rstrip(' ,;:-')}{said.raw[end:]}".strip()
    lines = {
        problem.word: f"{verb} <@{person.id}> {without}",
        t("owner-me"): f"{verb} {OWNER}:{ME} {said.raw}",
    }
    return reply.followed_by(*sayable(lines))


async def record(
    request: Request, typed: Typed, owner: str | None, due_on: date | None, *, again: bool = False
) -> Answer:
    """Store the action and show it. Raises Refusal."""
    submission = ActionSubmission(
        origin=request.origin,
        group=request.group.id,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        versions=typed.versions,
        source=typed.source,
        owner=owner,
        due_on=due_on,
        again=again,
    )
    outcome, names = await request.services.store.write(lambda uow: _named(submission, request, uow))
    return shown(request, outcome, names, *kept_words(request.t, typed.kept))


def _named(
    submission: ActionSubmission, request: Request, uow: UnitOfWork
) -> tuple[RecordOutcome, dict[str, str]]:
    outcome = record_action(submission, uow, request.now)
    owner = outcome.item.owner
    return outcome, names_of(uow.workspace(submission.origin.person.workspace), [owner] if owner else [])


async def repeat(request: Request, typed: Typed, item: Item) -> Answer:
    """Give the same action once more; what was due before today is due as if no day had been said."""
    return await record(request, typed, item.owner, day_ahead(request, item), again=True)
