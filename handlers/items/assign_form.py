"""The form of `assign`: which item, who does it, by when."""

from __future__ import annotations

from typing import Annotated

from handlers.desk.answer import Answer
from handlers.desk.calendar import reader_of
from handlers.desk.forming import FormOf, version_of
from handlers.desk.request import Request
from handlers.grammar.assignments import AssignmentWanted, read_assignment, read_assignment_part
from handlers.grammar.problems import Problem, ProblemCode, but_for, wrong
from handlers.items.assigning import give_form
from handlers.parts.asking import NOT_CARRIED_ON, DueDay, Named, Owner
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.widgets import Search


class AssignForm(Form):
    """Who does which item, and by when."""

    reference: Annotated[
        Named, Asked("field-item", Search(source="assignable"), wakes=True, refusals=NOT_CARRIED_ON)
    ]
    owner: Owner = None
    due_on: DueDay = None


async def carry_assignment(request: Request, form: AssignForm) -> Answer:
    """Give the item to somebody. Raises Refusal."""
    wanted = AssignmentWanted(
        reference=form.reference,
        owner=form.owner,
        due_on=form.due_on,
        version=version_of(request, form.reference),
    )
    return await give_form(request, wanted)


def draft_assignment(request: Request) -> Entered:
    """What was typed, as far as it was understood."""
    named, owner, mine, due_on = read_assignment_part(
        request.utterance.rest, request.utterance.people, reader_of(request)
    )
    return {
        "reference": None if named is None else str(named),
        "owner": request.interaction.person.user if mine else owner,
        "due_on": None if due_on is None else due_on.isoformat(),
    }


def misread_assignment(request: Request) -> tuple[Problem, ...]:
    """What was wrong with the line; that it says neither owner nor day yet is nothing wrong."""
    wanted = read_assignment(request.utterance.rest, request.utterance.people, reader_of(request))
    return wrong(but_for(ProblemCode.ASSIGNMENT_MISSING, wanted))


ASSIGN = FormOf(
    name="assign",
    model=AssignForm,
    title="form-assign",
    carry=carry_assignment,
    draft=draft_assignment,
    misread=misread_assignment,
    subject="reference",
)
