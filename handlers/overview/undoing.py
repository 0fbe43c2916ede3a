"""Taking back one's own last write: `undo [REF]`."""

from __future__ import annotations

from domain.usecases.undoing import TakenBack, Undo, undo
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood
from handlers.desk.pressed import once, pressed_again
from handlers.desk.request import Request
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference, take_version
from handlers.parts.undone import undone_message


async def listen(request: Request) -> Answer:
    """Take back the last write, to the item that is named if one is; buttons say its version too."""
    named, version = take_version(request.utterance.rest)
    reference = find_reference(named)
    if named and reference is None:
        return misunderstood(request.t, Problem(ProblemCode.REFERENCE_UNKNOWN, named))
    pressed = once(request, f"undo:{request.group.id}:{reference}:{version}")
    command = Undo(origin=pressed.origin, group=request.group.id, reference=reference, version=version)
    taken = await request.services.store.write(lambda uow: undo(command, uow, request.now))
    message = undone_message(request.t, request.group, taken)
    return Reply(message, in_channel=_concerns_everybody(pressed, taken))


def _concerns_everybody(request: Request, taken: TakenBack) -> bool:
    """What was said in another place, between two people even, is not repeated before this channel."""
    is_from_here = taken.item.channel == request.situation.channel
    return is_from_here and not pressed_again(request, repeated=taken.repeated)
