"""Similar first: before a recommendation is stored, its author sees what says much the same already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.item import Item
from domain.language import Language
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.recommendation import Plan
from domain.reference import RecordKind, Reference
from domain.refusal import Refusal, RefusalCode
from domain.similarity import similar
from domain.text import recordable
from domain.usecases.answerable import answered_obstacles
from domain.usecases.gathering import said_where
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.recording import (
    SAME_WITHIN,
    RecommendationSubmission,
    RecordOutcome,
    record_recommendation,
    replayed,
)


@dataclass(frozen=True, slots=True)
class Similar:
    """Nothing was recorded: these say much the same, and the text is kept as draft `draft`."""

    items: tuple[Item, ...]
    draft: int
    text: str


def similar_to(submission: RecommendationSubmission, uow: UnitOfWork, now: datetime) -> tuple[Item, ...]:
    """What is open in the group and says much the same; nothing where the author knows, or did it before.

    It is looked for in a reading: no writer waits for it. Raises Refusal as `record_recommendation` would.
    """
    if submission.again:
        return ()
    scene = enter(uow, submission.origin, submission.group)
    if scene.workspace.receipts.find(submission.origin.key) is not None:
        return ()
    require(scene.actor, Right.RECORD)
    text = recordable(submission.text)
    if _is_said_again(scene, text, now):
        return ()
    answered_obstacles(scene.record, submission.answers)
    theme, _ = said_where(scene, submission.origin.channel, submission.theme, submission.meeting)
    return similar(scene.record.search.alike(text, submission.language), theme)


def keep_draft(
    submission: RecommendationSubmission, items: tuple[Item, ...], uow: UnitOfWork, now: datetime
) -> Similar:
    """The question whether it is to be recorded all the same; what was written waits for the answer."""
    scene = enter(uow, submission.origin, submission.group)
    require(scene.actor, Right.RECORD)
    user = scene.actor.person.user
    number = scene.record.drafts.keep(user, submission.origin.key, written(submission), now)
    return Similar(items, number, submission.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDraft:
    """Record draft `number`, knowing what is similar to it.

    The origin's key names the draft, not the press: a draft is recorded once.
    """

    origin: Origin
    group: int
    number: int


def record_draft(command: RecordDraft, uow: UnitOfWork, now: datetime) -> RecordOutcome:
    """The recommendation. Its draft is gone then.

    Raises Refusal DRAFT_GONE for a draft that was recorded, is too old or is somebody else's, and those of
    `record_recommendation`.
    """
    scene = enter(uow, command.origin, command.group)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return replayed(scene.record, receipt)
    draft = scene.record.drafts.get(command.number)
    if draft is None or draft.user != scene.actor.person.user:
        raise Refusal(RefusalCode.DRAFT_GONE)
    outcome = record_recommendation(read(command, draft.content), uow, now)
    scene.record.drafts.remove(draft.number)
    return outcome


def written(submission: RecommendationSubmission) -> dict[str, Any]:
    """A submission as JSON, without who and where."""
    plan = submission.plan
    return {
        "text": submission.text,
        "language": submission.language.value,
        "theme": submission.theme,
        "versions": {language.value: text for language, text in submission.versions.items()},
        "source": submission.source,
        "meeting": None if submission.meeting is None else str(submission.meeting),
        "answers": [str(reference) for reference in submission.answers],
        "owner": plan.owner,
        "due_on": None if plan.due_on is None else plan.due_on.isoformat(),
        "drivers": list(plan.drivers),
        "countries": list(plan.countries),
        "priority": plan.priority,
    }


def read(command: RecordDraft, content: Mapping[str, Any]) -> RecommendationSubmission:
    """The submission that was written so, from who records it and where."""
    due_on, meeting = content.get("due_on"), content.get("meeting")
    return RecommendationSubmission(
        origin=command.origin,
        group=command.group,
        text=content["text"],
        language=Language(content["language"]),
        theme=content.get("theme"),
        versions={Language(language): text for language, text in content.get("versions", {}).items()},
        source=content.get("source"),
        meeting=None if meeting is None else Reference.parse(meeting),
        answers=tuple(Reference.parse(reference) for reference in content.get("answers", ())),
        plan=Plan(
            owner=content.get("owner"),
            due_on=None if due_on is None else date.fromisoformat(due_on),
            drivers=tuple(content.get("drivers", ())),
            countries=tuple(content.get("countries", ())),
            priority=bool(content.get("priority")),
        ),
        again=True,
    )


def _is_said_again(scene: Scene, text: str, now: datetime) -> bool:
    """Whether its author said the very same a moment ago: recording it says so."""
    author = scene.actor.person.user
    found = scene.record.register.same(author, RecordKind.RECOMMENDATION, text, now - SAME_WITHIN)
    return found is not None
