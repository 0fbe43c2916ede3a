"""Composing a meeting's agenda and minutes from the record. Nothing here writes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from domain.action import ActionStatus
from domain.change import Change, ChangeKind
from domain.digest import net_effects
from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.meeting import Meeting, MeetingStatus
from domain.minutes import Agenda, Correction, MeetingCard, Minutes, seats_of
from domain.obstacle import ObstacleStatus
from domain.ports import UnitOfWork
from domain.position import Stance
from domain.recommendation import RecommendationStatus
from domain.reference import RecordKind, Reference
from domain.register import Filter
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.undo import standing
from domain.usecases.digests import Stretch, changes_of
from domain.usecases.gathering import meeting_in
from domain.usecases.listing import people_in
from domain.usecases.origin import Origin, enter
from domain.usecases.reading import names_of, people_of

AGENDA_SHOWN = 8
"""Items of each kind on an agenda; the rest is one button away."""

CARD_CHANGES = 10
"""Latest changes on a meeting's card."""

OPEN_ON_AGENDA: Mapping[RecordKind, frozenset[str]] = {
    RecordKind.ACTION: frozenset({ActionStatus.OPEN.value}),
    RecordKind.OBSTACLE: frozenset(status.value for status in ObstacleStatus if status.is_open),
    RecordKind.RECOMMENDATION: frozenset(
        {RecommendationStatus.PROPOSED.value, RecommendationStatus.UNDER_REVIEW.value}
    ),
}
"""What is carried over: what somebody has to do, what stands in the way, what is under discussion."""


def meeting_card(origin: Origin, group: int, reference: Reference, uow: UnitOfWork) -> MeetingCard:
    """One meeting whole. Raises Refusal NOT_A_MEETING or REFERENCE_UNKNOWN."""
    scene = enter(uow, origin, group)
    workspace, record = scene.workspace, scene.record
    meeting = meeting_in(record, reference)
    is_ahead = meeting.status in {MeetingStatus.SCHEDULED, MeetingStatus.OPEN}
    history = record.changes.latest_of(meeting.reference, CARD_CHANGES)
    people = {meeting.author, meeting.opener or meeting.author, *people_of(history)}
    return MeetingCard(
        meeting=meeting,
        agenda=agenda_of(workspace, record, meeting) if is_ahead else None,
        minutes=minutes_of(workspace, record, meeting) if meeting.opened_in is not None else None,
        history=tuple(reversed(history)),
        names=names_of(workspace, people),
    )


def agenda_of(workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting) -> Agenda:
    """What is open in its theme now, besides what people wrote."""
    tally = record.register.tally()
    found = {kind: _open(record, meeting, kind) for kind in OPEN_ON_AGENDA}
    totals = {
        kind: tally.total(kind, theme=meeting.theme, statuses=statuses).items
        for kind, statuses in OPEN_ON_AGENDA.items()
    }
    people = people_in(item for items in found.values() for item in items)
    return Agenda(
        meeting=meeting,
        last=record.meetings.last_closed(meeting.theme, before=meeting.opened_in),
        actions=found[RecordKind.ACTION],
        obstacles=found[RecordKind.OBSTACLE],
        recommendations=found[RecordKind.RECOMMENDATION],
        totals=totals,
        names=names_of(workspace, people),
    )


def minutes_of(workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting) -> Minutes:
    """What the meeting came to, as the record says now: corrections made afterwards are in it."""
    changes = _changes_during(record, meeting)
    effects = net_effects(changes, frozenset({meeting.theme} if meeting.theme is not None else ()))
    positions = _positions(changes)
    gone = {change.subject for change in changes if change.after == WITHDRAWN}
    recorded = record.meetings.items_of(meeting.number)
    items = tuple(item for item in recorded if not _is_taken_back(item, gone))
    own = {item.reference for item in items}
    moved = tuple(shift for shift in effects.moved if shift.subject not in own)
    progressed = tuple(shift for shift in effects.progressed if shift.subject not in own)
    wanted = {shift.subject for shift in (*moved, *progressed)} | positions.keys()
    subjects = record.register.having(wanted)
    people = {each.user for each in meeting.present} | people_in(items)
    return Minutes(
        meeting=meeting,
        items=items,
        moved=moved,
        progressed=progressed,
        positions=positions,
        subjects={item.reference: item for item in subjects},
        seats=seats_of(meeting.present, record.group),
        following=_following(record, meeting),
        names=names_of(workspace, people | {meeting.opener or meeting.author}),
    )


def correction_of(
    workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting, after: int, through: int
) -> Correction:
    """The changes after < number <= through, with the items they are about."""
    changes = record.changes.between(after, through, through - after)
    subjects = [change.subject for change in changes if change.subject is not None]
    items = record.register.having(subjects)
    return Correction(
        meeting=meeting,
        changes=changes,
        items={item.reference: item for item in items},
        names=names_of(workspace, people_of(changes)),
    )


def _is_taken_back(item: Item, gone: Collection[Reference | None]) -> bool:
    """Whether it is no part of the minutes: taken back in the meeting, or a note that was at all.

    A recommendation that is withdrawn a year later was proposed in the meeting all the same.
    """
    if item.status != WITHDRAWN:
        return False
    return NATURES[item.kind.series].stands or item.reference in gone


def _open(record: GroupRecord, meeting: Meeting, kind: RecordKind) -> tuple[Item, ...]:
    filter_ = Filter(kinds=frozenset({kind}), theme=meeting.theme, statuses=OPEN_ON_AGENDA[kind])
    return record.register.page(filter_, limit=AGENDA_SHOWN).items


def _changes_during(record: GroupRecord, meeting: Meeting) -> list[Change]:
    """Of the group's changes between its opening and its end those of its theme; no clock is asked."""
    if meeting.opened_in is None or meeting.opened_at is None:
        return []
    through = record.changes.last_number if meeting.closed_in is None else meeting.closed_in - 1
    stretch = Stretch(
        after=meeting.opened_in,
        through=through,
        since=meeting.opened_at,
        until=meeting.closed_at or meeting.opened_at,
    )
    return [
        change
        for change in changes_of(record, stretch)
        if meeting.theme in {None, change.theme} and change.subject != meeting.reference
    ]


def _positions(changes: Sequence[Change]) -> dict[Reference, dict[Stance, int]]:
    """Who said what of recommendations, each person's latest word, counted by stance."""
    latest: dict[tuple[Reference, str], Stance] = {}
    for change in standing(reversed(changes)):
        if change.kind is ChangeKind.POSITIONED and change.subject is not None and change.after is not None:
            latest.setdefault((change.subject, change.actor), Stance(change.after))
    counted: dict[Reference, dict[Stance, int]] = {}
    for (subject, _), stance in latest.items():
        stances = counted.setdefault(subject, {})
        stances[stance] = stances.get(stance, 0) + 1
    return dict(sorted(counted.items()))


def _following(record: GroupRecord, meeting: Meeting) -> Meeting | None:
    since = meeting.closed_at or meeting.opened_at
    return None if since is None else record.meetings.next_one(meeting.theme, since)
