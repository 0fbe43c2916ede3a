"""Recording the same words once more, knowing that they are there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from domain.reference import Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.reading import show
from handlers.actions import listeners as actions
from handlers.desk.answer import Answer
from handlers.desk.pressed import once
from handlers.desk.request import Request
from handlers.desk.typed import Typed
from handlers.evidence import listeners as evidence
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
    repeat = REPEATS.get(item.kind.series)
    if repeat is None:
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=str(reference))
    text = item.text
    typed = Typed(text.original, item.theme, text.language, item.source, text.versions)
    return await repeat(request, typed, item)


REPEATS: Mapping[Series, Callable[[Request, Typed, Any], Awaitable[Answer]]] = MappingProxyType(
    {
        Series.NOTE: notes.repeat,
        Series.OBSTACLE: obstacles.repeat,
        Series.RECOMMENDATION: recommendations.repeat,
        Series.ACTION: actions.repeat,
        Series.EVIDENCE: evidence.repeat,
    }
)
"""What records an item of each series anew, with what is its kind's own; kinds with own verbs are not."""
