"""Recording notes, obstacles and recommendations. Each is stored with its changes or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeAlias

from domain import action, note, obstacle, recommendation
from domain.action import DEFAULT_DUE, Action
from domain.item import Entry, Item, told_link
from domain.language import Language, Text
from domain.note import Note
from domain.obstacle import Obstacle, Severity
from domain.permissions import Right, require
from domain.ports import Ahead, UnitOfWork
from domain.receipt import Receipt
from domain.recommendation import NO_PLAN, Plan, Recommendation
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal
from domain.repositories import GroupRecord
from domain.text import recordable
from domain.usecases.answerable import answered_obstacles
from domain.usecases.assigning import require_ahead, require_owner
from domain.usecases.assignment_notices import tell_of_owner
from domain.usecases.corrections import tell_of_corrections
from domain.usecases.gathering import said_where
from domain.usecases.items import item_in, recall
from domain.usecases.origin import Origin, Scene, enter

SAME_WITHIN = timedelta(minutes=10)
"""The same person, verb, text, theme and answered obstacles within this time are taken for a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What a person wants recorded.

    `theme` None: the channel's; `meeting` None: the one open there. `versions`: the text in the group's other
    languages. `source`: the message's address. `again`: they know that the same words are there already.
    """

    origin: Origin
    group: int
    text: str
    language: Language
    theme: str | None = None
    versions: Mapping[Language, str] = field(default_factory=dict)
    source: str | None = None
    meeting: Reference | None = None
    again: bool = False

    @property
    def links(self) -> tuple[Reference, ...]:
        """What the item is to be linked to."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSubmission(Submission):
    """A note, decision or opportunity."""

    kind: RecordKind = RecordKind.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleSubmission(Submission):
    """An obstacle."""

    severity: Severity | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationSubmission(Submission):
    """A recommendation; `answers` are the obstacles it is for. Only leads and chairs propose with a plan."""

    answers: tuple[Reference, ...] = ()
    plan: Plan = NO_PLAN

    @property
    def links(self) -> tuple[Reference, ...]:
        """The obstacles it answers."""
        return self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSubmission(Submission):
    """An action. Without an owner (a user id) it is the author's own, without a day it is due in a week."""

    owner: str | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """The item that is stored now. `repeated`: this interaction had stored it before."""

    item: Item
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """Nothing was stored: the same person recorded the same words a moment ago, as `item`."""

    item: Item


RecordOutcome: TypeAlias = Recorded | AlreadyThere
Make: TypeAlias = Callable[[Scene, Entry], Item]
Present: TypeAlias = Callable[[Scene, Entry], AlreadyThere | None]


def record_note(submission: NoteSubmission, uow: UnitOfWork, now: datetime) -> RecordOutcome:
    """Store a note, decision or opportunity. Raises Refusal."""

    def make(scene: Scene, entry: Entry) -> Note:
        made, change = note.record(submission.kind, entry, scene.record.place(Series.NOTE))
        scene.record.notes.add(made)
        scene.record.changes.append([change], entry.author, now)
        return made

    return record_item(submission, submission.kind, uow, now, make)


def record_obstacle(submission: ObstacleSubmission, uow: UnitOfWork, now: datetime) -> RecordOutcome:
    """Store an obstacle. Raises Refusal."""

    def make(scene: Scene, entry: Entry) -> Obstacle:
        require_countries(scene.record, submission.countries)
        made, change = obstacle.identify(
            entry,
            scene.record.place(Series.OBSTACLE),
            severity=submission.severity,
            countries=submission.countries,
        )
        scene.record.obstacles.add(made)
        scene.record.changes.append([change], entry.author, now)
        return made

    return record_item(submission, RecordKind.OBSTACLE, uow, now, make)


def record_recommendation(
    submission: RecommendationSubmission, uow: UnitOfWork, now: datetime
) -> RecordOutcome:
    """Store a recommendation and what it answers.

    Raises Refusal, REFERENCE_UNKNOWN, OBSTACLE_CLOSED and OBSTACLE_MERGED among others.
    """

    def make(scene: Scene, entry: Entry) -> Recommendation:
        answers = answered_obstacles(scene.record, submission.answers)
        _require_plan(scene, submission.plan, entry)
        made, proposed = recommendation.propose(
            entry, scene.record.place(Series.RECOMMENDATION), answers=answers, plan=submission.plan
        )
        scene.record.recommendations.add(made)
        linked = [told_link(made, after=link) for link in made.links]
        told = scene.record.changes.append([proposed, *linked], entry.author, now)
        tell_of_owner(uow, scene, made, told)
        return made

    return record_item(submission, RecordKind.RECOMMENDATION, uow, now, make)


