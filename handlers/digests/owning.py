"""One's own part of a digest that was posted."""

from __future__ import annotations

from domain.usecases.own_digests import own_digest
from handlers.desk.answer import Answer, Reply
from handlers.desk.request import Request
from handlers.digests import owning_views


async def own(request: Request, key: str) -> Answer:
    """What of the digest with that key concerns whoever asks; only they see it. Raises Refusal."""
    group, t = request.group, request.t
    digest = await request.services.store.read(
        lambda uow: own_digest(request.origin, group.id, key, t.language, uow)
    )
    zone = request.situation.zone
    return Reply(owning_views.own_part(request.services.words, t, group, zone, digest))
