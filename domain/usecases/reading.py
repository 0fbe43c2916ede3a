"""Answers to questions: one item whole, the register, where things stand. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.change import Change, ChangeKind
from domain.item import Item
from domain.note import NOTE_KINDS, NoteStatus
from domain.obstacle import Obstacle, ObstacleStatus
from domain.people import Profile
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.register import Filter, Page
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.standing import Standing, by_status_group, mean_progress
from domain.usecases.origin import Origin, enter
from domain.usecases.positions import Balance, balance
from domain.usecases.recording import recall

STALLED_AFTER = timedelta(weeks=4)
"""A recommendation under way without a change for this long is stalled."""

HISTORY_SHOWN = 20
LATEST_SHOWN = 5
LATEST_READ = 30
"""Changes read to find the items touched last: one item may have several in a row."""

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class Card:
    """One item whole: its links (obstacles answered, or recommendations that answer) and its history."""

    item: Item
    links: tuple[Item, ...]
    history: tuple[Change, ...]
    names: dict[str, str]
    """Display names of the people in it, by user id; who is not known is missing."""
    balance: Balance | None = None
    """Where the members stand on it, when it is a recommendation."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the register with the filter that made it."""

    filter: Filter
    page: Page
    names: dict[str, str]


def show(origin: Origin, group: int, reference: Reference, uow: UnitOfWork) -> Card:
    """One item whole. Raises Refusal REFERENCE_UNKNOWN."""
    scene = enter(uow, origin, group)
    item = recall(scene.record, reference)
    if item is None:
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=str(reference))
    links = scene.record.register.having(_links(item))
    history = scene.record.changes.of(reference.series, reference.number, HISTORY_SHOWN)
    stands = balance(scene.record, item) if isinstance(item, Recommendation) else None
    people = {item.author, item.owner or item.author, *_people_of(history), *_people_in(stands)}
    ordered = tuple(sorted(links, key=lambda linked: linked.reference))
    return Card(item, ordered, history, names_of(scene.workspace, people), stands)


def _people_of(history: Iterable[Change]) -> Iterator[str]:
    """Who made the changes, and who is named in them."""
    for change in history:
        yield change.actor
        if change.kind is ChangeKind.ASSIGNED:
            yield from (user for user in (change.before, change.after) if user is not None)


def _people_in(stands: Balance | None) -> Iterator[str]:
    if stands is not None:
        yield from (voice.position.user for voice in stands.voices)
        yield from (position.user for position in stands.outdated)


def list_items(origin: Origin, group: int, filter_: Filter, before: int | None, uow: UnitOfWork) -> Listing:
    """A page of the register, newest first. Raises Refusal THEME_UNKNOWN."""
    scene = enter(uow, origin, group)
    scene.record.group.theme(filter_.theme)
    page = scene.record.register.page(filter_, before=before, limit=PAGE_SIZE)
    people = {user for item in page.items for user in (item.author, item.owner) if user}
    people |= {filter_.author} if filter_.author else set()
    return Listing(filter_, page, names_of(scene.workspace, people))


def status(origin: Origin, group: int, theme: str | None, now: datetime, uow: UnitOfWork) -> Standing:
    """Where a theme stands, or the whole group. Raises Refusal THEME_UNKNOWN."""
    record = enter(uow, origin, group).record
    record.group.theme(theme)
    return standing(record, (theme,) if theme is not None else (), now)


def standing(record: GroupRecord, themes: tuple[str, ...], now: datetime) -> Standing:
    """The figures of the themes together (none: of the group) as of now."""
    tally = record.register.tally().within(themes)
    theme = themes[0] if len(themes) == 1 else None
    each = themes or (None,)
    latest = _latest_of_each(record.changes.latest(theme, LATEST_READ))
    touched = [(change.subject.series, change.subject.number) for change in latest if change.subject]
    today = now.astimezone(record.group.timezone).date()
    overdue = [record.register.count_overdue(one, today) for one in each]
    return Standing(
        theme=theme,
        by_group=by_status_group(tally, None),
        progress=mean_progress(tally, None),
        recommendations=tally.total(RecordKind.RECOMMENDATION).items,
        obstacles=tally.total(RecordKind.OBSTACLE, statuses=_OPEN_OBSTACLES).items,
        notes={kind: tally.total(kind, statuses=_STANDING_NOTES).items for kind in NOTE_KINDS},
        unanswered=sum(record.obstacles.count_unanswered(one) for one in each),
        overdue=sum(counts[RecordKind.RECOMMENDATION] for counts in overdue),
        overdue_actions=sum(counts[RecordKind.ACTION] for counts in overdue),
        stalled=sum(record.recommendations.count_stalled(one, now - STALLED_AFTER) for one in each),
        latest=latest,
        items={item.reference: item for item in record.register.having(touched)},
    )


def _latest_of_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Of changes, newest first, the first of each item; of one taken back, what it came back to."""
    found: dict[Reference, Change] = {}
    for change in changes:
        if change.subject is not None and change.kind is not ChangeKind.UNDONE:
            found.setdefault(change.subject, change)
    return tuple(found.values())[:LATEST_SHOWN]


def names_of(workspace: WorkspaceRecord, users: Iterable[str]) -> dict[str, str]:
    """Display names of those Slack has told us of."""
    profiles: tuple[Profile, ...] = workspace.people.many(set(users))
    return {profile.person.user: profile.name for profile in profiles}


_OPEN_OBSTACLES = frozenset(status.value for status in ObstacleStatus if status.is_open)
_STANDING_NOTES = frozenset({NoteStatus.RECORDED.value})


def _links(item: Item) -> tuple[tuple[Series, int], ...]:
    if isinstance(item, Recommendation):
        return tuple((Series.OBSTACLE, number) for number in item.answers)
    if isinstance(item, Obstacle):
        return tuple((Series.RECOMMENDATION, number) for number in item.answered_by)
    return ()
