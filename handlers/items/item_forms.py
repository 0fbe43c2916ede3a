"""The forms of the verbs that carry items on: `move`, `done`, `withdraw`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from domain.item import WITHDRAWN
from domain.kinds import NATURES
from domain.permissions import leads
from domain.recommendation import UNDER_WAY, Recommendation, RecommendationStatus
from domain.reference import Series
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from domain.usecases.moving import may_move
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf, misread_subject, named_first, version_of
from handlers.desk.request import Request
from handlers.grammar.moves import MoveWanted, read_move, read_move_part
from handlers.grammar.problems import WORD_MAX, Problem, ProblemCode, but_for, wrong
from handlers.grammar.subjects import read_remark, split_reason
from handlers.items.moving import carry_form
from handlers.parts.asking import NOT_CARRIED_ON, Named
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.naming import status_word
from handlers.parts.widgets import Choice, Pairs, Percentage, Search, Setting, Words

REOPEN = "reopen"
"""Stands among the statuses that an item may go to; no status is named so."""

_TO = frozenset({RefusalCode.MOVE_IMPOSSIBLE, RefusalCode.NOT_CLOSED})
_REASON = frozenset({RefusalCode.REASON_NEEDED, RefusalCode.TEXT_TOO_LONG})
_PROGRESS = frozenset({RefusalCode.PROGRESS_OUT_OF_RANGE, RefusalCode.PROGRESS_UNKNOWN})
_SUCCESSOR = frozenset(
    {
        RefusalCode.SUCCESSOR_CLOSED,
        RefusalCode.SUCCESSOR_ITSELF,
        RefusalCode.SUCCESSOR_NEEDED,
        RefusalCode.SUCCESSOR_OTHER_KIND,
    }
)

Remark: TypeAlias = Annotated[
    str | None, Asked("field-remark", Words(multiline=True, limit=TEXT_MAX), refusals=_REASON)
]


def targets(setting: Setting) -> Pairs:
    """Where this person may take the item from where it stands; staying there reports progress."""
    item, actor = setting.item, setting.actor
    if item is None or actor is None:
        return []
    nature = NATURES[item.kind.series]
    possible = nature.life.forward.get(item.status, frozenset()) - {WITHDRAWN}
    stays = {item.status} if item.status in UNDER_WAY else set()
    pairs = [
        (str(status), status_word(setting.t, item.kind, str(status)))
        for status in nature.statuses
        if str(status) in possible | stays and may_move(actor, item, str(status))
    ]
    is_closed = nature.life.is_closed(item.status)
    if is_closed and may_move(actor, item, None, reopening=True):
        pairs.append((REOPEN, setting.t("button-reopen")))
    return pairs


def has_targets(setting: Setting, _entered: Entered) -> bool:
    """Whether an item was chosen that this person may move at all."""
    return bool(targets(setting))


def needs_reason(setting: Setting, entered: Entered) -> bool:
    """Whether it goes there only with a reason."""
    if setting.item is None:
        return False
    life = NATURES[setting.item.kind.series].life
    to = entered.get("to")
    return to in life.reasons or (to == REOPEN and not life.reopens_freely)


def may_need_reason(setting: Setting, entered: Entered) -> bool:
    """The same, or where a chair may override the group's rule with one; and one that was given stays."""
    agrees = entered.get("to") == RecommendationStatus.AGREED
    chairs = setting.member is not None and leads(setting.member, None)
    return needs_reason(setting, entered) or (agrees and chairs) or bool(entered.get("reason"))


def has_progress(setting: Setting, entered: Entered) -> bool:
    """Whether it is on the way there; what was typed stays while nobody has said where it goes."""
    item, to = setting.item, entered.get("to")
    typed = not to and bool(entered.get("progress")) and isinstance(item, Recommendation)
    return item is not None and (to in UNDER_WAY or typed)


def is_followed_by_recommendation(setting: Setting, entered: Entered) -> bool:
    """Whether another recommendation takes its place."""
    return _gives_way(setting, entered, Series.RECOMMENDATION)


def is_followed_by_obstacle(setting: Setting, entered: Entered) -> bool:
    """Whether another obstacle takes its place."""
    return _gives_way(setting, entered, Series.OBSTACLE)


def _gives_way(setting: Setting, entered: Entered, series: Series) -> bool:
    item = setting.item
    return (
        item is not None
        and item.kind.series is series
        and entered.get("to") in NATURES[series].life.successions
    )


