"""Lines that were typed and could not be taken, kept until their author opens them in a form."""

from __future__ import annotations

from datetime import datetime

from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.usecases.origin import Origin, enter

_LINE = "line"


def keep_line(origin: Origin, group: int, line: str, uow: UnitOfWork, now: datetime) -> int:
    """The number under which the line is kept for its author; the same interaction keeps it once."""
    scene = enter(uow, origin, group)
    user = scene.actor.person.user
    return scene.record.drafts.keep(user, f"line:{origin.key}", {_LINE: line}, now)


def kept_line(origin: Origin, group: int, number: int, uow: UnitOfWork) -> str:
    """The line. Raises Refusal DRAFT_GONE for one that is too old or somebody else's."""
    scene = enter(uow, origin, group)
    draft = scene.record.drafts.get(number)
    line = None if draft is None else draft.content.get(_LINE)
    if draft is None or draft.user != scene.actor.person.user or not isinstance(line, str):
        raise Refusal(RefusalCode.DRAFT_GONE)
    return line
