"""Recording the same words once more, knowing that they are there."""

from __future__ import annotations

from dataclasses import replace

from domain.recommendation import Recommendation
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.reading import show
from handlers.desk.answer import Answer
from handlers.desk.request import Request
from handlers.desk.typed import Typed
from handlers.grammar.references import find_reference
from handlers.notes import listeners as notes
from handlers.obstacles import listeners as obstacles
from handlers.recommendations import listeners as recommendations


async def listen(request: Request) -> Answer:
    """Record the words of an item of one's own again: the button says its reference, nothing else."""
    request = _once(request)
    word = request.utterance.word
    reference = find_reference(word)
    if reference is None:
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=word)
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    item = card.item
    if item.author != request.interaction.person.user:
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=word)
    typed = Typed(item.text.original, item.theme, item.text.language)
    if isinstance(item, Recommendation):
        answers = tuple(Reference(Series.OBSTACLE, number) for number in item.answers)
        return await recommendations.record(request, typed, answers, again=True)
    if item.kind is RecordKind.OBSTACLE:
        return await obstacles.record(request, typed, again=True)
    return await notes.record(request, item.kind, typed, again=True)


def _once(request: Request) -> Request:
    """A second press of the same button is the same interaction: a double click has two triggers."""
    interaction = request.interaction
    if interaction.message is None:
        return request
    key = f"again:{interaction.person.user}:{interaction.channel}:{interaction.message}"
    return replace(request, interaction=replace(interaction, key=key))
