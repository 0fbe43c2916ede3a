"""Answers to questions: one item whole, the register, where things stand. Nothing here writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from domain.change import Change, ChangeKind
from domain.group import Group
from domain.item import Item
from domain.kinds import NATURES
from domain.note import NOTE_KINDS, NoteStatus
from domain.obstacle import ObstacleStatus
from domain.people import Profile
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from domain.reference import RecordKind, Reference, Series
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.standing import Overview, Standing, by_status_group, mean_progress
from domain.usecases.items import item_in
from domain.usecases.origin import Origin, enter
from domain.usecases.positions import Balance, balance

HISTORY_SHOWN = 20
LATEST_SHOWN = 5
LATEST_READ = 30
"""Changes read to find the items touched last: one item may have several in a row."""

PAGE_SIZE = 10


LINKS_SHOWN = 10
"""Linked items that are read at a time."""

Survey: TypeAlias = Callable[[GroupRecord, str | None, datetime], Overview]
"""Looks at a theme (its key; None: the group) as of an instant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Items of one kind that another item is linked with, whichever of them names the other.

    They stand in the order of their numbers, from behind the number `after` on; `total` counts all there are,
    and there are `further` ones behind these.
    """

    kind: RecordKind
    items: tuple[Item, ...]
    total: int
    after: int = 0
    further: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One item whole: what it is linked with, a kind after the other, and its history."""

    item: Item
    links: tuple[Links, ...]
    history: tuple[Change, ...]
    names: dict[str, str]
    """Display names of the people in it, by user id; who is not known is missing."""
    balance: Balance | None = None
    """Where the members stand on it, when it is a recommendation."""
    discussed: tuple[Reference, ...] = ()
    """The meetings during which something happened to it, besides the one it was recorded in."""


def show(origin: Origin, group: int, reference: Reference, uow: UnitOfWork) -> Card:
    """One item whole. Raises Refusal REFERENCE_UNKNOWN."""
    scene = enter(uow, origin, group)
    item = item_in(scene.record, reference)
    latest = scene.record.changes.latest_of(reference, HISTORY_SHOWN)
    history = latest[::-1]
    stands = balance(scene.record, item) if isinstance(item, Recommendation) else None
    people = {item.author, item.owner or item.author, *people_of(history), *_people_in(stands)}
    links = links_of(scene.record, item)
    meetings = scene.record.meetings.during(reference)
    discussed = tuple(Reference(Series.MEETING, number) for number in meetings if number != item.meeting)
    return Card(item, links, history, names_of(scene.workspace, people), stands, discussed)


def links_of(record: GroupRecord, item: Item) -> tuple[Links, ...]:
    """What the item is linked with, the first ones of each kind."""
    found = (linked(record, item, nature.kind) for nature in NATURES.values())
    return tuple(links for links in found if links.total)


def linked(record: GroupRecord, item: Item, kind: RecordKind, after: int = 0) -> Links:
    """The items of the kind's series that the item names, or that name it, from behind a number on."""
    items = record.items(kind.series)
    numbers = {link.number for link in item.links if link.series is kind.series}
    numbers.update(items.linking(item.reference))
    behind = sorted(number for number in numbers if number > after)
    whole = (items.get(number) for number in behind[:LINKS_SHOWN])
    return Links(
        kind=kind,
        items=tuple(one for one in whole if one is not None),
        total=len(numbers),
        after=after,
        further=len(behind) > LINKS_SHOWN,
    )


def show_linked(
    origin: Origin, group: int, reference: Reference, kind: RecordKind, after: int, uow: UnitOfWork
) -> tuple[Item, Links]:
    """An item, and a page of what it is linked with. Raises Refusal REFERENCE_UNKNOWN."""
    record = enter(uow, origin, group).record
    item = item_in(record, reference)
    return item, linked(record, item, kind, after)


def people_of(changes: Iterable[Change]) -> set[str]:
    """The user ids of who made the changes, and of who is named in them."""
    people: set[str | None] = set()
    for change in changes:
        people |= {change.actor, change.person}
        if change.kind in {ChangeKind.ASSIGNED, ChangeKind.MEMBER_JOINED}:
            people |= {change.before, change.after}
    return {user for user in people if user}


def _people_in(stands: Balance | None) -> Iterator[str]:
    if stands is not None:
        yield from (voice.position.user for voice in stands.voices)
        yield from (position.user for position in stands.outdated)


def status(
    origin: Origin,
    group: int,
    theme: str | None,
    now: datetime,
    uow: UnitOfWork,
    survey: Survey | None = None,
) -> Overview:
    """Where a theme stands, or the whole group, as `survey` tells it. Raises Refusal THEME_UNKNOWN."""
    record = enter(uow, origin, group).record
    record.group.theme(theme)
    return (survey or overview)(record, theme, now)


def overview(record: GroupRecord, theme: str | None, now: datetime) -> Overview:
    """Where the theme (None: the group) stands as of now, and what happened there last."""
    latest = _latest_of_each(record.changes.latest(theme, LATEST_READ))
    touched = [change.subject for change in latest if change.subject]
    items = {item.reference: item for item in record.register.having(touched)}
    return Overview(standing(record, () if theme is None else (theme,), now), latest, items)


def standing(record: GroupRecord, themes: tuple[str, ...], now: datetime) -> Standing:
    """The figures of the themes together (none: of the group) as of now."""
    tally = record.register.tally().within(themes)
    theme = themes[0] if len(themes) == 1 else None
    each = themes or (None,)
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
        stalled=sum(
            record.recommendations.count_stalled(one, stalled_since(record.group, now)) for one in each
        ),
        stalled_weeks=record.group.stalled_weeks,
    )


def stalled_since(group: Group, now: datetime) -> datetime:
    """A recommendation under way that has not changed since then is stalled."""
    return now - timedelta(weeks=group.stalled_weeks)


def _latest_of_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Of changes, newest first, the latest write to each item by its first change, which says most.

    Of a write that was taken back, what the item came back to.
    """
    found: dict[Reference, Change] = {}
    for change in changes:
        if change.subject is None or change.kind in _NO_NEWS:
            continue
        if found.setdefault(change.subject, change).write == change.write:
            found[change.subject] = change
    return tuple(found.values())[:LATEST_SHOWN]


def names_of(workspace: WorkspaceRecord, users: Iterable[str]) -> dict[str, str]:
    """Display names of those Slack has told us of."""
    profiles: tuple[Profile, ...] = workspace.people.many(set(users))
    return {profile.person.user: profile.name for profile in profiles}


_NO_NEWS = frozenset({ChangeKind.UNDONE, ChangeKind.ATTENDED})
"""What an item came back to is told by the changes beside it; who was at a meeting, by its minutes."""
_OPEN_OBSTACLES = frozenset(status.value for status in ObstacleStatus if status.is_open)
_STANDING_NOTES = frozenset({NoteStatus.RECORDED.value})
