"""Making a correction, however it was asked for, and saying what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.editing import Correction
from domain.item import Item
from domain.language import Language
from domain.meeting import Meeting
from domain.ports import UnitOfWork
from domain.quarter import last_day_of, quarter_of
from domain.refusal import Refusal
from domain.usecases.editing import Edit, Edited, EditOutcome, WhichVersion, edit
from domain.usecases.items import Stale
from domain.usecases.tellings import is_rearranged, may_be_told
from handlers.desk.announcing import told_there
from handlers.desk.answer import Answer, Reply
from handlers.desk.pressed import once, pressed_again
from handlers.desk.request import Request
from handlers.grammar.editing import EditWanted
from handlers.grammar.record_pairs import Kept
from handlers.items.editing_views import (
    changed_message,
    edit_notes,
    edited_message,
    same_message,
    which_message,
)
from handlers.meetings.halves import which_half
from handlers.meetings.moved_views import lost_versions, rearranged
from handlers.parts.bilingual import of_group
from handlers.parts.message import Message
from handlers.parts.next_steps import fits
from handlers.words.slack_text import escape


async def correct(request: Request, wanted: EditWanted, spoken: Language | None = None) -> Answer:
    """Correct the item and show it. Raises Refusal.

    `spoken` is the language that a text seems to be in of which nobody said whether it is the original.
    """
    try:
        outcome = await make(request, wanted, spoken)
    except Refusal as refusal:
        return which_half(request, refusal, wanted.either)
    return answer_to(request, wanted, outcome)


async def make(request: Request, wanted: EditWanted, spoken: Language | None = None) -> EditOutcome:
    """Correct the item. Raises Refusal."""
    pressed = once(request, f"edit:{request.group.id}:{request.utterance.rest}")
    command = Edit(
        origin=pressed.origin,
        group=request.group.id,
        reference=wanted.reference,
        correction=wanted.correction,
        arrangement=wanted.arrangement,
        retiming=wanted.retiming,
        reason=wanted.reason,
        spoken=spoken,
        version=wanted.version,
    )

    def job(uow: UnitOfWork) -> EditOutcome:
        return edit(command, uow, request.now)

    return await request.services.store.write(lambda uow: told_there(pressed, job, _edited, uow))


def _edited(outcome: EditOutcome) -> Item | None:
    return outcome.item if isinstance(outcome, Edited) else None


def answer_to(request: Request, wanted: EditWanted, outcome: EditOutcome) -> Reply:
    """What came of a correction."""
    t = request.t
    if isinstance(outcome, Stale):
        return Reply(changed_message(t, outcome.item))
    if isinstance(outcome, WhichVersion):
        text = wanted.correction.text or ""
        lines = [
            (language, _line(wanted, outcome, language))
            for language in (outcome.item.text.language, outcome.spoken)
        ]
        said = lines if all(fits(line) for _, line in lines) else []
        return Reply(which_message(t, outcome, text, said, request.command))
    if not outcome.changes:
        return Reply(same_message(t, outcome.item))
    message = _told(request, outcome, wanted.kept)
    return Reply(message, in_channel=_concerns_everybody(request, outcome))


def _told(request: Request, edited: Edited, kept: Sequence[Kept]) -> Message:
    item = edited.item
    if isinstance(item, Meeting) and item.opened_in is None and is_rearranged(edited.changes):
        ts = of_group(request.services.words, request.t, request.group)
        lost = lost_versions(request.t, item, edited.changes, request.command)
        notes = [*edit_notes(request.t, edited, request.command), *lost]
        return rearranged(ts, request.group, item, edited.changes, notes)
    return edited_message(request.t, request.group, edited, request.command, kept)


def _concerns_everybody(request: Request, edited: Edited) -> bool:
    at_home = edited.item.channel == request.situation.channel
    is_told = may_be_told(edited.changes, at_home=at_home)
    return is_told and not pressed_again(request, repeated=edited.repeated)


def _line(wanted: EditWanted, asked: WhichVersion, language: Language) -> str:
    """The line that makes the same correction with its text as the version in the language."""
    item, correction = asked.item, wanted.correction
    return " ".join(
        [
            f"edit {item.reference} version:{item.version}",
            *_pairs(correction),
            f"{language.value}: {escape(correction.text or '')}",
        ]
    )


def _pairs(correction: Correction) -> Iterator[str]:
    """Everything but the text, in the grammar's own words."""
    for field in sorted(correction.cleared):
        yield f"{field.value}:none"
    if correction.theme is not None:
        yield f"theme:{correction.theme}"
    if correction.severity is not None:
        yield f"severity:{correction.severity.value}"
    if correction.countries is not None:
        yield f"countries:{','.join(correction.countries) or 'none'}"
    if correction.drivers is not None:
        yield f"drivers:{','.join(correction.drivers) or 'none'}"
    if correction.priority is not None:
        yield f"priority:{'yes' if correction.priority else 'no'}"
    if correction.due_on is not None:
        quarter = quarter_of(correction.due_on)
        whole = correction.due_on == last_day_of(quarter)
        yield f"quarter:{quarter}" if whole else f"due:{correction.due_on.isoformat()}"
