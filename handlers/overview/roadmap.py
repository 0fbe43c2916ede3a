"""The plan by quarter and theme: `roadmap [theme]`."""

from __future__ import annotations

from domain.usecases.roadmap import plan
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import choosable
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.roadmaps import read_roadmap
from handlers.overview.roadmap_views import roadmap_message


async def listen(request: Request) -> Answer:
    """The roadmap of the theme that is named, else of the channel's, else of all."""
    wanted = read_roadmap(request.utterance.rest, request.group.themes)
    if isinstance(wanted, Problem):
        return choosable(request, wanted)
    key = None if wanted.theme.everything else wanted.theme.key or request.situation.theme
    found = await request.services.store.read(
        lambda uow: plan(request.origin, request.group.id, key, request.now, uow)
    )
    return Reply(
        roadmap_message(request.t, request.group, found, after=wanted.after, document=wanted.document)
    )
