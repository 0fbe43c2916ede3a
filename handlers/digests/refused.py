"""What is said to somebody who may not do it with a channel's digests: who may, and what they can have."""

from __future__ import annotations

from collections.abc import Awaitable

from domain.permissions import may_record
from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import Answer
from handlers.desk.excuses import told
from handlers.desk.request import Request
from handlers.digests import owning_views
from handlers.digests.scheduling import destination

_FOR_OTHERS = frozenset(
    {RefusalCode.LEAD_ONLY, RefusalCode.OBSERVER_READS_ONLY, RefusalCode.GUEST_READS_ONLY}
)
"""A group's newcomer is offered to join it instead, and of one's own digest everybody decides themselves."""


async def or_whose(request: Request, answering: Awaitable[Answer]) -> Answer:
    """The answer, or whose digests the channel's are. Raises Refusal, where that would not help."""
    try:
        return await answering
    except Refusal as refusal:
        _, reader = destination(request)
        if reader is not None or refusal.code not in _FOR_OTHERS:
            raise
        return told(owning_views.whose_text(request.t, own_command(request)))


def own_command(request: Request) -> str | None:
    """The command for a digest of one's own; None for guests and observers, who have none."""
    return request.command if request.actor is not None and may_record(request.actor) else None
