"""Where a theme, or the whole group, stands: `status [theme]`."""

from __future__ import annotations

from domain.usecases.reading import status
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import choosable
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.themes import read_theme
from handlers.overview.standing_views import standing_message


async def listen(request: Request) -> Answer:
    """The figures of the theme that is named, else of the channel's, else of all."""
    theme = read_theme(request.utterance.rest, request.group.themes)
    if isinstance(theme, Problem):
        return choosable(request, theme)
    key = None if theme.everything else theme.key or request.situation.theme
    t, group = request.t, request.group
    minute = request.now.replace(second=0, microsecond=0)
    asked = ("status", request.origin.person, request.origin.channel, group.id, key, minute)
    survey = request.services.standings.of
    found = await request.services.store.read(
        lambda uow: status(request.origin, group.id, key, request.now, uow, survey), key=asked
    )
    message = request.services.worded.recall(
        ("status", group.id, key, t.language), (group, found), lambda: standing_message(t, group, found)
    )
    return Reply(message)
