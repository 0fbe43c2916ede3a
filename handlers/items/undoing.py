"""Taking back one's own last write: `undo [REF]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.change import ChangeKind
from domain.ports import UnitOfWork
from domain.refusal import Refusal
from domain.usecases.reading import names_of
from domain.usecases.undoing import TakenBack, Undo, undo
from handlers.desk.announcing import told_back
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
        undone = await request.services.store.write(lambda uow: _undone(command, pressed, uow))
    except Refusal as refusal:
        raise _worded(request, refusal) from None
    taken = undone.taken
    ts = of_group(request.services.words, request.t, request.group)
    message = taken_back(ts, request.group, taken) or undone_message(
        request.t, request.group, taken, undone.names
    )
    is_told = request.situation.channel in undone.places
    return Reply(message, in_channel=is_told and not pressed_again(pressed, repeated=taken.repeated))


@dataclass(frozen=True, slots=True)
class _Undone:
    """What was taken back, the display names of those it is about, and the channels that are told."""

    taken: TakenBack
    names: Mapping[str, str]
    places: frozenset[str]


def _undone(command: Undo, request: Request, uow: UnitOfWork) -> _Undone:
    taken = undo(command, uow, request.now)
    workspace = uow.workspace(command.origin.person.workspace)
    owners = {change.after for change in taken.told if change.kind is ChangeKind.ASSIGNED}
    people = {change.person for change in taken.told} | owners
    return _Undone(taken, names_of(workspace, filter(None, people)), told_back(request, taken, uow))


def _worded(request: Request, refusal: Refusal) -> Refusal:
    """Themes of a channel by their names."""
    if "theme" not in refusal.facts:
        return refusal
    names = {
        fact: scope_name(request.t, request.group, str(refusal.facts[fact]) or None)
        for fact in ("theme", "former")
    }
    return Refusal(refusal.code, **{**refusal.facts, **names})