class MoveForm(Form):
    """Which item goes where, and what that takes."""

    reference: Annotated[
        Named, Asked("field-item", Search(source="moving"), wakes=True, refusals=NOT_CARRIED_ON)
    ]
    to: Annotated[
        str | None,
        Asked(
            "field-status", Choice(targets), wakes=True, when=has_targets, needed=has_targets, refusals=_TO
        ),
    ] = None
    progress: Annotated[
        int | None, Asked("field-progress", Percentage(), when=has_progress, refusals=_PROGRESS)
    ] = None
    superseded_by: Annotated[
        Named | None,
        Asked(
            "field-successor",
            Search(source="recommendations"),
            when=is_followed_by_recommendation,
            needed=is_followed_by_recommendation,
            refusals=_SUCCESSOR,
        ),
    ] = None
    merged_into: Annotated[
        Named | None,
        Asked(
            "field-merged",
            Search(source="obstacles"),
            when=is_followed_by_obstacle,
            needed=is_followed_by_obstacle,
            refusals=_SUCCESSOR,
        ),
    ] = None
    reason: Annotated[
        str | None,
        Asked(
            "field-reason",
            Words(multiline=True, limit=TEXT_MAX),
            when=may_need_reason,
            needed=needs_reason,
            refusals=_REASON,
        ),
    ] = None


async def carry_move(request: Request, form: MoveForm) -> Answer:
    """Move the item. Raises Refusal."""
    reopen = form.to == REOPEN
    wanted = MoveWanted(
        reference=form.reference,
        to=None if reopen else form.to,
        reopen=reopen,
        progress=form.progress,
        reason=form.reason,
        successor=form.superseded_by or form.merged_into,
        version=version_of(request, form.reference),
    )
    return await carry_form(request, wanted)


def draft_move(request: Request) -> Entered:
    """What was typed, as far as it was understood."""
    wanted = read_move(request.utterance.rest, request.t.language)
    if isinstance(wanted, Problem):
        part = read_move_part(request.utterance.rest)
        return {"reason": _prose(request)} if part is None else _named(part)
    successor = None if wanted.successor is None else str(wanted.successor)
    return {
        "reference": str(wanted.reference),
        "to": REOPEN if wanted.reopen else wanted.to,
        "progress": None if wanted.progress is None else str(wanted.progress),
        "superseded_by": successor,
        "merged_into": successor,
        "reason": wanted.reason,
    }


def misread_move(request: Request) -> tuple[Problem, ...]:
    """What was wrong with the line; that it says no status yet is nothing wrong."""
    read = read_move(request.utterance.rest, request.t.language)
    return wrong(but_for(ProblemCode.STATUS_MISSING, read))


def _named(part: MoveWanted) -> Entered:
    progress = None if part.progress is None else str(part.progress)
    return {"reference": str(part.reference), "progress": progress, "reason": part.reason}


def _prose(request: Request) -> str | None:
    """Words behind the verb that name no item, where they are more than a slip."""
    rest, reason = split_reason(request.utterance.rest)
    return reason or (rest if len(rest) > WORD_MAX else None)


class RemarkForm(Form):
    """Which item, and what is said of it."""

    reference: Annotated[
        Named, Asked("field-item", Search(source="finishing"), refusals=NOT_CARRIED_ON | _TO)
    ]
    remark: Remark = None


class WithdrawForm(RemarkForm):
    """Which item is taken back, and why."""

    reference: Annotated[Named, Asked("field-item", Search(source="items"), refusals=NOT_CARRIED_ON | _TO)]


async def carry_done(request: Request, form: RemarkForm) -> Answer:
    """Finish the item. Raises Refusal."""
    to = NATURES[form.reference.series].finished
    return await carry_form(request, _remarked(request, form, to))


async def carry_withdrawal(request: Request, form: RemarkForm) -> Answer:
    """Take the item back. Raises Refusal."""
    return await carry_form(request, _remarked(request, form, WITHDRAWN))


def _remarked(request: Request, form: RemarkForm, to: str | None) -> MoveWanted:
    version = version_of(request, form.reference)
    return MoveWanted(reference=form.reference, to=to, reason=form.remark, version=version)


def draft_remark(request: Request) -> Entered:
    """The item and what was typed behind it."""
    remark = read_remark(request.utterance.rest)
    if isinstance(remark, Problem):
        return {**named_first(request), "remark": _prose(request)}
    return {"reference": str(remark.reference), "remark": remark.words}


MOVE = FormOf(
    name="move",
    model=MoveForm,
    title="form-move",
    carry=carry_move,
    draft=draft_move,
    misread=misread_move,
    subject="reference",
)
DONE = FormOf(
    name="done",
    model=RemarkForm,
    title="form-done",
    carry=carry_done,
    draft=draft_remark,
    misread=misread_subject,
    subject="reference",
)
WITHDRAW = FormOf(
    name="withdraw",
    model=WithdrawForm,
    title="form-withdraw",
    submit="button-withdraw",
    carry=carry_withdrawal,
    draft=draft_remark,
    misread=misread_subject,
    subject="reference",
)
