"""The form of `action`."""

from __future__ import annotations

from domain.action import DEFAULT_DUE
from domain.reference import RecordKind
from handlers.actions.listeners import record
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.desk.typed import read_typed_part
from handlers.grammar.problems import Problem, wrong
from handlers.grammar.record_pairs import DAYS, OWNER
from handlers.parts.asking import DueDay, Owner, RecordForm
from handlers.parts.forms import Entered


class ActionForm(RecordForm):
    """What is to be done, by whom and by when."""

    owner: Owner = None
    due_on: DueDay = None


async def carry(request: Request, form: ActionForm) -> Answer:
    """Record the action. Raises Refusal."""
    return await record(request, typed_of(request, form), form.owner, form.due_on)


def draft(request: Request) -> Entered:
    """What was typed; oneself, and in a week, where nothing was said; nothing where that was wrong."""
    part, fields = drafted(request, RecordKind.ACTION)
    typed, problems = part.typed, part.problems
    owner = None if OWNER in problems else typed.owner or request.interaction.person.user
    due_on = (
        None if problems.keys() & DAYS else (typed.said.due_on or request.today + DEFAULT_DUE).isoformat()
    )
    return {**fields, "text": typed.text, "owner": owner, "due_on": due_on}


def misread(request: Request) -> tuple[Problem, ...]:
    """What of it could not be understood."""
    return wrong(*read_typed_part(request, RecordKind.ACTION).problems.values())


ACTION = FormOf(
    name="record-action",
    model=ActionForm,
    title="form-action",
    submit="button-record",
    carry=carry,
    draft=draft,
    misread=misread,
)
