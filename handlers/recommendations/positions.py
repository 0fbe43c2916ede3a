"""Listeners of `support`, `reserve`, `object` and `abstain`."""

from __future__ import annotations

from domain.position import Stance
from domain.reference import Reference
from domain.usecases.positions import TakePosition, TextChanged, take_position
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.features import VerbListener
from handlers.desk.request import Request
from handlers.grammar.doubtful_remarks import says_otherwise
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import take_version
from handlers.grammar.subjects import read_subject
from handlers.parts.positions import changed_message, same_message, taken_message


def taker(stance: Stance) -> VerbListener:
    """The listener that takes one stance on a recommendation; what stands behind the reference says why."""

    async def listen(request: Request) -> Answer:
        if not request.utterance.rest:
            return usage(request)
        subject = read_subject(request.utterance.rest)
        if isinstance(subject, Problem):
            return misunderstood(request.t, subject)
        comment, edition = take_version(f" {subject.rest}")
        if edition is None or comment.strip():
            comment, edition = subject.rest, None
        if edition is None and says_otherwise(stance, subject):
            return misunderstood(request.t, Problem(ProblemCode.REMARK_UNCLEAR, comment))
        return await hold(request, subject.reference, stance, comment.strip() or None, edition)

    return listen


async def hold(
    request: Request, reference: Reference, stance: Stance, comment: str | None, edition: int | None = None
) -> Answer:
    """Take the position. Pressed twice, it is taken once: the second time it is held already.

    `edition` is that of the text that the person saw, when it is known. Raises Refusal.
    """
    command = TakePosition(
        origin=request.origin,
        group=request.group.id,
        reference=reference,
        stance=stance,
        comment=comment,
        edition=edition,
    )
    taken = await request.services.store.write(lambda uow: take_position(command, uow, request.now))
    if isinstance(taken, TextChanged):
        return Reply(changed_message(request.t, taken))
    if not taken.changed:
        return Reply(same_message(request.t, taken))
    profile = request.situation.profile
    name = profile.name if profile is not None else taken.position.user
    return Reply(taken_message(request.t, taken, request.situation.member, name), in_channel=True)
