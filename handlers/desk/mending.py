"""What was typed and could not be taken: the way to its form, in which it stands already."""

from __future__ import annotations

import re

from domain.refusal import Refusal, RefusalCode
from domain.usecases.drafting import keep_line, kept_line
from handlers.desk.answer import Reply
from handlers.desk.request import Request
from handlers.parts.blocks import actions
from handlers.parts.next_steps import fill, fits

KEPT = "draft:"
"""Stands before the number of a line that is kept; no verb is named so."""

_KEPT = re.compile(rf"{KEPT}([0-9]{{1,18}})")

_NO_MATTER_WHAT = frozenset(
    {
        RefusalCode.ADMIN_ONLY,
        RefusalCode.CHAIR_ONLY,
        RefusalCode.CHANNEL_MOVED,
        RefusalCode.CHANNEL_NEEDS_GROUP,
        RefusalCode.GUEST_READS_ONLY,
        RefusalCode.LEAD_ONLY,
        RefusalCode.MEMBERS_ONLY,
        RefusalCode.OBSERVER_READS_ONLY,
        RefusalCode.PERSON_UNKNOWN,
        RefusalCode.QUESTION_ANSWERED,
    }
)
"""Refusals that other words would not mend."""


async def line_of(request: Request) -> str:
    """The line that a button of `mendable` says. Raises Refusal DRAFT_GONE."""
    kept = _KEPT.fullmatch(request.utterance.word)
    if kept is None or request.utterance.rest:
        return request.utterance.line
    group, number = request.group.id, int(kept[1])
    return await request.services.store.read(lambda uow: kept_line(request.origin, group, number, uow))


def is_mended_by_words(request: Request, refusal: Refusal) -> bool:
    """Whether the same person might say it better in the form."""
    return request.may_record and refusal.code not in _NO_MATTER_WHAT


async def mendable(request: Request, reply: Reply) -> Reply:
    """The reply with the button that opens the form with what was typed; a long line is kept for it."""
    line = await carried(request, request.utterance.line)
    label = request.t("button-form" if request.utterance.rest else "button-open-form")
    return reply.followed_by(actions(fill(label, line)))


async def carried(request: Request, line: str) -> str:
    """What a button carries for the line: itself, or the number of a line that is kept."""
    if fits(line):
        return line
    group, now = request.group.id, request.now
    number = await request.services.store.write(lambda uow: keep_line(request.origin, group, line, uow, now))
    return f"{KEPT}{number}"
