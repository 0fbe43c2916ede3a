"""The verb `snooze` and its form: which item, and until which day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from domain.refusal import RefusalCode
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf, named_first, version_of
from handlers.desk.request import Request
from handlers.grammar.problems import Problem, wrong
from handlers.grammar.snoozes import SnoozeWanted
from handlers.parts.asking import Named
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.widgets import Day, Search
from handlers.reminders.listeners import carry, not_understood, read, say_usage

_SUBJECT = frozenset({RefusalCode.REFERENCE_UNKNOWN, RefusalCode.CLOSED, RefusalCode.NOT_YOURS})


class SnoozeForm(Form):
    """Which item, and until which day."""

    reference: Annotated[Named, Asked("field-item", Search(source="assignable"), refusals=_SUBJECT)]
    until: Annotated[
        date, Asked("field-snooze-until", Day(), refusals=frozenset({RefusalCode.SNOOZE_PASSED}))
    ]


async def carry_snooze(request: Request, form: SnoozeForm) -> Answer:
    """Put the item off. Raises Refusal."""
    version = version_of(request, form.reference)
    return await carry(request, SnoozeWanted(reference=form.reference, until=form.until, version=version))


def draft_snooze(request: Request) -> Entered:
    """What was typed, as far as it was understood."""
    wanted = read(request)
    if isinstance(wanted, Problem):
        return named_first(request)
    until = None if wanted.until is None else wanted.until.isoformat()
    return {"reference": str(wanted.reference), "until": until}


def misread_snooze(request: Request) -> tuple[Problem, ...]:
    """What was wrong with the line; that it names no day is nothing wrong in a form that asks for one."""
    return wrong(read(request))


SNOOZE = FormOf(
    name="snooze",
    model=SnoozeForm,
    title="form-snooze",
    submit="button-snooze",
    carry=carry_snooze,
    draft=draft_snooze,
    misread=misread_snooze,
    subject="reference",
    right=None,
)


async def listen(request: Request) -> Answer:
    """`snooze A-7 until friday`; without a day the form asks for one. Raises Refusal."""
    wanted = read(request)
    if isinstance(wanted, Problem):
        return not_understood(request, wanted)
    if wanted.until is not None or wanted.off:
        return await carry(request, wanted)
    if request.interaction.trigger is None:
        return await say_usage(request)
    return await SNOOZE.open(request)
