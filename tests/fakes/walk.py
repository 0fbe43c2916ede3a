"""Any life of a group: several people record, move, assign, take positions and take back, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from domain.editing import Correction
from domain.item import Item
from domain.kinds import LIFECYCLES, NATURES
from domain.language import Language
from domain.meeting import Arrangement
from domain.obstacle import Severity
from domain.ports import UnitOfWork
from domain.position import Stance
from domain.reference import Reference, Series
from domain.repositories import GroupRecord
from domain.usecases.assigning import Assign, assign
from domain.usecases.editing import Edit, edit
from domain.usecases.evidence import Attach, EvidenceSubmission, attach_evidence, record_evidence
from domain.usecases.moving import Move, move
from domain.usecases.origin import Origin
from domain.usecases.positions import TakePosition, take_position
from domain.usecases.recording import (
    ActionSubmission,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    record_action,
    record_note,
    record_obstacle,
    record_recommendation,
)
from domain.usecases.scheduling import ScheduleMeeting, schedule_meeting
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER

PEOPLE = (CHAIR, LEAD, MEMBER)
STATUSES = sorted({status for nature in NATURES.values() for status in nature.statuses})
DEEDS = ("record", "move", "move", "move", "reopen", "assign", "attach", "edit", "edit", "undo", "undo item")
POSITION = "position"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one person does.

    `way` is which of the ways on they take, those that close come last; past the last one, any status at all.
    """

    deed: str
    user: str
    series: Series
    number: int
    other: int
    theme: str | None
    way: int
    progress: int | None
    reason: str | None
    stance: Stance
    days: int

    @property
    def reference(self) -> Reference:
        return Reference(self.series, self.number)


def _recorded(series: Series, number: int, theme: str) -> Step:
    return Step(
        deed="record",
        user=PEOPLE[number % len(PEOPLE)],
        series=series,
        number=number,
        other=number % 3 + 1,
        theme=theme,
        way=0,
        progress=None,
        reason=None,
        stance=Stance.SUPPORT,
        days=0,
    )


BEGINNING = [
    _recorded(series, number, theme)
    for series in (Series.OBSTACLE, Series.RECOMMENDATION, Series.ACTION, Series.NOTE, Series.EVIDENCE)
    for number, theme in enumerate(("charging", "charging", "talent"), start=1)
]
"""Three items of every kind, so that there is something to do; the recommendations answer the obstacles.

The evidence supports both."""


