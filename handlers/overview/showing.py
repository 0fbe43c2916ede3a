"""One item whole: `show R-2`."""

from __future__ import annotations

from domain.reference import Series
from domain.usecases.reading import show, show_linked
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.grammar.linked import read_linked
from handlers.grammar.problems import Problem
from handlers.grammar.subjects import read_subject
from handlers.meetings.listeners import show_meeting
from handlers.overview.card_views import card_message
from handlers.parts.links import links_message


async def listen(request: Request) -> Answer:
    """The item with its links and history; `R-2 evidence`: what it is linked with of that kind alone."""
    subject = read_subject(request.utterance.rest)
    if isinstance(subject, Problem):
        return usage(request)
    reference, group = subject.reference, request.group
    if reference.series is Series.MEETING and not subject.rest:
        return await show_meeting(request, reference)
    if subject.rest:
        asked = read_linked(subject.rest)
        if isinstance(asked, Problem):
            return misunderstood(request.t, asked)
        item, links = await request.services.store.read(
            lambda uow: show_linked(request.origin, group.id, reference, asked.kind, asked.after, uow)
        )
        return Reply(links_message(request.t, item, links))
    card = await request.services.store.read(lambda uow: show(request.origin, group.id, reference, uow))
    return Reply(card_message(request.t, group, request.situation.zone, card, request.actor))
