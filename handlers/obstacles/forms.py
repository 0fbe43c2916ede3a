"""The form of `obstacle`."""

from __future__ import annotations

from typing import Annotated

from domain.obstacle import Severity
from domain.reference import RecordKind
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.desk.typed import read_typed_part
from handlers.grammar.problems import Problem, wrong
from handlers.obstacles.listeners import record
from handlers.parts.asking import Countries, RecordForm
from handlers.parts.forms import Asked, Entered
from handlers.parts.widgets import Choice, Pairs, Setting


def severities(setting: Setting) -> Pairs:
    """How much an obstacle may hold up, the least first."""
    return [(severity.value, setting.t(f"severity-{severity.value}")) for severity in Severity]


class ObstacleForm(RecordForm):
    """What stands in the way, how much, and where."""

    severity: Annotated[Severity | None, Asked("field-severity", Choice(severities))] = None
    countries: Countries = ()


async def carry(request: Request, form: ObstacleForm) -> Answer:
    """Record the obstacle. Raises Refusal."""
    return await record(request, typed_of(request, form), severity=form.severity, countries=form.countries)


def draft(request: Request) -> Entered:
    """What was typed, as far as it was understood."""
    part, fields = drafted(request, RecordKind.OBSTACLE)
    said = part.typed.said
    severity = None if said.severity is None else said.severity.value
    return {**fields, "text": part.typed.text, "severity": severity, "countries": said.countries or ()}


def misread(request: Request) -> tuple[Problem, ...]:
    """What of it could not be understood."""
    return wrong(*read_typed_part(request, RecordKind.OBSTACLE).problems.values())


OBSTACLE = FormOf(
    name="record-obstacle",
    model=ObstacleForm,
    title="form-obstacle",
    submit="button-record",
    carry=carry,
    draft=draft,
    misread=misread,
)
