"""The forms of `recommend`, and of the verbs that take a position."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from domain.editing import Correction
from domain.position import Stance
from domain.reference import RecordKind
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf, misread_subject
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.desk.typed import read_typed_part
from handlers.grammar.problems import Problem, wrong
from handlers.grammar.record_pairs import DAYS
from handlers.grammar.subjects import read_subject
from handlers.interaction import FieldValue
from handlers.parts.asking import (
    YES,
    Named,
    Obstacles,
    RecordForm,
    group_countries,
    group_drivers,
    has_drivers,
    yes,
)
from handlers.parts.forms import Asked, Condition, Entered, Form
from handlers.parts.moves import STANCE_VERBS
from handlers.parts.widgets import Choice, Choices, Day, Pairs, Search, Setting, Ticks, Words
from handlers.recommendations.listeners import record
from handlers.recommendations.positions import hold


def was_typed(name: str) -> Condition:
    """Whether it was said, rightly or not: plans are made with `assign` and `edit`, and asked for there."""
    return lambda _, entered: name in entered


def drivers_typed(setting: Setting, entered: Entered) -> bool:
    """Whether drivers were said, in a group that has some."""
    return "drivers" in entered and has_drivers(setting, entered)


class RecommendationForm(RecordForm):
    """A recommendation, what it answers, and what of its plan was typed along."""

    answers: Obstacles = ()
    owner: Annotated[
        str | None,
        Asked(
            "field-owner",
            Search(source="members"),
            when=was_typed("owner"),
            refusals=frozenset({RefusalCode.OWNER_UNKNOWN}),
        ),
    ] = None
    due_on: Annotated[
        date | None,
        Asked("field-due", Day(), when=was_typed("due_on"), refusals=frozenset({RefusalCode.DATE_PASSED})),
    ] = None
    drivers: Annotated[
        tuple[str, ...], Asked("field-drivers", Choices(group_drivers), when=drivers_typed)
    ] = ()
    countries: Annotated[
        tuple[str, ...], Asked("field-countries", Choices(group_countries), when=was_typed("countries"))
    ] = ()
    priority: Annotated[tuple[str, ...], Asked("field-priority", Ticks(yes), when=was_typed("priority"))] = ()


async def carry(request: Request, form: RecommendationForm) -> Answer:
    """Record the recommendation. Raises Refusal."""
    said = Correction(
        due_on=form.due_on,
        drivers=form.drivers,
        countries=form.countries,
        priority=bool(form.priority),
    )
    return await record(request, replace(typed_of(request, form), said=said, owner=form.owner), form.answers)


def draft(request: Request) -> Entered:
    """What was typed; the obstacles named at its end stand in their field."""
    part, fields = drafted(request, RecordKind.RECOMMENDATION)
    typed, said = part.typed, part.typed.said
    plan: dict[str, FieldValue] = {
        "owner": typed.owner,
        "due_on": None if said.due_on is None else said.due_on.isoformat(),
        "drivers": said.drivers,
        "countries": said.countries,
        "priority": None if said.priority is None else ((YES,) if said.priority else ()),
    }
    wrong_in = {"due_on" if key in DAYS else key for key in part.problems}
    plan = {
        name: None if name in wrong_in else value
        for name, value in plan.items()
        if value is not None or name in wrong_in
    }
    return {**fields, **plan, "text": typed.text, "answers": tuple(map(str, part.answers))}


def misread(request: Request) -> tuple[Problem, ...]:
    """What of it could not be understood."""
    return wrong(*read_typed_part(request, RecordKind.RECOMMENDATION).problems.values())


RECOMMENDATION = FormOf(
    name="record-recommendation",
    model=RecommendationForm,
    title="form-recommendation",
    submit="button-record",
    carry=carry,
    draft=draft,
    misread=misread,
)


def stances(setting: Setting) -> Pairs:
    """What one may hold of a recommendation."""
    return [(stance.value, setting.t(f"button-{STANCE_VERBS[stance]}")) for stance in Stance]


class PositionForm(Form):
    """What somebody holds of which recommendation, and why."""

    reference: Annotated[
        Named,
        Asked(
            "field-recommendation",
            Search(source="recommendations"),
            refusals=frozenset(
                {RefusalCode.REFERENCE_UNKNOWN, RefusalCode.CLOSED, RefusalCode.NOT_A_RECOMMENDATION}
            ),
        ),
    ]
    stance: Annotated[Stance, Asked("field-stance", Choice(stances))]
    comment: Annotated[
        str | None,
        Asked(
            "field-comment",
            Words(multiline=True, limit=TEXT_MAX),
            refusals=frozenset({RefusalCode.TEXT_TOO_LONG}),
        ),
    ] = None


async def carry_position(request: Request, form: PositionForm) -> Answer:
    """Take the position. Raises Refusal."""
    return await hold(request, form.reference, form.stance, form.comment)


def _position(stance: Stance) -> FormOf[PositionForm]:
    def drafted_position(request: Request) -> Entered:
        subject = read_subject(request.utterance.rest)
        if isinstance(subject, Problem):
            return {"stance": stance.value, "comment": request.utterance.rest}
        return {"reference": str(subject.reference), "stance": stance.value, "comment": subject.rest}

    return FormOf(
        name=f"position-{stance.value}",
        model=PositionForm,
        title="form-position",
        carry=carry_position,
        draft=drafted_position,
        misread=misread_subject,
    )


POSITIONS = {stance: _position(stance) for stance in Stance}
"""The form of each verb that takes a position: the same, with another one chosen from the start."""
