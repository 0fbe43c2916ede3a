"""Which half of the day an hour is of, asked where neither the words nor the meeting's own time tell."""

from __future__ import annotations

from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import Reply
from handlers.desk.excuses import choosable
from handlers.desk.request import Request
from handlers.grammar.times import EitherHour, hour_problem


def which_half(request: Request, refusal: Refusal, either: EitherHour | None) -> Reply:
    """The question, with a button for each of the two hours. Raises the refusal of anything else."""
    if refusal.code is not RefusalCode.MEETING_HOUR_EITHER or either is None:
        raise refusal
    return choosable(request, hour_problem(either))
