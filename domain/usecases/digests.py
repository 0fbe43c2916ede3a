"""Composing a digest from the record: the range of changes, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.change import Change
from domain.digest import Digest, net_effects
from domain.item import Item
from domain.language import Language
from domain.meeting import Meeting
from domain.reference import Reference
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.usecases.reading import names_of, standing

CHUNK = 500
"""Changes read at a time: a year of silence must not be read at once."""

UNANSWERED_SHOWN = 10

UPCOMING_SHOWN = 5
UPCOMING_READ = 50
"""Meetings that a digest names, and scheduled ones among which these are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The changes a digest covers, after < number <= through, and the period they fall in (UTC)."""

    after: int
    through: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Scope:
    """What a digest is about and in which languages; empty themes mean all."""

    themes: tuple[str, ...]
    languages: tuple[Language, ...]


def compose(workspace: WorkspaceRecord, record: GroupRecord, scope: Scope, stretch: Stretch) -> Digest:
    """The digest of a stretch of the group's history, its waiting matters as of the stretch's end."""
    counter = _Counter(changes_of(record, stretch))
    effects = net_effects(counter, frozenset(scope.themes))
    shifted = [shift.subject for shift in (*effects.moved, *effects.progressed)]
    subjects = {*effects.recorded, *effects.held, *shifted, *(each.subject for each in effects.revised)}
    items = _items(record, subjects)
    unanswered = record.obstacles.unanswered(scope.themes, UNANSWERED_SHOWN)
    people = {user for item in (*items.values(), *unanswered) for user in (item.author, item.owner) if user}
    return Digest(
        since=stretch.since,
        until=stretch.until,
        themes=scope.themes,
        languages=scope.languages,
        effects=effects,
        changes=counter.seen,
        items=items,
        unanswered=unanswered,
        standing=standing(record, scope.themes, stretch.until),
        names=names_of(workspace, {*people, *effects.joined}),
        upcoming=_upcoming(record, scope.themes, stretch.until),
    )


def _upcoming(record: GroupRecord, themes: tuple[str, ...], now: datetime) -> tuple[Meeting, ...]:
    """Those ahead: a meeting that was scheduled and never opened is none."""
    found = record.meetings.upcoming(themes, behind=None, limit=UPCOMING_READ).meetings
    ahead = (each for each in found if each.arrangement.starts_at and each.arrangement.starts_at >= now)
    return tuple(ahead)[:UPCOMING_SHOWN]


class _Counter:
    """Passes changes on and counts them."""

    def __init__(self, changes: Iterator[Change]) -> None:
        self._changes = changes
        self.seen = 0

    def __iter__(self) -> Iterator[Change]:
        for change in self._changes:
            self.seen += 1
            yield change


def changes_of(record: GroupRecord, stretch: Stretch) -> Iterator[Change]:
    """The changes of the stretch, oldest first, read a chunk at a time."""
    for chunk in _chunks(record, stretch):
        yield from chunk


def is_quiet(record: GroupRecord, themes: frozenset[str], stretch: Stretch) -> bool:
    """Whether the stretch has nothing to tell; after the first chunk that has, no more is read.

    Asked while the group's row is locked. News that a later chunk takes back again counts as news: that
    digest is posted and says in one line that the week was quiet.
    """
    return all(net_effects(chunk, themes).is_quiet for chunk in _chunks(record, stretch))


def _chunks(record: GroupRecord, stretch: Stretch) -> Iterator[tuple[Change, ...]]:
    after = stretch.after
    while chunk := record.changes.between(after, stretch.through, CHUNK):
        yield chunk
        after = chunk[-1].number


def _items(record: GroupRecord, subjects: set[Reference]) -> dict[Reference, Item]:
    wanted = [(reference.series, reference.number) for reference in subjects]
    return {item.reference: item for item in record.register.having(wanted)}
