"""The form of what is added to the minutes of a meeting: `meeting note M-2 TEXT`."""

from __future__ import annotations

from typing import Annotated

from domain.reference import RecordKind
from domain.refusal import RefusalCode
from domain.usecases.recording import NoteSubmission, record_for_minutes
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.desk.shown import shown
from handlers.grammar.meetings import NOTES, action_of
from handlers.grammar.problems import Problem, wrong
from handlers.grammar.subjects import read_subject
from handlers.grammar.themes import take_theme_part
from handlers.parts.asking import Named, RecordForm
from handlers.parts.forms import Asked, Entered
from handlers.parts.naming import kind_name
from handlers.parts.widgets import Choice, Pairs, Search, Setting

_MEETING = frozenset({RefusalCode.MEETING_NOT_OPEN, RefusalCode.NOT_A_MEETING, RefusalCode.REFERENCE_UNKNOWN})


def kinds(setting: Setting) -> Pairs:
    """What minutes take."""
    return [(kind.value, kind_name(setting.t, kind).capitalize()) for kind in NOTES.values()]


class MinutesForm(RecordForm):
    """What is added to which meeting."""

    meeting: Annotated[Named, Asked("field-minutes", Search(source="begun"), refusals=_MEETING)]
    kind: Annotated[RecordKind, Asked("field-record-kind", Choice(kinds))] = RecordKind.NOTE


async def carry(request: Request, form: MinutesForm) -> Answer:
    """Add it. Raises Refusal."""
    typed = typed_of(request, form)
    submission = NoteSubmission(
        origin=request.origin,
        group=request.group.id,
        kind=form.kind,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        source=typed.source,
        meeting=form.meeting,
    )
    outcome = await request.services.store.write(lambda uow: record_for_minutes(submission, uow, request.now))
    return shown(request, outcome)


def draft(request: Request) -> Entered:
    """What was typed: the meeting, where it is named, and the text."""
    _, fields = drafted(request)
    action, rest = action_of(request.utterance.rest)
    subject = read_subject(rest, alone=False)
    text = rest if isinstance(subject, Problem) else subject.rest
    taken, _ = take_theme_part(text, request.group.themes)
    kind = NOTES.get(action, RecordKind.NOTE) if action is not None else RecordKind.NOTE
    return {
        **fields,
        "text": taken.rest,
        "meeting": None if isinstance(subject, Problem) else str(subject.reference),
        "kind": kind.value,
    }


def misread(request: Request) -> tuple[Problem, ...]:
    """What of it could not be understood; that it names no meeting is nothing wrong in a form that asks."""
    _, problem = take_theme_part(request.utterance.rest, request.group.themes)
    return wrong(problem)


MINUTES = FormOf(
    name="minutes",
    model=MinutesForm,
    title="form-minutes",
    submit="button-record",
    carry=carry,
    draft=draft,
    misread=misread,
)
