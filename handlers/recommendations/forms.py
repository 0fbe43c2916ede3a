"""The forms of `recommend`, and of the verbs that take a position."""

from __future__ import annotations

from typing import Annotated

from domain.position import Stance
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.references import split_answers
from handlers.grammar.subjects import read_subject
from handlers.parts.asking import Named, Obstacles, RecordForm
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.moves import STANCE_VERBS
from handlers.parts.widgets import Choice, Pairs, Search, Setting, Words
from handlers.recommendations.listeners import record
from handlers.recommendations.positions import hold


class RecommendationForm(RecordForm):
    """A recommendation and what it answers."""

    answers: Obstacles = ()


async def carry(request: Request, form: RecommendationForm) -> Answer:
    """Record the recommendation. Raises Refusal."""
    return await record(request, typed_of(request, form), form.answers)


def draft(request: Request) -> Entered:
    """What was typed; the obstacles named at its end stand in their field."""
    text, fields = drafted(request)
    text, answers = split_answers(text)
    return {**fields, "text": text, "answers": tuple(map(str, answers))}


RECOMMENDATION = FormOf(
    name="record-recommendation",
    model=RecommendationForm,
    title="form-recommendation",
    submit="button-record",
    carry=carry,
    draft=draft,
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
    )


POSITIONS = {stance: _position(stance) for stance in Stance}
"""The form of each verb that takes a position: the same, with another one chosen from the start."""
