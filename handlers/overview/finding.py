"""Searching all that is recorded: `find WORDS [filters]`, paged."""

from __future__ import annotations

from domain.usecases.finding import Sought, find
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.searches import Search, read_search
from handlers.overview.finding_views import finding_message
from handlers.overview.listing import filter_of


async def listen(request: Request) -> Answer:
    """A page of what was found, in the whole group whatever the channel's theme."""
    if not request.utterance.rest:
        return usage(request)
    search = read_search(request.utterance, setting_of(request))
    if isinstance(search, Problem):
        return misunderstood(request.t, search)
    sought = sought_of(search, request.interaction.person.user, request.situation.zone)
    finding = await request.services.store.read(
        lambda uow: find(request.origin, request.group.id, sought, uow)
    )
    return Reply(finding_message(request.t, request.group, search, finding))


def sought_of(search: Search, user: str, zone: str) -> Sought:
    """The search in the domain's terms, for the user who asks, in their IANA zone."""
    wanted = search.wanted
    filter_ = filter_of(wanted, user, zone)
    return Sought(query=search.query, filter=filter_, before=wanted.before, reference=search.reference)
