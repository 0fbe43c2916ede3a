"""The form of `action`."""

from __future__ import annotations

from domain.action import DEFAULT_DUE
from handlers.actions.listeners import record
from handlers.desk.answer import Answer
from handlers.desk.calendar import reader_of
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.grammar.actions import read_action
from handlers.grammar.problems import Problem
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
    """What was typed; oneself, and in a week, where nothing was said."""
    text, fields = drafted(request)
    wanted = read_action(text, request.utterance.people, reader_of(request))
    today = request.now.astimezone(request.group.timezone).date()
    owner, due_on = request.interaction.person.user, today + DEFAULT_DUE
    if not isinstance(wanted, Problem):
        text, owner, due_on = wanted.text, wanted.owner or owner, wanted.due_on or due_on
    return {**fields, "text": text, "owner": owner, "due_on": due_on.isoformat()}


ACTION = FormOf(
    name="record-action",
    model=ActionForm,
    title="form-action",
    submit="button-record",
    carry=carry,
    draft=draft,
)
