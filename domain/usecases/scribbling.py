"""What a message in a thread says; one line of it as a record, or as the correction of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from domain.editing import Correction
from domain.item import Item
from domain.language import Language
from domain.people import Person
from domain.ports import UnitOfWork
from domain.recommendation import Plan
from domain.reference import RecordKind, Reference
from domain.usecases.answerable import answered_obstacles
from domain.usecases.assigning import Assign, assign, require_assigner, require_owner
from domain.usecases.editing import Edit, edit
from domain.usecases.items import item_in
from domain.usecases.origin import Origin, enter
from domain.usecases.recording import (
    ActionSubmission,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    RecordOutcome,
    record_action,
    record_note,
    record_obstacle,
    record_recommendation,
)
from domain.usecases.relinking import Relink, relink

NOTHING_SAID = Correction()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribble:
    """A line to record. `mark` tells its words without holding them; `theme` None: the meeting's.

    `said` is what else it says of an obstacle, or a recommendation's plan. `kept` are words of the text that
    may have been meant so.
    """

    mark: str
    kind: RecordKind
    text: str
    language: Language
    theme: str | None = None
    answers: tuple[Reference, ...] = ()
    owner: str | None = None
    due_on: date | None = None
    said: Correction = NOTHING_SAID
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """A line that is meant to be recorded and could not be read.

    `code` names the problem, `word` is the wrong one, `suggestions` are words to write instead.
    """

    mark: str
    kind: RecordKind
    code: str
    word: str
    suggestions: tuple[str, ...] = ()


Line: TypeAlias = Scribble | Misread


@dataclass(frozen=True, slots=True, kw_only=True)
class ScribedMessage:
    """A message in a thread (`thread` is the ts of its first message) as it stands now; deleted: no lines.

    `edited` is the ts of its latest version, empty for the first one: later versions have greater ones.
    """

    person: Person
    channel: str
    thread: str
    ts: str
    edited: str
    lines: tuple[Line, ...]

    def origin(self, what: str) -> Origin:
        """The interaction that does one thing for this version of the message."""
        key = f"message:{self.channel}:{self.ts}:{what}"
        return Origin(person=self.person, channel=self.channel, key=key)


def record(
    line: Scribble, origin: Origin, meeting: Reference, group: int, uow: UnitOfWork, now: datetime
) -> Item:
    """The item that is stored for the line. Raises Refusal."""
    return _recorded(line, origin, meeting, group, uow, now).item


def _recorded(
    line: Scribble, origin: Origin, meeting: Reference, group: int, uow: UnitOfWork, now: datetime
) -> RecordOutcome:
    said: dict[str, Any] = {
        "origin": origin,
        "group": group,
        "text": line.text,
        "language": line.language,
        "theme": line.theme,
        "meeting": meeting,
        "again": True,
    }
    match line.kind:
        case RecordKind.OBSTACLE:
            severity, countries = line.said.severity, line.said.countries or ()
            obstacle = ObstacleSubmission(**said, severity=severity, countries=countries)
            return record_obstacle(obstacle, uow, now)
        case RecordKind.RECOMMENDATION:
            proposal = RecommendationSubmission(**said, answers=line.answers, plan=_plan(line))
            return record_recommendation(proposal, uow, now)
        case RecordKind.ACTION:
            submission = ActionSubmission(**said, owner=line.owner, due_on=line.due_on)
            return record_action(submission, uow, now)
        case _:
            return record_note(NoteSubmission(**said, kind=line.kind), uow, now)


def _plan(line: Scribble) -> Plan:
    return Plan(
        owner=line.owner,
        due_on=line.due_on,
        drivers=line.said.drivers or (),
        countries=line.said.countries or (),
        priority=bool(line.said.priority),
    )


def correct(
    line: Scribble, reference: Reference, origin: Origin, group: int, uow: UnitOfWork, now: datetime
) -> Item:
    """The item as the line says it now: its text, and what it names: theme, owner, day, obstacles.

    Raises Refusal before anything is written.
    """
    correction = replace(line.said, text=line.text, theme=line.theme, due_on=line.due_on)
    _require_named(line, reference, group, origin, uow)
    item = edit(Edit(origin=origin, group=group, reference=reference, correction=correction), uow, now).item
    if line.kind is RecordKind.RECOMMENDATION and line.answers:
        linked = Origin(person=origin.person, channel=origin.channel, key=f"{origin.key}:answers")
        answers = Relink(origin=linked, group=group, reference=reference, answers=line.answers)
        item = relink(answers, uow, now)
    if line.owner is None or item.owner == line.owner:
        return item
    given = Origin(person=origin.person, channel=origin.channel, key=f"{origin.key}:owner")
    return assign(Assign(origin=given, group=group, reference=reference, owner=line.owner), uow, now).item


def _require_named(line: Scribble, reference: Reference, group: int, origin: Origin, uow: UnitOfWork) -> None:
    """What is named besides the text can be given to the item: a correction is made whole or not at all.

    The rest is judged by the first write.
    """
    scene = enter(uow, origin, group)
    found = item_in(scene.record, reference)
    if line.kind is RecordKind.RECOMMENDATION:
        answered_obstacles(scene.record, tuple(each for each in line.answers if each not in found.links))
    if line.owner is not None and line.owner != found.owner:
        require_owner(scene.record, line.owner)
        require_assigner(scene, found)