def record_action(submission: ActionSubmission, uow: UnitOfWork, now: datetime) -> RecordOutcome:
    """Store an action. Raises Refusal, OWNER_UNKNOWN and DATE_PASSED among others."""

    def make(scene: Scene, entry: Entry) -> Action:
        today = now.astimezone(scene.record.group.timezone).date()
        owner = submission.owner or entry.author
        due_on = submission.due_on or today + DEFAULT_DUE
        require_owner(scene.record, owner)
        require_ahead(due_on, today)
        made, change = action.give(entry, scene.record.place(Series.ACTION), owner=owner, due_on=due_on)
        scene.record.actions.add(made)
        tell_of_owner(uow, scene, made, scene.record.changes.append([change], entry.author, now))
        return made

    return record_item(submission, RecordKind.ACTION, uow, now, make)


def ahead_of(submission: Submission, kind: RecordKind, now: datetime) -> Ahead:
    """What recording it will ask, for the store that records it. Never raises."""
    try:
        text = None if submission.again else recordable(submission.text)
    except Refusal:
        text = None
    return Ahead(
        person=submission.origin.person,
        channel=submission.origin.channel,
        group=submission.group,
        key=submission.origin.key,
        kind=kind,
        text=text,
        since=now - SAME_WITHIN,
    )


def record_item(
    submission: Submission,
    kind: RecordKind,
    uow: UnitOfWork,
    now: datetime,
    make: Make,
    *,
    present: Present | None = None,
) -> RecordOutcome:
    """What is stored now, made by `make` with its changes; or what is `present` already.

    Unless a kind says otherwise, what the same person recorded a moment ago is. Raises Refusal.
    """
    scene = enter(uow, submission.origin, submission.group)
    receipts = scene.workspace.receipts
    receipt = receipts.find(submission.origin.key)
    if receipt is not None:
        return replayed(scene.record, receipt)
    require(scene.actor, Right.RECORD)
    entry = _entry(submission, scene, now)
    if not submission.again:
        there = present(scene, entry) if present else _same(scene.record, kind, entry, submission)
        if there is not None:
            return there
    item = make(scene, entry)
    receipts.add(submission.origin.key, Receipt(str(item.reference)), now)
    return Recorded(item)


def _same(record: GroupRecord, kind: RecordKind, entry: Entry, submission: Submission) -> AlreadyThere | None:
    """The same words of the same person about the same: the theme, and what they are linked to."""
    same = record.register.same(entry.author, kind, entry.text.original, entry.at - SAME_WITHIN)
    if same is None or same.theme != entry.theme:
        return None
    whole = recall(record, same.reference)
    return AlreadyThere(same) if whole is not None and set(whole.links) == set(submission.links) else None


def replayed(record: GroupRecord, receipt: Receipt) -> Recorded:
    """What the interaction with this receipt recorded. Raises Refusal REFERENCE_UNKNOWN."""
    return Recorded(item_in(record, Reference.parse(receipt.subject)), repeated=True)


def record_for_minutes(submission: NoteSubmission, uow: UnitOfWork, now: datetime) -> RecordOutcome:
    """Store the note in the meeting that it names; after its end beside its minutes. Raises Refusal."""
    outcome = record_note(submission, uow, now)
    if isinstance(outcome, Recorded) and not outcome.repeated:
        record = uow.workspace(submission.origin.person.workspace).group(submission.group)
        first = outcome.item.recorded_in
        told = record.changes.between(first - 1, first, 1)
        tell_of_corrections(uow, record, [outcome.item], told)
    return outcome


def _entry(submission: Submission, scene: Scene, now: datetime) -> Entry:
    channel = submission.origin.channel
    theme, meeting = said_where(scene, channel, submission.theme, submission.meeting)
    return Entry(
        theme=theme,
        text=Text(recordable(submission.text), submission.language, _versions(submission)),
        author=scene.actor.person.user,
        channel=channel,
        at=now,
        meeting=meeting,
        source=submission.source,
    )


def _versions(submission: Submission) -> dict[Language, str]:
    return {
        language: recordable(text)
        for language, text in submission.versions.items()
        if language is not submission.language
    }


def _require_plan(scene: Scene, plan: Plan, entry: Entry) -> None:
    if plan == NO_PLAN:
        return
    require(scene.actor, Right.MODERATE, entry.theme)
    if plan.due_on is not None:
        require_ahead(plan.due_on, entry.at.astimezone(scene.record.group.timezone).date())
    require_countries(scene.record, plan.countries)
    if plan.owner is not None:
        require_owner(scene.record, plan.owner)


def require_countries(record: GroupRecord, countries: tuple[str, ...]) -> None:
    """Items are about the group's countries. Raises Refusal COUNTRY_UNKNOWN."""
    for country in countries:
        record.group.country(country)
