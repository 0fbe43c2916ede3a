"""What is missing: `gaps [theme]`. Each heap is a list, and its button says which."""

from __future__ import annotations

from domain.usecases.waiting import gaps
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import choosable
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.themes import read_theme
from handlers.overview.gaps_views import gaps_message


async def listen(request: Request) -> Answer:
    """The gaps of the theme that is named, else of the channel's, else of all."""
    theme = read_theme(request.utterance.rest, request.group.themes)
    if isinstance(theme, Problem):
        return choosable(request, theme)
    key = None if theme.everything else theme.key or request.situation.theme
    found = await request.services.store.read(
        lambda uow: gaps(request.origin, request.group.id, key, request.now, uow)
    )
    return Reply(gaps_message(request.t, request.group, found))
