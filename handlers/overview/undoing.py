"""Taking back one's own last write: `undo [REF]`."""

from __future__ import annotations

from collections.abc import Mapping

from domain.change import ChangeKind
from domain.ports import UnitOfWork
from domain.refusal import Refusal
from domain.usecases.reading import names_of
from domain.usecases.undoing import TakenBack, Undo, undo
from handlers.desk.announcing import tell_where_recorded
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood
from handlers.desk.pressed import once, pressed_again
from handlers.desk.request import Request
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference, take_version
from handlers.meetings.moved_views import taken_back
from handlers.parts.bilingual import of_group
from handlers.parts.naming import scope_name
from handlers.parts.undone import undone_message


async def listen(request: Request) -> Answer:
    """Take back the last write, to the item that is named if one is; buttons say its version too."""
    named, version = take_version(request.utterance.rest)
    reference = find_reference(named)
    if named and reference is None:
        return misunderstood(request.t, Problem(ProblemCode.REFERENCE_UNKNOWN, named))
    pressed = once(request, f"undo:{request.group.id}:{reference}:{version}")
    command = Undo(origin=pressed.origin, group=request.group.id, reference=reference, version=version)
    try:
        taken, names = await request.services.store.write(lambda uow: _undone(command, pressed, uow))
    except Refusal as refusal:
        raise _worded(request, refusal) from None
    ts = of_group(request.services.words, request.t, request.group)
    message = taken_back(ts, taken) or undone_message(request.t, request.group, taken, names)
    return Reply(message, in_channel=_concerns_everybody(pressed, taken))


def _undone(command: Undo, request: Request, uow: UnitOfWork) -> tuple[TakenBack, Mapping[str, str]]:
    """What was taken back, told where it was recorded too; and the display names of those it is about."""
    taken = undo(command, uow, request.now)
    workspace = uow.workspace(command.origin.person.workspace)
    if not taken.repeated:
        tell_where_recorded(request, taken.item, taken.told, uow)
    owners = {change.after for change in taken.told if change.kind is ChangeKind.ASSIGNED}
    people = {change.person for change in taken.told} | owners
    return taken, names_of(workspace, filter(None, people))


def _worded(request: Request, refusal: Refusal) -> Refusal:
    """Themes of a channel by their names."""
    if "theme" not in refusal.facts:
        return refusal
    names = {
        fact: scope_name(request.t, request.group, str(refusal.facts[fact]) or None)
        for fact in ("theme", "former")
    }
    return Refusal(refusal.code, **{**refusal.facts, **names})


def _concerns_everybody(request: Request, taken: TakenBack) -> bool:
    """What was said in another place, between two people even, is not repeated before this channel."""
    is_from_here = taken.item.channel == request.situation.channel
    return is_from_here and not pressed_again(request, repeated=taken.repeated)
