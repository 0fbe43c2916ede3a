"""Making a correction, however it was asked for, and saying what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from domain.change import ChangeKind
from domain.editing import Correction
from domain.item import Item
from domain.language import Language
from domain.meeting import Arrangement, Meeting
from domain.ports import UnitOfWork
from domain.quarter import last_day_of, quarter_of
from domain.retiming import retimed
from domain.usecases.editing import Edit, Edited, EditOutcome, WhichVersion, edit
from domain.usecases.moving import Stale
from handlers.desk.announcing import told_there
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import LINE_MAX
from handlers.desk.pressed import once, pressed_again
from handlers.desk.request import Request
from handlers.grammar.editing import EditWanted
from handlers.meetings.moved_views import REARRANGED, rearranged
from handlers.overview.editing_views import changed_message, edited_message, same_message, which_message
from handlers.parts.bilingual import of_group
from handlers.parts.message import Message
from handlers.words.slack_text import escape


async def correct(request: Request, wanted: EditWanted, spoken: Language | None = None) -> Answer:
    """Correct the item and show it. Raises Refusal.

    `spoken` is the language that a text seems to be in of which nobody said whether it is the original.
    """
    return answer_to(request, wanted, await make(request, wanted, spoken))


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
        spoken=spoken,
        version=wanted.version,
    )

    def job(uow: UnitOfWork) -> EditOutcome:
        return edit(command, uow, request.now)

    return await request.services.store.write(lambda uow: told_there(pressed, job, _moved_meeting, uow))


def _moved_meeting(outcome: EditOutcome) -> Item | None:
    """The meeting that is at another time or place: wherever that was said, its channel must know."""
    if not isinstance(outcome, Edited) or not isinstance(outcome.item, Meeting):
        return None
    return outcome.item if any(change.kind in REARRANGED for change in outcome.changes) else None


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
        said = lines if all(len(line) <= LINE_MAX for _, line in lines) else []
        return Reply(which_message(t, outcome, text, said, request.command))
    if not outcome.changes:
        return Reply(same_message(t, outcome.item))
    message = _told(request, outcome)
    return Reply(message, in_channel=_concerns_everybody(request, outcome))


def _told(request: Request, edited: Edited) -> Message:
    item, kinds = edited.item, {change.kind for change in edited.changes}
    if isinstance(item, Meeting) and ChangeKind.RESCHEDULED in kinds and kinds <= REARRANGED:
        return rearranged(of_group(request.services.words, request.t, request.group), item, edited.changes)
    return edited_message(request.t, request.group, edited, request.command)


def _concerns_everybody(request: Request, edited: Edited) -> bool:
    """What was said in another place, between two people even, is not repeated before this channel."""
    is_from_here = edited.item.channel == request.situation.channel
    return is_from_here and not pressed_again(request, repeated=edited.repeated)


def _line(wanted: EditWanted, asked: WhichVersion, language: Language) -> str:
    """The line that makes the same correction with its text as the version in the language."""
    item, correction = asked.item, wanted.correction
    arrangement = wanted.arrangement
    if arrangement is not None and wanted.retiming is not None and isinstance(item, Meeting):
        arrangement = retimed(item, wanted.retiming, arrangement)
    arranged = () if arrangement is None else _arranged(arrangement)
    parts = [*_pairs(correction), *arranged, f"{language.value}: {escape(correction.text or '')}"]
    return " ".join([f"edit {item.reference} version:{item.version}", *parts])


def _arranged(arrangement: Arrangement) -> Iterator[str]:
    """When and where a meeting is, in the grammar's own words."""
    if arrangement.starts_at is not None:
        local = arrangement.starts_at.astimezone(ZoneInfo(arrangement.zone))
        yield f"when: {local:%Y-%m-%d %H:%M} {arrangement.zone};"
    if arrangement.place is not None:
        place = arrangement.place.replace('"', "\u201d")
        yield f'place: "{escape(place)}";'
    if arrangement.link is not None:
        yield f"link: {escape(arrangement.link)} ;"
    if arrangement.mode is not None:
        yield f"mode:{arrangement.mode.value};"


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
