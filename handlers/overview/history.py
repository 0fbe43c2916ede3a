"""The audit: `history [REF]`, `history theme:talent`, `history all`."""

from __future__ import annotations

from domain.usecases.auditing import AuditQuery, audit
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood
from handlers.desk.request import Request
from handlers.grammar.audits import AuditWanted, read_audit
from handlers.grammar.problems import Problem
from handlers.overview.history_views import audit_message


async def listen(request: Request) -> Answer:
    """A page of a history; without an item or a theme, of the channel's theme, else of the group."""
    wanted = read_audit(request.utterance.rest, request.group.themes)
    if isinstance(wanted, Problem):
        return misunderstood(request.t, wanted)
    asked = _asked(request, wanted)
    found = await request.services.store.read(lambda uow: audit(request.origin, request.group.id, asked, uow))
    return Reply(audit_message(request.t, request.group, request.situation.zone, found))


def _asked(request: Request, wanted: AuditWanted) -> AuditQuery:
    if wanted.reference is not None:
        return AuditQuery(reference=wanted.reference, before=wanted.before)
    theme = None if wanted.everywhere else wanted.theme or request.situation.theme
    return AuditQuery(theme=theme, before=wanted.before)
