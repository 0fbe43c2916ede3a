"""Not being told of an item's moves: `mute R-2`, `unmute R-2`."""

from __future__ import annotations

from domain.usecases.muting import Mute, MuteReminders, mute, mute_reminders
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood, told
from handlers.desk.features import VerbListener
from handlers.desk.request import Request
from handlers.grammar.folding import bare, folded
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference
from handlers.members.muting_views import muted_message, reminders_muted_message

REMINDERS = frozenset(
    {"reminder", "reminders", "the reminders", "recordatorio", "recordatorios", "los recordatorios"}
)
"""What stands for reminders instead of an item, folded."""


def muter(*, muted: bool) -> VerbListener:
    """The listener that mutes an item for whoever asks, or takes that back."""

    async def listen(request: Request) -> Answer:
        word = request.utterance.rest.strip()
        if not word:
            return told(request.t("mute-which" if muted else "unmute-which", command=request.command))
        if folded(bare(word)).strip(" .!") in REMINDERS:
            return await _reminders(request, muted=muted)
        reference = find_reference(word)
        if reference is None:
            return misunderstood(request.t, Problem(ProblemCode.REFERENCE_UNKNOWN, word))
        command = Mute(origin=request.origin, group=request.group.id, reference=reference, muted=muted)
        await request.services.store.write(lambda uow: mute(command, uow))
        return Reply(muted_message(request.t, reference, muted=muted))

    return listen


async def _reminders(request: Request, *, muted: bool) -> Answer:
    """No reminders any more for whoever asks, or again."""
    group = request.group
    command = MuteReminders(origin=request.origin, group=group.id, muted=muted)
    await request.services.store.write(lambda uow: mute_reminders(command, uow))
    return Reply(reminders_muted_message(request.t, group, muted=muted))