def steps(
    *deeds: str, series: Sequence[Series] = (*Series, Series.RECOMMENDATION), at_most: int = 30
) -> st.SearchStrategy[list[Step]]:
    """BEGINNING, and some steps more, one after the other, with items of these series."""
    step = st.builds(
        Step,
        deed=st.sampled_from(deeds),
        user=st.sampled_from([CHAIR, *PEOPLE]),
        series=st.sampled_from(series),
        number=st.integers(1, 3),
        other=st.integers(1, 3),
        theme=st.sampled_from(["charging", "talent", None]),
        way=st.sampled_from([0, 0, 0, 0, 1, 1, 2, 3, 4, 9]),
        progress=st.none() | st.integers(-1, 101),
        reason=st.sampled_from(["because", None]),
        stance=st.sampled_from(Stance),
        days=st.integers(-1, 9),
    )
    return st.lists(step, min_size=at_most // 3, max_size=at_most).map(lambda more: [*BEGINNING, *more])


def take(step: Step, group: int, origin: Origin, uow: UnitOfWork, now: datetime) -> object:
    """What the use case answers. Raises Refusal."""
    own = {"record": _record, "move": _move, "reopen": _move, "attach": _attach}
    if step.deed in own:
        return own[step.deed](step, group, origin, uow, now)
    asked: dict[str, Any] = {"origin": origin, "group": group, "reference": step.reference}
    if step.deed == "assign":
        day = None if step.days == 0 else now.date() + timedelta(days=step.days)
        return assign(Assign(**asked, owner=PEOPLE[step.other - 1], due_on=day), uow, now)
    if step.deed == "edit":
        return edit(Edit(**asked, correction=_correction(step, now)), uow, now)
    if step.deed == POSITION:
        recommendation = Reference(Series.RECOMMENDATION, step.number)
        return take_position(
            TakePosition(**asked | {"reference": recommendation}, stance=step.stance), uow, now
        )
    return undo(Undo(**asked if step.deed == "undo item" else asked | {"reference": None}), uow, now)


def _attach(step: Step, group: int, origin: Origin, uow: UnitOfWork, now: datetime) -> object:
    kind = Series.OBSTACLE if step.way % 2 else Series.RECOMMENDATION
    command = Attach(
        origin=origin,
        group=group,
        reference=Reference(Series.EVIDENCE, step.number),
        supports=(Reference(kind, step.other),),
        off=step.days > 0,
    )
    return attach_evidence(command, uow, now)


def _correction(step: Step, now: datetime) -> Correction:
    """A new text more often than anything else."""
    words = f"text {step.way} {step.other}"
    match step.way:
        case 0 if step.other == 1:
            return Correction(theme=step.theme, text=words)
        case 0 if step.other == 2:
            return Correction(versions={Language.SPANISH: words})
        case 1:
            return Correction(priority=step.other == 1, countries=("MX", "US")[: step.other - 1])
        case 2:
            return Correction(severity=[*Severity][step.other - 1])
        case 3:
            return Correction(due_on=now.date() + timedelta(days=step.days), text=words)
        case _:
            return Correction(text=words)


def _move(step: Step, group: int, origin: Origin, uow: UnitOfWork, now: datetime) -> object:
    reopens = step.deed == "reopen"
    record = uow.workspace(origin.person.workspace).group(group)
    wanted = Move(
        origin=origin,
        group=group,
        reference=step.reference,
        to=None if reopens else _status(record, step),
        reopen=reopens,
        progress=step.progress if step.series is Series.RECOMMENDATION or step.way == 0 else None,
        reason=step.reason,
        successor=None if reopens else Reference(step.series, step.other),
    )
    return move(wanted, uow, now)


def _status(record: GroupRecord, step: Step) -> str:
    found: Item | None = record.items(step.series).get(step.number)
    if found is None:
        return STATUSES[step.way]
    life = LIFECYCLES[step.series]
    ways = sorted(life.forward.get(found.status, ()), key=lambda to: (life.is_closed(to), to))
    return ways[step.way] if step.way < len(ways) else STATUSES[step.way]


def _record(step: Step, group: int, origin: Origin, uow: UnitOfWork, now: datetime) -> object:
    said: dict[str, Any] = {
        "origin": origin,
        "group": group,
        "text": "text",
        "language": Language.ENGLISH,
        "theme": step.theme,
        "again": True,
    }
    if step.series is Series.NOTE:
        return record_note(NoteSubmission(**said), uow, now)
    if step.series is Series.OBSTACLE:
        return record_obstacle(ObstacleSubmission(**said), uow, now)
    if step.series is Series.ACTION:
        return record_action(ActionSubmission(**said, owner=PEOPLE[step.other - 1]), uow, now)
    if step.series is Series.MEETING:
        at = Arrangement(starts_at=now + timedelta(days=step.number + 1), zone="America/Mexico_City")
        asked = {name: said[name] for name in ("origin", "group", "text", "language", "theme")}
        return schedule_meeting(ScheduleMeeting(**asked, arrangement=at), uow, now)
    if step.series is Series.EVIDENCE:
        found = uow.workspace(origin.person.workspace).group(group).obstacles.get(step.other)
        supports = () if found is None else (found.reference,)
        address = f"https://example.org/{step.number}"
        return record_evidence(EvidenceSubmission(**said, address=address, supports=supports), uow, now)
    held = uow.workspace(origin.person.workspace).group(group).obstacles
    answers = [number for number in {step.number, step.other} if held.get(number) is not None]
    references = tuple(Reference(Series.OBSTACLE, number) for number in sorted(answers))
    return record_recommendation(RecommendationSubmission(**said, answers=references), uow, now)
