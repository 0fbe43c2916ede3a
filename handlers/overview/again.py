"""Recording the same words once more, knowing that they are there."""

from __future__ import annotations

from datetime import date

from domain.action import Action
from domain.recommendation import Recommendation
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.reading import show
from handlers.actions import listeners as actions
from handlers.desk.answer import Answer
from handlers.desk.pressed import once
from handlers.desk.request import Request
from handlers.desk.typed import Typed
from handlers.grammar.references import find_reference
from handlers.notes import listeners as notes
from handlers.obstacles import listeners as obstacles
from handlers.recommendations import listeners as recommendations


async def listen(request: Request) -> Answer:
    """Record the words of an item of one's own again: the button says its reference, nothing else."""
    request = once(request, "again")
    word = request.utterance.word
    reference = find_reference(word)
    if reference is None:
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=word)
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    item = card.item
    if item.author != request.interaction.person.user:
        raise Refusal(RefusalCode.AGAIN_NOT_YOURS, reference=str(reference))
    typed = Typed(item.text.original, item.theme, item.text.language)
    if isinstance(item, Recommendation):
        answers = tuple(Reference(Series.OBSTACLE, number) for number in item.answers)
        return await recommendations.record(request, typed, answers, again=True)
    if item.kind is RecordKind.OBSTACLE:
        return await obstacles.record(request, typed, again=True)
    if isinstance(item, Action):
        ahead = item.due_on if item.due_on is not None and item.due_on >= _today(request) else None
        return await actions.record(request, typed, item.owner, ahead, again=True)
    return await notes.record(request, item.kind, typed, again=True)


def _today(request: Request) -> date:
    """Where the group is: what was due before is due in a week, as if no day had been said."""
    return request.now.astimezone(request.group.timezone).date()
