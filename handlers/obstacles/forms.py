"""The form of `obstacle`."""

from __future__ import annotations

from typing import Annotated

from domain.obstacle import Severity
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import draft, typed_of
from handlers.desk.request import Request
from handlers.obstacles.listeners import record
from handlers.parts.asking import Countries, RecordForm
from handlers.parts.forms import Asked
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


OBSTACLE = FormOf(
    name="record-obstacle",
    model=ObstacleForm,
    title="form-obstacle",
    submit="button-record",
    carry=carry,
    draft=draft,
)
